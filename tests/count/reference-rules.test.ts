import { describe, expect, it } from 'vitest';
import { decide } from '../../src/count/decide.js';
import { count } from '../../src/count/count.js';
import { resolveRule } from '../../src/count/rules.js';
import type { Act } from '../../src/count/rule.js';
import { euMembersOn } from '../../src/count/weights.js';
import type { StateCode } from '../../src/domain/ids.js';
import { resolveBody, rosterAt } from '../../src/knowledge/bodies.js';
import { day, rosterOf, ruleOf, states } from './helpers.js';

const membersOf = (body: string, date: string): StateCode[] => rosterAt(resolveBody(body)!, day(date));
const nato = membersOf('NATO', '2024-10-24');
const eu = [...euMembersOn('2025-06-01')];
const council = states('CHN', 'FRA', 'GBR', 'RUS', 'USA', 'DZA', 'GUY', 'KOR', 'SLE', 'SVN', 'DNK', 'GRC', 'PAK', 'PAN', 'SOM');
const board = rosterOf(35);
const wto = rosterOf(166);
const assembly = rosterOf(193);
const opec = states('DZA', 'COG', 'GNQ', 'GAB', 'IRN', 'IRQ', 'KWT', 'LBY', 'NGA', 'SAU', 'ARE', 'VEN');

/** So many of the roster, from the first, do each act; the rest say yes. */
const acts = (roster: readonly StateCode[], some: Partial<Record<Act, number>>, by: Readonly<Record<string, Act>> = {}): Record<string, Act> => {
  const out: Record<string, Act> = Object.fromEntries(roster.map((m) => [m, 'yes' as Act]));
  let at = 0;
  for (const [act, n] of Object.entries(some) as [Act, number][]) for (const m of roster.slice(at, (at += n))) out[m] = act;
  return { ...out, ...by };
};

