import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POSITION_WEIGHTS as W } from '../../src/count/position-weights.js';
import { derivePosition, type WeighedSignal } from '../../src/count/positions.js';
import type { IsoDate, StateCode } from '../../src/domain/ids.js';
import { STANCES, type Stance } from '../../src/domain/stance.js';

const HUN = 'HUN' as StateCode;
const DEU = 'DEU' as StateCode;
const share = fc.double({ min: 0, max: 1, noNaN: true });
const days = fc.integer({ min: 0, max: 900 }).map((n) => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10) as IsoDate);
const signal: fc.Arbitrary<WeighedSignal> = fc
  .record({
    member: fc.constantFrom(HUN, HUN, HUN, DEU),
    stance: fc.constantFrom(...STANCES),
    firmness: share,
    confidence: share,
    asOf: fc.option(days, { nil: undefined }),
    attribution: fc.constantFrom('on-record' as const, 'outlet' as const, 'anonymous' as const, 'second-hand' as const),
    origin: fc.constantFrom('a', 'b', 'c'),
    order: fc.nat({ max: 9 }),
    ownVoice: fc.boolean(),
    former: fc.option(fc.constantFrom('government' as const, 'holder' as const), { nil: undefined }),
    retracted: fc.option(fc.constantFrom('vanished' as const, 'replaced' as const), { nil: undefined }),
  })
  .map(({ member, stance, firmness, confidence, asOf, former, retracted, ...rest }) => ({ ...rest, signal: { member, stance, firmness, confidence, ...(asOf ? { asOf } : {}) }, ...(former ? { former } : {}), ...(retracted ? { retracted } : {}) }));
const signals = fc.array(signal, { maxLength: 8 });

/** The weight of each signal of the member, factor by factor as `docs/weights.md` lists them, and the stance it speaks for. */
function reckoned(all: readonly WeighedSignal[], day?: IsoDate): { index: number; weight: number; stance: Stance; s: WeighedSignal }[] {
  const mine = all.map((s, index) => ({ s, index })).filter(({ s }) => s.signal.member === HUN);
  const dated = [...mine.flatMap(({ s }) => s.signal.asOf ?? []), ...(day ? [day] : [])].sort();
  const newest = dated.at(-1);
  const orders = mine.map(({ s }) => s.order);
  const plain = (stance: Stance): boolean => mine.some(({ s }) => s.signal.stance === stance);
  return mine.map(({ s, index }) => {
    const age = newest && s.signal.asOf ? (Date.parse(newest) - Date.parse(s.signal.asOf)) / 86_400_000 : 0;
    const width = Math.max(...orders) - Math.min(...orders);
    const factors = [
      s.signal.confidence,
      W.leastFirmness + (1 - W.leastFirmness) * s.signal.firmness,
      W.attribution[s.attribution],
      s.ownVoice ? W.ownVoice : 1,
      s.former ? W.former[s.former] : 1,
      s.retracted ? W.retracted[s.retracted] : 1,
      Math.pow(0.5, age / W.halfLifeDays),
      1 + (W.lastWord - 1) * (width === 0 ? 1 : (s.order - Math.min(...orders)) / width),
    ];
    const isMild = s.signal.stance === 'conditional' && s.signal.firmness < W.mildFirmness;
    const stance = isMild && plain('abstract-support') ? 'abstract-support' : isMild && plain('oppose') ? 'oppose' : s.signal.stance;
    return { index, s, stance, weight: factors.reduce((a, b) => a * b, 1) };
  });
}

