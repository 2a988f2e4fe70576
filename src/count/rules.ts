import bodyNames from '../../knowledge/rules/body-names.json' with { type: 'json' };
import eu from '../../knowledge/rules/eu.json' with { type: 'json' };
import general from '../../knowledge/rules/general.json' with { type: 'json' };
import others from '../../knowledge/rules/nato-un-others.json' with { type: 'json' };
import type { Failure } from '../domain/failure.js';
import { parseIsoDate, type IsoDate, type StateCode } from '../domain/ids.js';
import { err, ok, type Result } from '../domain/result.js';
import { holdsOn, type Rule, type RuleDefinition } from './rule.js';
import { ruleSchema } from './rule-schema.js';
import { euMembersOn, ownWeights, weightsFor } from './weights.js';

/** Every rule of `knowledge/rules`, body rules before general ones. */
export const knownRules: readonly RuleDefinition[] = [...others.rules, ...eu.rules, ...general.rules].map((raw) => ruleSchema.parse(raw));

const fold = (words: string): string =>
  words.toLowerCase().replace(/\bpercent\b|\bper cent\b/g, '%').replace(/(?<!\s)\s+%/g, '%').replace(/[-–—_.,;:()'’"]/g, ' ').replace(/\s+/g, ' ').trim().replace(/^the /, '');

const bodies = bodyNames.bodies.map((b) => ({ ...b, folded: new Set([b.id, ...b.names].map(fold)) }));
const fillers = new Set(bodyNames.fillers);

/** Id of the body that a name stands for ("North Atlantic Council" → `nato`), or null; ids name themselves. */
export const bodyIdOf = (name: string): string | null => bodies.find((b) => b.folded.has(fold(name)))?.id ?? null;

/**
 * The rule that a question means, with its weights looked up: `ruleName` is an id or any name that coverage uses ("weighted qualified
 * majority"); without one the body's usual rule on the day, or consensus for a body without a recorded one, which `notes` then says.
 * The day picks the treaty in force; where it is missing or does not fit `roster`, the roster does (twelve members: the rule of 1986).
 * `more` are a user's own rules and come first. Fails with `rule-unknown`, naming the known rules, or with the missing weights.
 */
export function resolveRule(body: string, ruleName: string | undefined, date: IsoDate | undefined, roster: readonly StateCode[], more: readonly RuleDefinition[] = []): Result<Rule, Failure> {
  const bodyId = bodyIdOf(body) ?? fold(body);
  const all = [...more, ...knownRules];
  const mine = all.filter((r) => r.bodies.includes(bodyId));
  const anyone = all.filter((r) => r.bodies.includes('*'));
  const notes: string[] = [];
  let candidates: readonly RuleDefinition[];
  if (ruleName === undefined || ruleName.trim() === '') {
    candidates = all.filter((r) => r.defaultFor.includes(bodyId));
    if (candidates.length === 0) {
      candidates = all.filter((r) => r.id === 'consensus');
      notes.push(`No decision rule is recorded for ${body}; counted by consensus.`);
    }
  } else {
    candidates = [matchExactly(mine, ruleName), matchExactly(anyone, ruleName), matchLoosely(mine, ruleName, body), matchLoosely(anyone, ruleName, body), matchExactly(all, ruleName)].find((found) => found.length > 0) ?? [];
    if (candidates.length === 0) return err(unknownRule(body, ruleName, [...mine, ...anyone]));
  }
  const picked = pickRegime(candidates, date, roster, all);
  return bindWeights(picked.rule, picked.day, roster, bodies.find((b) => b.id === bodyId)?.memberNoun ?? 'members', notes);
}

function unknownRule(body: string, ruleName: string, rules: readonly RuleDefinition[]): Failure {
  return { code: 'rule-unknown', category: 'caller', message: `There is no decision rule "${ruleName}" for ${body}; use one of: ${[...new Set(rules.filter((r) => r.until === undefined).map((r) => r.id))].join(', ')}.` };
}

const matchExactly = (rules: readonly RuleDefinition[], name: string): readonly RuleDefinition[] => {
  const wanted = fold(name);
  const byId = rules.filter((r) => fold(r.id) === wanted);
  return byId.length > 0 ? byId : rules.filter((r) => [r.title, ...r.names].some((n) => fold(n) === wanted));
};

/** Rules one of whose names lies in `name` with nothing but filler words and numbers left over; the longest such name wins. */
function matchLoosely(rules: readonly RuleDefinition[], name: string, body: string): readonly RuleDefinition[] {
  const words = fold(name).split(' ');
  const bodyWords = new Set(fold(body).split(' '));
  let best: RuleDefinition[] = [];
  let length = 0;
  for (const rule of rules) {
    for (const alias of [rule.title, ...rule.names]) {
      const need = fold(alias).split(' ');
      if (need.length < length || !need.every((w) => words.includes(w))) continue;
      const left = words.filter((w) => !need.includes(w));
      if (!left.every((w) => fillers.has(w) || bodyWords.has(w) || /^\d+$/.test(w))) continue;
      if (need.length > length) {
        best = [];
        length = need.length;
      }
      if (!best.includes(rule)) best.push(rule);
    }
  }
  return best;
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((x) => b.includes(x));
const within = (a: readonly string[], b: readonly string[]): boolean => a.every((x) => b.includes(x));

/** Days on which the Union's membership changed, newest first. */
const ENLARGEMENTS = ['2020-02-01', '2013-07-01', '2007-01-01', '2004-11-01', '2004-05-01', '1995-01-01', '1986-01-01', '1981-01-01', '1973-01-01', '1958-01-01'].flatMap((day) => parseIsoDate(day) ?? []);

/** Of one name's rules over time, the one for the day, or for the roster when the day is missing or does not fit it. */
function pickRegime(candidates: readonly RuleDefinition[], date: IsoDate | undefined, roster: readonly StateCode[], all: readonly RuleDefinition[]): { readonly rule: RuleDefinition; readonly day: IsoDate | undefined } {
  const isEu = candidates.some((r) => r.bodies.includes('eu-council'));
  const onDay = date === undefined ? undefined : candidates.find((r) => holdsOn(r, date));
  const newest = candidates.find((r) => r.until === undefined) ?? candidates.at(-1);
  const fallback = onDay ?? newest;
  if (!fallback) throw new RangeError('pickRegime needs a candidate');
  if (!isEu || roster.length === 0) return { rule: fallback, day: onDay ? date : undefined };
  const membersThen = date === undefined ? euMembersOn(ENLARGEMENTS[0] ?? '') : euMembersOn(date);
  if (date !== undefined && onDay && sameSet(roster, membersThen)) return { rule: onDay, day: date };
  for (const day of ENLARGEMENTS) {
    const rule = candidates.find((r) => holdsOn(r, day));
    if (!rule || !sameSet(roster, euMembersOn(day))) continue;
    return { rule, day: date !== undefined && holdsOn(rule, date) ? date : date === undefined && rule.until === undefined ? undefined : day };
  }
  if (within(roster, membersThen)) {
    const partial = all.find((r) => r.id === fallback.whenPartial);
    return { rule: partial ?? fallback, day: date };
  }
  return { rule: fallback, day: onDay ? date : undefined };
}

function bindWeights(definition: RuleDefinition, day: IsoDate | undefined, roster: readonly StateCode[], memberNoun: string, notes: readonly string[]): Result<Rule, Failure> {
  const measures = new Map<string, ReadonlyMap<StateCode, number>>();
  const said = [...notes];
  for (const [measure, source] of Object.entries(definition.weights)) {
    if (typeof source === 'string') {
      const table = weightsFor(source, roster, day);
      if (!table.ok) return err({ code: 'rule-unknown', category: 'caller', message: `The rule "${definition.id}" cannot be applied to this roster: ${table.error}` });
      measures.set(measure, table.value.values);
      said.push(table.value.note);
    } else {
      const own = ownWeights(source, roster);
      if (!own.ok) return err({ code: 'rule-unknown', category: 'caller', message: `The rule "${definition.id}" cannot be applied to this roster: ${own.error}` });
      measures.set(measure, own.value);
    }
  }
  if (definition.note !== undefined) said.push(definition.note);
  return ok({ ...definition, measures, memberNoun, notes: said });
}
