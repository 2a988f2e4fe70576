import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reasons from '../../knowledge/lexicons/reasons.json' with { type: 'json' };
import weights from '../../knowledge/models/reason-weights.json' with { type: 'json' };
import type { StateCode } from '../../src/domain/ids.js';
import { bestOption, optionPayoff, tornado, type WeighedReason } from '../../src/model/tradeoffs/payoff.js';

const state = (code: string): StateCode => code as StateCode;
const kinds = ['escalation', 'deterrence', 'cost'] as const;
const reason = fc.record({ member: fc.constantFrom('HUN', 'DEU', 'POL').map(state), kind: fc.constantFrom(...kinds), side: fc.constantFrom(1, -1), evidence: fc.integer({ min: 1, max: 9 }) }) as fc.Arbitrary<WeighedReason>;

it('every concern that is read has a weight, and no other', () => {
  expect(Object.keys(weights.weights).sort()).toEqual(Object.keys(reasons.kinds).sort());
});

describe('payoffs by weighed reasons', () => {
  const list: WeighedReason[] = [
    { member: state('HUN'), kind: 'escalation', side: -1, evidence: 3 },
    { member: state('HUN'), kind: 'deterrence', side: 1, evidence: 1 },
    { member: state('POL'), kind: 'deterrence', side: 1, evidence: 5 },
  ];
  it('weigh a member’s concerns by evidence, and members alike', () => {
    const p = optionPayoff(list, (k) => (k === 'escalation' ? 2 : 1));
    expect(p.members.map((m) => [m.member, m.payoff])).toEqual([['HUN', (-6 + 1) / 4], ['POL', 1]]);
    expect(p.payoff).toBeCloseTo((-1.25 + 1) / 2, 12);
    expect(p.members[0]!.parts).toEqual([{ kind: 'escalation', adds: -1.5 }, { kind: 'deterrence', adds: 0.25 }]);
  });
  it('are null without reasons, and lie within the largest weight', () => {
    expect(optionPayoff([], () => 1).payoff).toBeNull();
    fc.assert(fc.property(fc.array(reason, { minLength: 1, maxLength: 12 }), fc.double({ min: 0, max: 3, noNaN: true }), (all, w) => {
      const p = optionPayoff(all, (k) => (k === 'cost' ? w : 1));
      expect(Math.abs(p.payoff!)).toBeLessThanOrEqual(Math.max(1, w) + 1e-9);
    }));
  });
  it('turn round when every side does', () => {
    fc.assert(fc.property(fc.array(reason, { minLength: 1, maxLength: 12 }), (all) => {
      const turned = all.map((r) => ({ ...r, side: r.side === 1 ? (-1 as const) : (1 as const) }));
      expect(optionPayoff(turned, () => 1).payoff!).toBeCloseTo(-optionPayoff(all, () => 1).payoff!, 9);
    }));
  });
});

describe('the tornado', () => {
  const option = (side: 1 | -1, ...of: string[]): WeighedReason[] => of.map((kind) => ({ member: state('HUN'), kind, side, evidence: 1 }));
  it('gives the widest bar first and says which weight puts another option first', () => {
    const options = new Map([['now', [...option(1, 'deterrence'), ...option(-1, 'escalation')]], ['later', [...option(1, 'precedent'), ...option(-1, 'fairness')]], ['never', []]]);
    const bars = tornado(options, new Map([['deterrence', { weight: 1, low: 0.5, high: 1.5 }], ['escalation', { weight: 1, low: 0, high: 4 }]]));
    expect(bars.map((b) => [b.kind, b.swing])).toEqual([['escalation', 2], ['deterrence', 0.5], ['fairness', 0], ['precedent', 0]]);
    expect(bars[0]).toMatchObject({ atLow: { now: 0.5, later: 0, never: null }, atHigh: { now: -1.5 }, turnsBest: true });
    expect(bestOption({ now: 0, later: 0, never: null })).toBe('now');
    expect(bestOption({ never: null })).toBeNull();
  });
  it('a bar’s ends are the payoffs with that weight alone changed', () => {
    fc.assert(fc.property(fc.array(reason, { minLength: 1, maxLength: 10 }), (all) => {
      for (const b of tornado(new Map([['o', all]]), new Map(kinds.map((k) => [k, { weight: 1, low: 0.5, high: 3 }])))) {
        expect(b.atHigh['o']).toBeCloseTo(optionPayoff(all, (k) => (k === b.kind ? 3 : 1)).payoff!, 12);
        expect(b.atLow['o']).toBeCloseTo(optionPayoff(all, (k) => (k === b.kind ? 0.5 : 1)).payoff!, 12);
      }
    }));
  });
});
