import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate, StateCode } from '../../src/domain/ids.js';
import { landBorders } from '../../src/knowledge/neighbours.js';
import { isKnownState } from '../../src/knowledge/state-phrases.js';
import { agreementEdges, joinEdges, neighbourEdges, sharedBodyEdges } from '../../src/model/influence/edges.js';
import { spread, type Channel, type Listener } from '../../src/model/influence/spread.js';
import { agreements, leans, type RollCallVote } from '../../src/model/prior/agreement.js';

const state = (code: string): StateCode => code as StateCode;
const must = <T>(r: { ok: true; value: T } | { ok: false; error: string }): T => {
  if (!r.ok) throw new Error(r.error);
  return r.value;
};

describe('land borders', () => {
  it('are symmetric, between known and different states', () => {
    for (const [a, others] of landBorders())
      for (const b of others) {
        expect([a, b].every(isKnownState), `${a}–${b}`).toBe(true);
        expect(landBorders().get(b)?.has(a), `${b} lists ${a}`).toBe(true);
        expect(a).not.toBe(b);
      }
  });
  it.each([['POL', 7], ['DEU', 9], ['CHN', 16], ['RUS', 14], ['BRA', 10], ['USA', 2], ['ISL', 0], ['PRT', 1]] as const)('%s has %i neighbours', (code, n) => {
    expect(landBorders().get(code)?.size ?? 0).toBe(n);
  });
});

describe('influence edges', () => {
  it('join neighbours both ways', () => {
    expect(neighbourEdges(['POL', 'LTU', 'ISL'].map(state)).map((e) => `${e.from}>${e.to}`)).toEqual(['POL>LTU', 'LTU>POL']);
  });
  it('join members of other bodies than the deciding one, on the day', () => {
    const on = (day: string) => sharedBodyEdges(['NLD', 'GBR'].map(state), 'nato', day as IsoDate);
    expect(on('2019-06-01').map((e) => [e.from, e.to, e.note])).toEqual([['NLD', 'GBR', 'both in EU Council'], ['GBR', 'NLD', 'both in EU Council']]);
    expect(on('2021-06-01')).toEqual([]);
    // However many bodies two members share, their edge has a most.
    expect(sharedBodyEdges(['FRA', 'GBR'].map(state), 'nato', '2019-06-01' as IsoDate)[0]!.weight).toBe(0.3);
    expect(sharedBodyEdges(['DEU', 'POL'].map(state), 'eu', '2024-01-01' as IsoDate).some((e) => e.note?.includes('EU'))).toBe(false);
  });
  it('add up to 1 at most, and what a person gave replaces them', () => {
    const edge = (weight: number, basis: 'hand' | 'neighbour' | 'shared-body') => ({ from: state('USA'), to: state('DEU'), weight, basis });
    const roster = ['USA', 'DEU'].map(state);
    expect(joinEdges([edge(0.7, 'neighbour'), edge(0.6, 'shared-body')], roster)).toMatchObject([{ weight: 1 }]);
    expect(joinEdges([edge(0.7, 'neighbour'), edge(0.2, 'hand')], roster)).toMatchObject([{ weight: 0.2, parts: [{ basis: 'hand' }] }]);
    expect(joinEdges([edge(0.7, 'neighbour'), edge(0, 'hand')], roster)).toEqual([]);
  });
});

describe('agreement in roll calls', () => {
  const call = (votes: Record<string, RollCallVote>) => new Map(Object.entries(votes).map(([m, v]) => [state(m), v]));
  const calls = Array.from({ length: 10 }, (_, i) => call({ DEU: 'yes', FRA: 'yes', HUN: i < 5 ? 'no' : 'abstain', ...(i < 9 ? { USA: 'no' as const } : {}) }));
  const members = ['DEU', 'FRA', 'HUN', 'USA'].map(state);
  it('is 1 less the mean distance, abstention half-way; pairs with too few common votes are left out', () => {
    const found = agreements(calls, members).map((x) => [x.a, x.b, x.agreement]);
    expect(found).toEqual([['DEU', 'FRA', 1], ['DEU', 'HUN', 0.25], ['FRA', 'HUN', 0.25]]);
    expect(agreementEdges(agreements(calls, members)).map((e) => [e.from, e.to, e.weight])).toEqual([['DEU', 'FRA', 0.5], ['FRA', 'DEU', 0.5]]);
  });
  it('gives a silent member the view of those it votes with, and no lean without any', () => {
    const agreed = agreements(calls, members);
    expect(leans(['FRA', 'HUN'].map(state), new Map([[state('DEU'), 0]]), agreed)).toEqual([{ member: 'FRA', lean: 0, like: [{ member: 'DEU', agreement: 1, votes: 10 }] }]);
  });
});

