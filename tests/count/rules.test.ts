import { describe, expect, it } from 'vitest';
import { parseRule } from '../../src/count/parse-rule.js';
import { decide } from '../../src/count/decide.js';
import { bodyIdOf, knownRules, resolveRule } from '../../src/count/rules.js';
import { euMembersOn, weightsFor } from '../../src/count/weights.js';
import type { Act } from '../../src/count/rule.js';
import { day, rosterOf, ruleOf, states } from './helpers.js';

describe('resolveRule', () => {
  it.each([
    ['NATO', undefined, '2024-10-24', 'consensus'],
    ['North Atlantic Council', 'by consensus', undefined, 'consensus'],
    ['NATO', 'consensus of all 32 allies', undefined, 'consensus'],
    ['UN Security Council', undefined, '1990-08-02', 'unsc-non-procedural'],
    ['UN Security Council', 'nine votes with five vetoes', undefined, 'unsc-non-procedural'],
    ['UN Security Council', undefined, '1950-06-25', 'unsc-non-procedural-1945'],
    ['UNSC', 'procedural', undefined, 'unsc-procedural'],
    ['UN General Assembly', 'two-thirds of those voting', undefined, 'unga-important'],
    ['IAEA', 'majority', '2005-09-24', 'simple-majority'],
    ['IMF', '85 percent majority', undefined, 'imf-85'],
    ['OPEC', 'unanimity', '2016-11-30', 'opec-unanimity'],
    ['OPEC+', 'unanimity', undefined, 'unanimity'],
    ['EU Council', 'unanimity', undefined, 'eu-unanimity'],
    ['EU Council', 'simple majority', undefined, 'eu-simple-majority'],
    ['G8', undefined, undefined, 'consensus'],
    ['GATT', 'consensus', '1987-03-04', 'consensus'],
    ['Some new club', 'absolute majority', undefined, 'absolute-majority'],
    ['Some new club', 'Two-Thirds Majority', undefined, 'two-thirds-majority'],
    ['OSCE', 'consensus minus one', '1992-07-08', 'consensus-minus-one'],
  ])('%s, %s on %s is %s', (body, name, date, id) => {
    expect(ruleOf(body, name, date, states('USA', 'FRA')).id).toBe(id);
  });

  it.each([
    ['1960-01-01', 'eec-qualified-majority-1958', 12, 17], ['1975-01-01', 'ec-qualified-majority-1973', 41, 58], ['1983-01-01', 'ec-qualified-majority-1981', 45, 63],
    ['1987-03-09', 'ec-qualified-majority-1986', 54, 76], ['1999-01-01', 'eu-qualified-majority-1995', 62, 87], ['2004-06-01', 'eu-qualified-majority-2004-transition', 88, 124],
    ['2005-06-16', 'eu-qualified-majority-2004', 232, 321], ['2008-01-01', 'eu-qualified-majority-2007', 255, 345], ['2014-01-01', 'eu-qualified-majority-2013', 260, 352],
  ])('of %s is the weighted majority %s: %i of %i, whichever name is used, by date or by roster alone', (date, id, quota, total) => {
    const roster = euMembersOn(date);
    for (const name of [undefined, 'weighted qualified majority', 'qualified majority', 'QMV']) {
      const rule = ruleOf('EU Council', name, date, roster);
      expect(rule.id).toBe(id);
      expect([...(rule.measures.get('votes')?.values() ?? [])].reduce((a, b) => a + b, 0)).toBe(total);
      expect(rule.needs).toContain(String(quota));
    }
    // May to October 2004 has the same 25 members as the Nice weights that follow, which the roster alone then means.
    if (id !== 'eu-qualified-majority-2004-transition') expect(ruleOf('EU Council', 'weighted qualified majority', undefined, roster).id).toBe(id);
  });

  it('uses 55 % of members and 65 % of population from November 2014, for 28 members and for 27', () => {
    expect(ruleOf('EU Council', 'weighted qualified majority', '2025-05-19', euMembersOn('2025-05-19')).id).toBe('eu-qualified-majority');
    expect(ruleOf('EU Council', 'weighted qualified majority', undefined, euMembersOn('2025-05-19')).id).toBe('eu-qualified-majority');
    expect(ruleOf('EU Council', 'qualified majority', '2016-01-01', euMembersOn('2016-01-01')).id).toBe('eu-qualified-majority');
    expect(ruleOf('EU Council', 'qualified majority', '2025-05-19', euMembersOn('2025-05-19')).notes.join(' ')).toContain('2025');
  });

  it('prefers the roster where the day does not fit it', () => {
    expect(ruleOf('EU Council', 'qualified majority', '2026-01-01', euMembersOn('1987-01-01')).id).toBe('ec-qualified-majority-1986');
  });

  it('asks for more when not all members take part: a blocking minority of more than 35 % plus one', () => {
    const roster = states('DEU', 'FRA', 'ITA', 'EST', 'LVA');
    const rule = ruleOf('EU Council', 'qualified majority', '2025-01-01', roster);
    expect(rule.id).toBe('eu-qualified-majority-participants');
    const acts = (no: readonly string[]): Record<string, Act> => Object.fromEntries(roster.map((m) => [m, no.includes(m) ? 'no' : 'yes']));
    // Germany alone holds 38 %; with one more member it blocks, alone it does not.
    expect(decide(rule, roster, acts(['DEU']))).toBe(true);
    expect(decide(rule, roster, acts(['DEU', 'EST']))).toBe(false);
    expect(decide(rule, roster, acts(['EST', 'LVA']))).toBe(true);
  });

  it('names the known rules when the rule is unknown, and the members without a weight', () => {
    const unknown = resolveRule('NATO', 'rule of thumb', undefined, states('FRA'));
    expect(unknown).toMatchObject({ ok: false, error: { code: 'rule-unknown' } });
    if (!unknown.ok) expect(unknown.error.message).toMatch(/"rule of thumb" for NATO; use one of: nato-accession, consensus, unanimity/);
    const weightless = resolveRule('EU Council', 'qualified majority', day('2025-01-01'), states('FRA', 'USA'));
    expect(weightless).toMatchObject({ ok: false });
    if (!weightless.ok) expect(weightless.error.message).toContain('USA');
  });

  it('counts an unrecorded body by consensus and says so', () => {
    expect(ruleOf('Concert of Islands', undefined, undefined, states('FRA'))).toMatchObject({ id: 'consensus', notes: [expect.stringContaining('Concert of Islands'), expect.anything()] });
  });

  it('knows a body by its names', () => {
    expect([bodyIdOf('the Atlantic alliance'), bodyIdOf('EC Council'), bodyIdOf('U.N. Security Council'), bodyIdOf('nowhere')]).toEqual(['nato', 'eu-council', 'unsc', null]);
  });
});

