import { describe, expect, it } from 'vitest';
import { allBodies, resolveBody, rosterAt } from '../../src/knowledge/bodies.js';
import { allOfficeHolders, findOfficeHolder } from '../../src/knowledge/office-holders.js';
import { isKnownState, parseState } from '../../src/knowledge/state-phrases.js';
import type { IsoDate } from '../../src/domain/ids.js';

const on = (d: string): IsoDate => d as IsoDate;

describe('bodies by date', () => {
  it.each([
    ['NATO', '1990-06-01', 16], ['NATO', '2000-06-01', 19], ['NATO', '2005-06-01', 26], ['NATO', '2010-06-01', 28], ['NATO', '2018-06-01', 29],
    ['NATO', '2022-06-01', 30], ['NATO', '2023-05-01', 31], ['NATO', '2024-10-01', 32],
    ['EU Council', '1987-06-01', 12], ['EU Council', '1996-06-01', 15], ['EU Council', '2005-06-01', 25], ['EU Council', '2008-06-01', 27], ['EU Council', '2019-06-01', 28], ['EU Council', '2021-06-01', 27],
    ['G8', '2005-06-01', 8], ['ASEAN', '2026-06-01', 11], ['OPEC', '1987-06-01', 13],
  ])('%s on %s had %i members', (body, date, members) => {
    expect(rosterAt(resolveBody(body)!, on(date))).toHaveLength(members);
  });
  it('the Security Council has had fifteen members every year since 1985, five of them permanent', () => {
    for (let y = 1985; y <= 2026; y++) {
      const roster = rosterAt(resolveBody('UN Security Council')!, on(`${String(y)}-06-01`));
      expect(roster, String(y)).toHaveLength(15);
      expect(roster).toEqual(expect.arrayContaining(['CHN', 'FRA', 'GBR', 'RUS', 'USA']));
    }
  });
  it('every member of every body is a known state', () => {
    for (const b of allBodies()) for (const m of b.members) expect(isKnownState(m.state), `${b.id} ${m.state}`).toBe(true);
  });
});

describe('office holders', () => {
  it.each([
    ['Thatcher', '1987-03-01', 'GBR'], ['Chirac', '2005-06-01', 'FRA'], ['Schröder', '2004-01-01', 'DEU'], ['Schroeder', '2004-01-01', 'DEU'], ['Orban', '2024-10-01', 'HUN'],
    ['Zelenskyy', '2024-10-01', 'UKR'], ['Fico', '2024-10-01', 'SVK'], ['Erdogan', '2022-05-01', 'TUR'], ['Lavrov', '2015-01-01', 'RUS'], ['Kiechle', '1987-05-01', 'DEU'],
  ])('%s on %s acts for %s', (name, date, state) => {
    expect(findOfficeHolder(name, on(date))?.state).toBe(state);
  });
  it('a family name out of office, or without a date, means nobody', () => {
    expect(findOfficeHolder('Thatcher', on('2010-01-01'))).toBeNull();
    expect(findOfficeHolder('Thatcher', undefined)).toBeNull();
  });
  it('terms run forward, and every state is known', () => {
    for (const h of allOfficeHolders()) {
      expect(isKnownState(h.state), h.state).toBe(true);
      if (h.to !== undefined) expect(h.from <= h.to, `${h.name} ${h.from}–${h.to}`).toBe(true);
    }
  });
});

describe('states by name', () => {
  it.each([['Holland', 'NLD'], ['the Kremlin', 'RUS'], ['West Germany', 'DEU'], ['U.S.', 'USA'], ['Côte d’Ivoire', 'CIV'], ['HUN', 'HUN'], ['gb', 'GBR']])('%s is %s', (name, state) => {
    expect(parseState(name)).toBe(state);
  });
});
