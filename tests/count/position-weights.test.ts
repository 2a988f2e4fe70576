import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derivePosition, type WeighedSignal } from '../../src/count/positions.js';
import { POSITION_WEIGHTS } from '../../src/count/position-weights.js';
import type { IsoDate, StateCode } from '../../src/domain/ids.js';

const HUN = 'HUN' as StateCode;
const signal = (over: Partial<WeighedSignal['signal']> = {}, rest: Partial<Omit<WeighedSignal, 'signal'>> = {}): WeighedSignal => ({
  signal: { member: HUN, stance: 'oppose', firmness: 0.9, confidence: 0.9, asOf: '2024-10-01' as IsoDate, ...over },
  attribution: 'on-record',
  origin: 'a',
  order: 0,
  ownVoice: true,
  ...rest,
});
const confidence = (...signals: WeighedSignal[]): number => derivePosition(HUN, signals).confidence;

test('docs/weights.md lists every number of the code, and no other', () => {
  const flat = (value: object, at = ''): [string, number][] => Object.entries(value).flatMap(([k, v]) => (typeof v === 'number' ? [[at + k, v] as [string, number]] : flat(v as object, `${at}${k}.`)));
  const listed = [...readFileSync(new URL('../../docs/weights.md', import.meta.url), 'utf8').matchAll(/^\| `([\w.-]+)` \| ([\d.]+) \|/gm)].map(([, name, value]) => [name, Number(value)]);
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(flat(POSITION_WEIGHTS).map(([k, v]) => [k, Math.round(v * 10_000) / 10_000])));
});

test.each([
  ['on-record outweighs the outlet itself', signal(), signal({}, { attribution: 'outlet' })],
  ['the outlet itself outweighs an unnamed voice', signal({}, { attribution: 'outlet' }), signal({}, { attribution: 'anonymous' })],
  ['an unnamed voice outweighs somebody else', signal({}, { attribution: 'anonymous' }), signal({}, { attribution: 'second-hand' })],
  ['firm words outweigh mild ones', signal({ firmness: 1 }), signal({ firmness: 0.5 })],
  ['the member’s own voice outweighs another’s', signal(), signal({}, { ownVoice: false })],
  ['a government outweighs one that is gone', signal(), signal({}, { former: 'government' })],
  ['a speaker who left office outweighs a government that is gone', signal({}, { former: 'holder' }), signal({}, { former: 'government' })],
] as const)('%s', (_, stronger, weaker) => {
  expect(confidence(stronger)).toBeGreaterThan(confidence(weaker));
  const both = derivePosition(HUN, [{ ...stronger, signal: { ...stronger.signal, stance: 'support' }, origin: 'b' }, weaker]);
  expect(both.distribution.support).toBeGreaterThan(both.distribution.oppose);
});

test('a word loses half its weight in the half-life, and an ancient one keeps its stance', () => {
  const old = signal({ stance: 'support', asOf: '2024-04-04' as IsoDate }, { origin: 'b' });
  const { distribution } = derivePosition(HUN, [old, signal()]);
  expect(distribution.support / distribution.oppose).toBeCloseTo(0.5, 5);
  expect(derivePosition(HUN, [signal({ asOf: '0100-01-01' as IsoDate })], '2024-01-01' as IsoDate)).toMatchObject({ stance: 'oppose', confidence: 0 });
});

test('twelve articles of one origin weigh as one, two origins as two', () => {
  const twelve = Array.from({ length: 12 }, () => signal());
  expect(confidence(...twelve)).toBe(confidence(signal()));
  expect(derivePosition(HUN, [...twelve, signal({}, { origin: 'b' })]).origins).toBe(2);
  expect(confidence(...twelve, signal({}, { origin: 'b' }))).toBeGreaterThan(confidence(...twelve));
});

test('sources that disagree are contested, whichever way it leans', () => {
  expect(derivePosition(HUN, [signal(), signal({ stance: 'support' }, { origin: 'b' })]).contested).toBe(true);
  expect(derivePosition(HUN, [signal(), signal({ stance: 'support' }, { origin: 'b', attribution: 'second-hand', ownVoice: false, former: 'government' })]).contested).toBe(false);
});

test('the order in which signals are given never matters', () => {
  const any = fc.record({ stance: fc.constantFrom('support', 'oppose', 'conditional', 'uncommitted'), former: fc.constantFrom(undefined, 'government' as const, 'holder' as const), origin: fc.constantFrom('a', 'b', 'c'), order: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), (list) => {
      const signals = list.map(({ stance, former, ...rest }) => signal({ stance: stance as 'support' }, { ...rest, ...(former ? { former } : {}) }));
      const one = derivePosition(HUN, signals);
      const other = derivePosition(HUN, [...signals].reverse());
      expect(other.confidence).toBeCloseTo(one.confidence, 6);
      for (const key of Object.keys(one.distribution) as (keyof typeof one.distribution)[]) expect(other.distribution[key]).toBeCloseTo(one.distribution[key], 9);
    }),
  );
});