/** Each row of the reference's table: a body's rule, what members do, and whether it passes. */
describe('every row of the rules that councils have', () => {
  it.each<[string, string, string | undefined, readonly StateCode[], Record<string, Act>, boolean]>([
    ['NATO council: nobody objects, many are silent', 'NATO', undefined, nato, acts(nato, { absent: 20 }), true],
    ['NATO council: any one ally blocks', 'NATO', 'silence procedure', nato, acts(nato, { no: 1 }), false],
    ['NATO accession, first gate: consensus', 'NATO', 'accession', nato, acts(nato, { abstain: 3 }), true],
    ['NATO accession, second gate: not ratified is not done', 'NATO', 'ratification', nato, acts(nato, { absent: 1 }), false],
    ['NATO accession, second gate: all have ratified', 'NATO', 'ratification', nato, acts(nato, {}), true],
    ['EU qualified majority: abstention counts as no', 'EU Council', 'qualified majority', eu, acts(eu, { abstain: 13 }), false],
    ['EU qualified majority: three of any size cannot block', 'EU Council', 'qualified majority', eu, acts(eu, {}, { DEU: 'no', FRA: 'no', ITA: 'absent' }), true],
    ['EU qualified majority: four with over 35 % do', 'EU Council', 'qualified majority', eu, acts(eu, {}, { DEU: 'no', FRA: 'no', ITA: 'no', MLT: 'abstain' }), false],
    ['EU reinforced: eight block', 'EU Council', 'reinforced qualified majority', eu, acts(eu, {}, Object.fromEntries(['MLT', 'LUX', 'CYP', 'EST', 'LVA', 'SVN', 'LTU', 'HRV'].map((m) => [m, 'no' as const]))), false],
    ['EU reinforced: seven small ones do not', 'EU Council', 'reinforced qualified majority', eu, acts(eu, {}, Object.fromEntries(['MLT', 'LUX', 'CYP', 'EST', 'LVA', 'SVN', 'LTU'].map((m) => [m, 'no' as const]))), true],
    ['EU reinforced: three with over 35 % of the population block, no clause saves it', 'EU Council', 'reinforced qualified majority', eu, acts(eu, {}, { DEU: 'no', FRA: 'no', ITA: 'no' }), false],
    ['EU simple majority: 14 of 27', 'EU Council', 'simple majority', eu, acts(eu, { no: 13 }), true],
    ['EU simple majority: 13 are too few', 'EU Council', 'simple majority', eu, acts(eu, { absent: 14 }), false],
    ['EU unanimity: abstention does not block', 'EU Council', 'unanimity', eu, acts(eu, { abstain: 26 }), true],
    ['EU unanimity: absence without representation does', 'EU Council', 'unanimity', eu, acts(eu, { absent: 1 }), false],
    ['CFSP: one no', 'EU Council', 'constructive abstention', eu, acts(eu, { no: 1 }), false],
    ['CFSP: declared abstainers below the limit', 'EU Council', 'constructive abstention', eu, acts(eu, { declared: 8 }), true],
    ['CFSP: a third of members with a third of the population', 'EU Council', 'constructive abstention', eu, acts(eu, {}, Object.fromEntries(['DEU', 'FRA', 'MLT', 'LUX', 'CYP', 'EST', 'LVA', 'SVN', 'LTU'].map((m) => [m, 'declared' as const]))), false],
    ['EU accession, first gate: unanimity', 'EU Council', 'accession', eu, acts(eu, { no: 1 }), false],
    ['Article 7: four fifths of the other 26 are 21', 'EU Council', 'four fifths of members', eu, acts(eu, { no: 5 }, { HUN: 'excluded', AUT: 'no', BEL: 'no', BGR: 'no', CYP: 'no', CZE: 'no' }), true],
    ['Security Council, procedural: no veto counts', 'UNSC', 'procedural', council, acts(council, { no: 5, abstain: 1 }), true],
    ['Security Council, procedural: eight are too few', 'UNSC', 'procedural', council, acts(council, { no: 7 }), false],
    ['Security Council: an absent permanent member has not vetoed', 'UNSC', undefined, council, acts(council, { absent: 2 }), true],
    ['Security Council: one permanent no', 'UNSC', undefined, council, acts(council, {}, { CHN: 'no' }), false],
    ['Security Council: seven not in favour defeat it without a veto', 'UNSC', undefined, council, acts(council, {}, Object.fromEntries(council.slice(5, 12).map((m) => [m, 'abstain' as const]))), false],
    ['Security Council: a party to the dispute has no vote, so no veto; nine yes are still needed', 'UNSC', undefined, council, acts(council, { excluded: 1, abstain: 5 }), true],
    ['Security Council: without the party and six more, eight are too few', 'UNSC', undefined, council, acts(council, { excluded: 1, abstain: 6 }), false],
    ['Security Council: judges need eight of fifteen, whoever says no', 'UNSC', 'ICJ election', council, acts(council, { no: 7 }), true],
    ['Assembly, important: exactly two thirds passes', 'UNGA', 'important question', assembly, acts(assembly, { no: 40, abstain: 73 }), true],
    ['Assembly, other: a tie fails', 'UNGA', 'majority', assembly, acts(assembly, { no: 60, abstain: 73 }), false],
    ['Charter amendment: two thirds of all 193 are 129', 'UNGA', 'two thirds of all members', assembly, acts(assembly, { absent: 64 }), true],
    ['Charter amendment: 128 are too few', 'UNGA', 'two thirds of all members', assembly, acts(assembly, { absent: 65 }), false],
    ['WTO: an absent member cannot object', 'WTO', undefined, wto, acts(wto, { absent: 1 }), true],
    ['WTO: a present one can', 'WTO', undefined, wto, acts(wto, { no: 1 }), false],
    ['WTO waiver: three quarters of members', 'WTO', 'three quarters of members', wto, acts(wto, { absent: 41 }), true],
    ['WTO waiver: 124 of 166 are too few', 'WTO', 'three quarters of members', wto, acts(wto, { absent: 42 }), false],
    ['WTO panel report: adopted unless all present object', 'WTO', 'negative consensus', wto, acts(wto, { no: 165 }), true],
    ['WTO panel report: all object', 'WTO', 'reverse consensus', wto, acts(wto, { no: 166 }), false],
    ['OSCE: one objection', 'OSCE', undefined, rosterOf(57), acts(rosterOf(57), { no: 1 }), false],
    ['OSCE: consensus minus one', 'OSCE', 'consensus minus one', rosterOf(57), acts(rosterOf(57), { no: 1 }), true],
    ['OSCE: not minus two', 'OSCE', 'consensus minus one', rosterOf(57), acts(rosterOf(57), { no: 2 }), false],
    ['OSCE: directed conciliation of two disputants', 'OSCE', 'directed conciliation', rosterOf(57), acts(rosterOf(57), { no: 2 }), true],
    ['IAEA Board: more than half of present and voting', 'IAEA', undefined, board, acts(board, { no: 8, abstain: 18 }), true],
    ['IAEA Board: half is not more', 'IAEA', undefined, board, acts(board, { no: 8, abstain: 19 }), false],
    ['IAEA budget: two thirds', 'IAEA', 'two-thirds majority', board, acts(board, { no: 12 }), false],
    ['ASEAN: any one member', 'ASEAN', undefined, rosterOf(11), acts(rosterOf(11), { no: 1 }), false],
    ['OPEC: all Full Members agree', 'OPEC', undefined, opec, acts(opec, {}), true],
    ['OPEC: an abstention is not agreement', 'OPEC', 'unanimity', opec, acts(opec, { abstain: 1 }), false],
    ['OPEC: a new member with three quarters and the founders', 'OPEC', 'admission', opec, acts(opec, { no: 3 }), true],
    ['OPEC: a founder against it', 'OPEC', 'admission', opec, acts(opec, {}, { VEN: 'no' }), false],
  ])('%s', (_, body, name, roster, voting, passes) => {
    expect(decide(ruleOf(body, name, '2025-06-01', roster), roster, voting)).toBe(passes);
  });

  it('IMF: cast votes by default, 85 % and 70 % of all votes, and an amendment by heads too', async () => {
    const table = (await import('../../knowledge/rules/weights-imf-votes.json')).default.tables[0]!;
    const roster = states(...Object.keys(table.values));
    const weight = (m: string): number => (table.values as Record<string, number>)[m] ?? 0;
    const byWeight = [...roster].sort((a, b) => weight(b) - weight(a));
    const only = (yes: readonly string[], others: Act): Record<string, Act> => Object.fromEntries(roster.map((m) => [m, yes.includes(m) ? 'yes' : others]));
    const rule = (name: string | undefined) => ruleOf('IMF', name, '2023-01-01', roster);
    // The largest alone against nobody: votes not cast do not count.
    expect(decide(rule(undefined), roster, only(['USA'], 'abstain'))).toBe(true);
    expect(decide(rule(undefined), roster, only(['USA'], 'no'))).toBe(false);
    expect(decide(rule('85%'), roster, only(roster.filter((m) => m !== 'USA'), 'absent'))).toBe(false);
    expect(decide(rule('85%'), roster, only(roster.filter((m) => m !== 'JPN'), 'absent'))).toBe(true);
    // 30 % block a 70 % decision: the four largest hold more.
    expect(decide(rule('70%'), roster, only(roster.filter((m) => !byWeight.slice(0, 4).includes(m)), 'no'))).toBe(false);
    expect(decide(rule('70%'), roster, only(roster.filter((m) => m !== 'USA'), 'no'))).toBe(true);
    const heavy = byWeight.slice(0, 113);
    expect(heavy.reduce((s, m) => s + weight(m), 0) / roster.reduce((s, m) => s + weight(m), 0)).toBeGreaterThan(0.85);
    expect(decide(rule('amendment'), roster, only(heavy, 'no'))).toBe(false);
    expect(decide(rule('amendment'), roster, only(byWeight.slice(0, 114), 'no'))).toBe(true);
  });

  it.each([
    ['NATO', '2022-06-01', 30], ['NATO', '2023-05-01', 31], ['NATO', '2024-03-06', 31], ['NATO', '2024-03-07', 32],
    ['EU', '2019-06-01', 28], ['EU', '2020-02-01', 27], ['EU', '2013-06-30', 27], ['EU', '2013-07-01', 28], ['EU', '2006-12-31', 25], ['EU', '1958-01-01', 6],
    ['ASEAN', '2025-10-01', 10], ['ASEAN', '2025-11-01', 11], ['UN Security Council', '2025-06-01', 15], ['OPEC', '2016-11-29', 14], ['OPEC', '2016-11-30', 13],
  ])('%s of %s has %i members', (body, date, n) => {
    expect(membersOf(body, date)).toHaveLength(n);
  });

  it.each(Array.from({ length: 13 }, (_, k) => 2013 + k))('the Union of %i has a population for each member, from a table near that year', (year) => {
    const date = `${String(year)}-12-31`;
    const rule = resolveRule('EU Council', 'qualified majority', day(date), euMembersOn(date));
    if (!rule.ok) throw new Error(rule.error.message);
    expect(rule.value.measures.get('population')?.size).toBe(euMembersOn(date).length);
    expect(rule.value.notes.join(' ')).toMatch(new RegExp(`eu-population: table of ${String(year)}`));
  });

  it('two stages: the decision names the ratification, which is a count of its own', () => {
    const invited = count({ roster: nato, positions: Object.fromEntries(nato.map((m) => [m, 'support'])), rule: ruleOf('NATO', 'accession', '2024-10-24', nato) });
    expect([invited.outcome, invited.then]).toEqual(['adopted', ['ratification-by-all']]);
    const ratified = count({ roster: nato, positions: { HUN: 'unknown', ...Object.fromEntries(nato.filter((m) => m !== 'HUN').map((m) => [m, 'support'])) }, rule: ruleOf('NATO', invited.then[0], '2024-10-24', nato) });
    expect(ratified).toMatchObject({ outcome: 'open', unknown: ['HUN'], pivots: expect.arrayContaining([{ member: 'HUN', to: 'support', outcome: 'adopted' }]) });
  });
});