describe('knowledge/rules', () => {
  it('has a source, a unique id and existing successors for each rule', () => {
    const ids = knownRules.map((r) => r.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const r of knownRules) {
      expect(r.source.length).toBeGreaterThan(10);
      for (const next of [...r.then, ...(r.whenPartial === undefined ? [] : [r.whenPartial])]) expect(ids).toContain(next);
    }
  });

  it('gives the published sums: the Union of 2025 and the IMF of 2022', () => {
    const sum = (name: string, roster: readonly string[], date: string): number => {
      const t = weightsFor(name, states(...roster), day(date));
      if (!t.ok) throw new Error(t.error);
      return [...t.value.values.values()].reduce((a, b) => a + b, 0);
    };
    expect(sum('eu-population', euMembersOn('2025-01-01'), '2025-01-01')).toBe(451_028_881);
    expect(sum('imf-votes', ['USA'], '2023-01-01')).toBe(831_401);
  });

  it('lets the United States alone block an 85 % decision of the IMF, and no other member', async () => {
    const table = (await import('../../knowledge/rules/weights-imf-votes.json')).default.tables[0];
    const roster = states(...Object.keys(table?.values ?? {}));
    expect(roster).toHaveLength(190);
    const rule = ruleOf('IMF', '85%', '2022-10-02', roster);
    const blocks = roster.filter((m) => !decide(rule, roster, Object.fromEntries(roster.map((x) => [x, x === m ? 'no' : 'yes']))));
    expect(blocks).toEqual(['USA']);
  });
});

describe('parseRule', () => {
  const good = 'id: club-vote\ntitle: Club vote\nsource: Charter, Art. 4\npasses:\n  all:\n    - yes: votes\n      at-least: 60%\n    - no-veto-by: [FRA]\nweights:\n  votes: {FRA: 5, DEU: 4, ITA: 1}\n';

  it('reads a rule that then counts', () => {
    const parsed = parseRule(good, 'club.yaml');
    if (!parsed.ok) throw new Error(parsed.error.message);
    const roster = states('FRA', 'DEU', 'ITA');
    const rule = resolveRule('Club', 'Club vote', undefined, roster, [parsed.value]);
    if (!rule.ok) throw new Error(rule.error.message);
    expect(decide(rule.value, roster, { FRA: 'yes', DEU: 'no', ITA: 'yes' })).toBe(true);
    expect(decide(rule.value, roster, { FRA: 'no', DEU: 'yes', ITA: 'yes' })).toBe(false);
    expect(decide(rule.value, roster, { FRA: 'abstain', DEU: 'yes', ITA: 'yes' })).toBe(false);
  });

  it.each([
    ['at-least: 60%', 'at-lest: 60%', 7, 'unknown key "at-lest"'],
    ['60%', '160%', 7, '"160%" is neither'],
    ['60%', '0.6', 7, '"0.6" is neither'],
    ['[FRA]', '[France]', 8, '"France" is not a three-letter'],
    ['    - yes: votes', '    - ayes: votes', 6, 'a test needs one of the keys'],
    ['title: Club vote\n', '', 1, 'give the rule a title'],
    ['weights:\n  votes: {FRA: 5, DEU: 4, ITA: 1}\n', '', 1, 'adds up|add up "votes"'],
    ['ITA: 1', 'ITA: 1.5', 10, 'weights.votes'],
    ['source: Charter, Art. 4', 'source: "Charter', 3, 'YAML'],
  ])('with "%s" written "%s" is wrong at line %i: %s', (from, to, line, what) => {
    const parsed = parseRule(good.replace(from, to), 'club.yaml');
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) {
      expect(parsed.error.message).toMatch(new RegExp(what));
      expect(parsed.error.message).toContain(`club.yaml is wrong at line ${line}:`);
    }
  });

  it.each(['', '- a', 'just words'])('rejects %j', (yaml) => {
    expect(parseRule(yaml, 'x.yaml')).toMatchObject({ ok: false, error: { code: 'question-malformed' } });
  });

  it('gives rosters without weights a clear failure', () => {
    const parsed = parseRule(good, 'club.yaml');
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(resolveRule('Club', 'club-vote', undefined, rosterOf(2), [parsed.value])).toMatchObject({ ok: false, error: { message: expect.stringContaining('AAA, AAB') } });
  });
});