describe('spread of views', () => {
  const listener = fc.record({ view: fc.option(fc.double({ min: 0, max: 1, noNaN: true })), stubbornness: fc.double({ min: 0.05, max: 1, noNaN: true }) });
  const network = fc.array(listener, { minLength: 2, maxLength: 7 }).chain((listeners) =>
    fc.array(fc.record({ from: fc.nat(listeners.length - 1), to: fc.nat(listeners.length - 1), weight: fc.double({ min: 0.05, max: 1, noNaN: true }) }), { maxLength: 15 }).map((channels) => ({ listeners, channels: channels.filter((c) => c.from !== c.to) })),
  );

  it('a silent member takes the view of those it hears, and passes it on', () => {
    const chain: Listener[] = [{ view: 0.8, stubbornness: 1 }, { view: null, stubbornness: 0 }, { view: null, stubbornness: 0 }, { view: null, stubbornness: 0 }];
    const channels: Channel[] = [{ from: 0, to: 1, weight: 0.3 }, { from: 1, to: 2, weight: 0.1 }];
    expect(must(spread(chain, channels, 1)).ends).toEqual([0.8, expect.closeTo(0.8, 12), expect.closeTo(0.8, 12), null]);
  });

  it('half stubborn, hearing one other with weight 3 against itself: keeps (1 − λ)/(1 − λ·¼) of its view', () => {
    const r = must(spread([{ view: 0, stubbornness: 0.5 }, { view: 1, stubbornness: 1 }], [{ from: 1, to: 0, weight: 0.6 }], 0.2));
    expect(r.ends[0]).toBeCloseTo(0.375 / 0.875, 12);
    expect(r.total[0]![1]).toBeCloseTo(0.375 / 0.875, 12);
  });

  it('stays in the hull of first views; whoever hears nobody keeps its own', () => {
    fc.assert(
      fc.property(network, ({ listeners, channels }) => {
        const views = listeners.flatMap((l) => l.view ?? []);
        const r = must(spread(listeners, channels, 1));
        r.ends.forEach((end, i) => {
          if (end === null) expect(listeners[i]!.view).toBeNull();
          else {
            expect(end).toBeGreaterThanOrEqual(Math.min(...views) - 1e-9);
            expect(end).toBeLessThanOrEqual(Math.max(...views) + 1e-9);
          }
          if (!channels.some((c) => c.to === i)) expect(end === null ? null : end).toBe(listeners[i]!.view === null ? null : end);
        });
      }),
    );
  });

  it('relabelling members relabels the answer', () => {
    fc.assert(
      fc.property(network, ({ listeners, channels }) => {
        const n = listeners.length;
        const turned = [...listeners].reverse();
        const a = must(spread(listeners, channels, 1));
        const b = must(spread(turned, channels.map((c) => ({ ...c, from: n - 1 - c.from, to: n - 1 - c.to })), 1));
        a.ends.forEach((end, i) => {
          const other = b.ends[n - 1 - i];
          if (end === null) expect(other).toBeNull();
          else expect(other).toBeCloseTo(end, 9);
        });
      }),
    );
  });

  it('raising one first view lowers nobody', () => {
    fc.assert(
      fc.property(network, ({ listeners, channels }) => {
        const k = listeners.findIndex((l) => l.view !== null);
        if (k < 0) return;
        const raised = listeners.map((l, i) => (i === k ? { ...l, view: 1 } : l));
        const [a, b] = [must(spread(listeners, channels, 1)), must(spread(raised, channels, 1))];
        a.ends.forEach((end, i) => { if (end !== null) expect(b.ends[i]!).toBeGreaterThanOrEqual(end - 1e-9); });
      }),
    );
  });
});
