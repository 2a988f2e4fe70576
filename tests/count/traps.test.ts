import { describe, expect, it } from 'vitest';
import { count } from '../../src/count/count.js';
import { decide } from '../../src/count/decide.js';
import type { Act } from '../../src/count/rule.js';
import { resolveRule } from '../../src/count/rules.js';
import { euMembersOn } from '../../src/count/weights.js';
import { day, rosterOf, ruleOf, states } from './helpers.js';

/** The nine traps of the rules' reference: each is a mistake that a counting program is likely to make. */
describe('traps of decision rules', () => {
  const eu27 = euMembersOn('2025-06-01');
  const qm = ruleOf('EU Council', 'qualified majority', '2025-06-01', eu27);
  const population = qm.measures.get('population');
  const share = (codes: readonly string[]): number => codes.reduce((s, c) => s + (population?.get(c as never) ?? 0), 0) / 451028881;
  const acts = (yes: readonly string[], others: Act, roster: readonly string[]): Record<string, Act> => Object.fromEntries(roster.map((m) => [m, (yes.includes(m) ? 'yes' : others) as Act]));

  it('1: 23 yes with under 65 % of the population and four against fails; 24 yes passes with as little', () => {
    const four = ['DEU', 'FRA', 'HUN', 'GRC'];
    const yes23 = eu27.filter((m) => !four.includes(m));
    expect(yes23).toHaveLength(23);
    expect(share(yes23)).toBeLessThan(0.65);
    expect(decide(qm, eu27, acts(yes23, 'no', eu27))).toBe(false);
    const three = ['DEU', 'FRA', 'ITA'];
    const yes24 = eu27.filter((m) => !three.includes(m));
    expect(share(yes24)).toBeLessThan(0.55);
    expect(decide(qm, eu27, acts(yes24, 'no', eu27))).toBe(true);
  });

  it('2: 15 yes with just under 65 % fails and with just over passes', () => {
    const weights = { A: 6499, B: 3501 };
    const roster = states(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((l) => `${l}${l}${l}`), 'ABC');
    const rule = (first: number) => ({ ...qm, measures: new Map([['population', new Map(roster.map((m, i) => [m, i === 0 ? first : i === 26 ? 10000 - first : 0]))]]) });
    const yes = roster.slice(0, 15);
    expect(decide(rule(weights.A), roster, acts(yes, 'no', roster))).toBe(false);
    expect(decide(rule(6500), roster, acts(yes, 'no', roster))).toBe(true);
    expect(decide(rule(6500), roster, acts(roster.slice(0, 14), 'no', roster))).toBe(false);
  });

  it('3: unanimity passes with one abstention and not with one member absent', () => {
    const unanimity = ruleOf('EU Council', 'unanimity', '2025-06-01', eu27);
    const all = acts(eu27, 'yes', eu27);
    expect(decide(unanimity, eu27, { ...all, MLT: 'abstain' })).toBe(true);
    expect(decide(unanimity, eu27, { ...all, MLT: 'absent' })).toBe(false);
  });

  it('4: nine declared abstentions with under a third of the population do not stop a CFSP decision; with a third they do', () => {
    const cfsp = ruleOf('EU Council', 'constructive abstention', '2025-06-01', eu27);
    const all = acts(eu27, 'yes', eu27);
    const declare = (codes: readonly string[]): Record<string, Act> => ({ ...all, ...Object.fromEntries(codes.map((m) => [m, 'declared' as const])) });
    const nine = ['ESP', 'NLD', 'BEL', 'GRC', 'CZE', 'PRT', 'HUN', 'SWE', 'MLT'];
    expect(share(nine)).toBeCloseTo(0.3, 1);
    expect(share(nine)).toBeLessThan(1 / 3);
    expect(decide(cfsp, eu27, declare(nine))).toBe(true);
    const heavy = ['DEU', 'FRA', 'MLT', 'LUX', 'CYP', 'EST', 'LVA', 'SVN', 'LTU'];
    expect(share(heavy)).toBeGreaterThan(1 / 3);
    expect(decide(cfsp, eu27, declare(heavy))).toBe(false);
    expect(decide(cfsp, eu27, declare(heavy.slice(0, 8)))).toBe(true);
    // A plain abstention never counts towards that limit.
    expect(decide(cfsp, eu27, { ...all, ...Object.fromEntries(heavy.map((m) => [m, 'abstain' as const])) })).toBe(true);
  });

  it('5: the Security Council: 9-0-6 with two permanent abstentions passes, 14-1 with a veto fails, 8-0-7 fails', () => {
    const council = states('CHN', 'FRA', 'GBR', 'RUS', 'USA', 'DZA', 'GUY', 'KOR', 'SLE', 'SVN', 'DNK', 'GRC', 'PAK', 'PAN', 'SOM');
    const rule = ruleOf('UN Security Council', undefined, '2025-06-01', council);
    expect(decide(rule, council, acts(council.filter((m) => !['CHN', 'RUS', 'PAK', 'PAN', 'SOM', 'DZA'].includes(m)), 'abstain', council))).toBe(true);
    expect(decide(rule, council, acts(council.filter((m) => m !== 'RUS'), 'no', council))).toBe(false);
    expect(decide(rule, council, acts(council.filter((m) => m !== 'PAK'), 'no', council))).toBe(true);
    expect(decide(rule, council, acts(council.slice(0, 8), 'abstain', council))).toBe(false);
    const procedural = ruleOf('UN Security Council', 'procedural', '2025-06-01', council);
    expect(decide(procedural, council, acts(council.filter((m) => m !== 'RUS'), 'no', council))).toBe(true);
  });

  it('6: the General Assembly: 80-40-73 passes a two-thirds question and 79-40-74 does not', () => {
    const roster = rosterOf(193);
    const rule = ruleOf('UN General Assembly', 'important question', '2025-06-01', roster);
    const vote = (yes: number, no: number): Record<string, Act> => Object.fromEntries(roster.map((m, i) => [m, (i < yes ? 'yes' : i < yes + no ? 'no' : 'abstain') as Act]));
    expect(decide(rule, roster, vote(80, 40))).toBe(true);
    expect(decide(rule, roster, vote(79, 40))).toBe(false);
    expect(decide(rule, roster, vote(0, 0))).toBe(false);
    const ordinary = ruleOf('UN General Assembly', 'majority', '2025-06-01', roster);
    expect(decide(ordinary, roster, vote(60, 60))).toBe(false);
    expect(decide(ordinary, roster, vote(61, 60))).toBe(true);
  });

  it('7: an absent member cannot break consensus in the WTO; a present one can', () => {
    const roster = rosterOf(166);
    const rule = ruleOf('WTO', undefined, '2025-06-01', roster);
    const all: Record<string, Act> = Object.fromEntries(roster.map((m) => [m, 'yes' as Act]));
    const first = roster[0] ?? '';
    expect(decide(rule, roster, { ...all, [first]: 'absent' })).toBe(true);
    expect(decide(rule, roster, { ...all, [first]: 'no' })).toBe(false);
  });

  it('8: the IMF: 84.9 % yes and 15.1 % absent fails an 85 % vote; the United States blocks alone', () => {
    const found = resolveRule('IMF', '85%', day('2023-01-01'), states('USA', 'JPN'));
    if (!found.ok) throw new Error(found.error.message);
    const roster = states('USA', 'JPN');
    const rule = { ...found.value, measures: new Map([['votes', new Map([[roster[0]!, 849], [roster[1]!, 151]])]]) };
    expect(decide(rule, roster, { USA: 'yes', JPN: 'absent' })).toBe(false);
    expect(decide({ ...rule, measures: new Map([['votes', new Map([[roster[0]!, 850], [roster[1]!, 150]])]]) }, roster, { USA: 'yes', JPN: 'absent' })).toBe(true);
  });

  it('9: consensus with unknown positions is open, not adopted', () => {
    const roster = states('POL', 'EST', 'LVA');
    const rule = ruleOf('NATO', 'consensus', '2024-10-01', roster);
    expect(count({ roster, positions: { POL: 'support', EST: 'support' }, rule }).outcome).toBe('open');
    expect(count({ roster, positions: { POL: 'support', EST: 'support', LVA: 'support' }, rule }).outcome).toBe('adopted');
    expect(count({ roster, positions: { POL: 'support', EST: 'oppose' }, rule }).outcome).toBe('blocked');
  });
});
