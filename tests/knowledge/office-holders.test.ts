import { describe, expect, it } from 'vitest';
import bodies from '../../knowledge/bodies.json' with { type: 'json' };
import { allOfficeHolders } from '../../src/knowledge/office-holders.js';

const G20 = ['ARG', 'AUS', 'BRA', 'CAN', 'CHN', 'FRA', 'DEU', 'IND', 'IDN', 'ITA', 'JPN', 'KOR', 'MEX', 'RUS', 'SAU', 'ZAF', 'TUR', 'GBR', 'USA'];
const memberOf = (id: string): string[] => bodies.bodies.filter((b) => b.id === id).flatMap((b) => b.members.filter((m) => !('to' in m) || m.to === undefined).map((m) => m.state));
const states = [...new Set([...memberOf('nato'), ...memberOf('eu'), ...G20])];
/** Months since year 0; an end without a month is December. */
const month = (value: string, end: boolean): number => Number(value.slice(0, 4)) * 12 + (value.length > 4 ? Number(value.slice(5, 7)) : end ? 12 : 1);

describe('office holders of NATO, EU and G20 states', () => {
  it('are dated, and end after they begin', () => {
    for (const h of allOfficeHolders()) {
      expect(h.from, h.name).toMatch(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/);
      if (h.to !== undefined) expect(month(h.to, true), `${h.state} ${h.name}`).toBeGreaterThanOrEqual(month(h.from, false));
    }
  });

  it.each([
    ['leaders', ['head-of-state', 'head-of-government'], 0.98],
    ['foreign ministers', ['foreign-minister'], 0.9],
  ] as const)('%s: known in most months of 2000–2025', (_, offices, least) => {
    let known = 0;
    let all = 0;
    for (const state of states) {
      const terms = allOfficeHolders().filter((h) => h.state === state && (offices as readonly string[]).includes(h.office));
      for (let m = 2000 * 12 + 1; m <= 2025 * 12 + 12; m++) {
        if (state === 'MNE' && m < 2006 * 12 + 6) continue;
        all += 1;
        if (terms.some((h) => month(h.from, false) <= m && m <= month(h.to ?? '2025', true))) known += 1;
      }
    }
    expect(known / all).toBeGreaterThanOrEqual(least);
  });

  it('no state has two foreign ministers for longer than a hand-over', () => {
    for (const state of states) {
      const terms = allOfficeHolders().filter((h) => h.state === state && h.office === 'foreign-minister').sort((a, b) => month(a.from, false) - month(b.from, false));
      terms.forEach((a, i) => {
        const next = terms[i + 1];
        if (next && a.to !== undefined) expect(month(a.to, true) - month(next.from, false), `${state}: ${a.name}, ${next.name}`).toBeLessThanOrEqual(a.to.length > 4 && next.from.length > 4 ? 4 : 14);
      });
    }
  });
});