describe('a position', () => {
  it('is what the weights say, reckoned signal by signal: shares, stance, confidence, contest, origins, former words', () => {
    fc.assert(
      fc.property(signals, fc.option(days, { nil: undefined }), (all, day) => {
        const position = derivePosition(HUN, all, day);
        const each = reckoned(all, day);
        const behind = (stance: Stance, only: (s: WeighedSignal) => boolean = () => true): number =>
          ['a', 'b', 'c'].reduce((sum, origin) => {
            const strongest = Math.max(0, ...each.filter((e) => e.stance === stance && e.s.origin === origin).map((e) => e.weight));
            // Among equals, the first.
            const chosen = each.find((e) => e.stance === stance && e.s.origin === origin && e.weight === strongest);
            return sum + (chosen && only(chosen.s) ? strongest : 0);
          }, 0);
        const total = STANCES.reduce((sum, stance) => sum + behind(stance), 0);
        if (each.length === 0) {
          expect(position).toEqual({ member: HUN, stance: 'unknown', confidence: 0, distribution: { support: 0, oppose: 0, conditional: 0, 'abstract-support': 0, uncommitted: 0 }, contested: false, origins: 0, evidence: [], formerShare: 0 });
          return;
        }
        for (const stance of STANCES) expect(position.distribution[stance]).toBeCloseTo(total === 0 ? 0 : behind(stance) / total, 9);
        const most = Math.max(...STANCES.map((stance) => position.distribution[stance]));
        const stance = position.stance as Stance;
        expect(position.distribution[stance]).toBe(most);
        expect(position.confidence).toBeCloseTo(most * (1 - Math.exp(-W.certainty * total)), 1.9);
        expect(position.origins).toBe(new Set(each.map((e) => e.s.origin)).size);
        expect(position.formerShare).toBeCloseTo(behind(stance) === 0 ? 0 : behind(stance, (s) => s.former !== undefined) / behind(stance), 6);
        const against = position.distribution.oppose + position.distribution.conditional + position.distribution['abstract-support'];
        expect(position.contested).toBe(position.distribution.support >= W.contestedShare && against >= W.contestedShare);
      }),
      { numRuns: 1_000 },
    );
  });

  it('lists each of the member’s signals once: those of its stance first, the strongest before the weaker', () => {
    fc.assert(
      fc.property(signals, (all) => {
        const position = derivePosition(HUN, all);
        const each = reckoned(all);
        expect([...position.evidence].sort((a, b) => a - b)).toEqual(each.map((e) => e.index));
        const listed = position.evidence.map((index) => each.find((e) => e.index === index)!);
        for (const [i, e] of listed.entries()) {
          const next = listed[i + 1];
          if (!next) continue;
          const [here, there] = [e.stance === position.stance, next.stance === position.stance];
          expect(here || !there).toBe(true);
          if (here === there) expect(e.weight).toBeGreaterThanOrEqual(next.weight - 1e-12);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is contested exactly from a third on either side', () => {
    const of = (stance: Stance, confidence: number, origin: string): WeighedSignal => ({ signal: { member: HUN, stance, firmness: 1, confidence }, attribution: 'on-record', origin, order: 0, ownVoice: false });
    const contested = (support: number, oppose: number, conditional = 0): boolean => derivePosition(HUN, [of('support', support, 'a'), of('oppose', oppose, 'b'), ...(conditional > 0 ? [of('conditional', conditional, 'c')] : [])]).contested;
    expect([contested(0.4, 0.8), contested(0.39, 0.8), contested(0.8, 0.4), contested(0.8, 0.39), contested(0.8, 0.2, 0.2), contested(0.8, 0, 0.39)]).toEqual([true, false, true, false, true, false]);
  });

  it('keeps the order of what was said so long ago that its weight would vanish', () => {
    const old = (stance: Stance, asOf: string, order: number): WeighedSignal => ({ signal: { member: HUN, stance, firmness: 1, confidence: 1, asOf: asOf as IsoDate }, attribution: 'on-record', origin: stance, order, ownVoice: true });
    const position = derivePosition(HUN, [old('oppose', '0100-01-01', 0), old('support', '0100-01-01', 1)], '2024-01-01' as IsoDate);
    expect([position.stance, position.evidence, position.distribution.support > position.distribution.oppose]).toEqual(['support', [1, 0], true]);
  });
});
