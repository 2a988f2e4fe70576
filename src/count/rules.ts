import type { Failure } from '../domain/failure.js';
import type { IsoDate, StateCode } from '../domain/ids.js';
import { err, ok, type Result } from '../domain/result.js';
import data from '../../knowledge/rules/rules.json' with { type: 'json' };
import weightTables from '../../knowledge/rules/weights.json' with { type: 'json' };

/** A fraction as numerator and denominator, so that thresholds are exact. */
export type Fraction = readonly [number, number];

/** One test of a rule; a rule passes when all of its tests do. */
export type RuleTest =
  | { readonly kind: 'noObjection'; readonly mustTakePart?: boolean }
  | { readonly kind: 'atMostAgainst'; readonly most: number }
  | { readonly kind: 'count'; readonly least: number }
  | { readonly kind: 'share'; readonly of: 'all' | 'voting'; readonly least?: Fraction; readonly more?: Fraction; readonly orFewerAgainst?: number }
  | { readonly kind: 'weight'; readonly weights: string; readonly least: Fraction; readonly orFewerAgainst?: number }
  | { readonly kind: 'noVeto'; readonly veto: readonly string[] };

/** A decision rule as data; see `knowledge/rules/rules.json`. */
export interface Rule {
  readonly id: string;
  readonly names: readonly string[];
  /** What it takes, in words. */
  readonly text: string;
  /** Treaty article or rule of procedure. */
  readonly citation: string;
  readonly from?: string;
  readonly to?: string;
  readonly tests: readonly RuleTest[];
}

/** What a member does when the question is put. */
export type Act = 'yes' | 'no' | 'abstain' | 'absent';

// SAFETY: the file's shape is checked by rules.test.ts against every kind of test.
const RULES = data.rules as unknown as readonly Rule[];
const WEIGHTS = weightTables as unknown as Readonly<Record<string, Readonly<Record<string, number>>>>;

export const allRules = (): readonly Rule[] => RULES;

const inForce = (rule: Rule, date: IsoDate | undefined): boolean =>
  date === undefined ? rule.to === undefined : (rule.from === undefined || rule.from <= date) && (rule.to === undefined || date < rule.to);

/**
 * The rule that a name means on a day (today's when no day is given). Names are ids or the words a question uses ("qualified
 * majority"), which can mean another rule at another time. Fails with `rule-unknown` and the known ids.
 */
export function resolveRule(name: string, date?: IsoDate): Result<Rule, Failure> {
  const wanted = name.trim().toLowerCase();
  const byId = RULES.find((r) => r.id === wanted);
  if (byId) return ok(byId);
  const named = RULES.filter((r) => r.names.includes(wanted));
  const found = named.find((r) => inForce(r, date)) ?? named[0];
  if (found) return ok(found);
  return err({ code: 'rule-unknown', category: 'caller', message: `No decision rule is called "${name}"; use one of: ${RULES.map((r) => r.id).join(', ')}.` });
}

/** The rule a body uses when a question names none. */
export function defaultRuleOf(bodyId: string): string {
  return (data.defaults as Readonly<Record<string, string>>)[bodyId] ?? 'consensus';
}

const weightOf = (table: string, member: StateCode): number => WEIGHTS[table]?.[member] ?? 0;

/** Members of a roster that a weight table lacks; a weighted rule cannot be applied while there are any. */
export function membersWithoutWeight(rule: Rule, roster: readonly StateCode[]): StateCode[] {
  const tables = rule.tests.flatMap((t) => (t.kind === 'weight' ? [t.weights] : []));
  return roster.filter((m) => tables.some((t) => weightOf(t, m) === 0));
}

/** Whether a rule adopts, given what each member of the roster does. Pure, O(members); an empty roster adopts nothing. */
export function passes(rule: Rule, roster: readonly StateCode[], actOf: (member: StateCode) => Act): boolean {
  if (roster.length === 0) return false;
  let yes = 0;
  let no = 0;
  let absent = 0;
  for (const m of roster) {
    const a = actOf(m);
    if (a === 'yes') yes += 1;
    else if (a === 'no') no += 1;
    else if (a === 'absent') absent += 1;
  }
  const notYes = roster.length - yes;
  return rule.tests.every((t) => {
    switch (t.kind) {
      case 'noObjection':
        return no === 0 && yes > 0 && !(t.mustTakePart === true && absent > 0);
      case 'atMostAgainst':
        return no <= t.most && yes > 0;
      case 'count':
        return yes >= t.least;
      case 'share': {
        if (t.orFewerAgainst !== undefined && notYes < t.orFewerAgainst) return true;
        const base = t.of === 'all' ? roster.length : yes + no;
        if (base === 0) return false;
        if (t.least) return yes * t.least[1] >= base * t.least[0];
        return t.more !== undefined && yes * t.more[1] > base * t.more[0];
      }
      case 'weight': {
        if (t.orFewerAgainst !== undefined && notYes < t.orFewerAgainst) return true;
        let all = 0;
        let pro = 0;
        for (const m of roster) {
          const w = weightOf(t.weights, m);
          all += w;
          if (actOf(m) === 'yes') pro += w;
        }
        return all > 0 && pro * t.least[1] >= all * t.least[0];
      }
      case 'noVeto':
        return !roster.some((m) => t.veto.includes(m) && actOf(m) === 'no');
    }
  });
}

/** A clear sentence when a weighted rule lacks weights for some of the roster; null when it can be applied. */
export function missingOrOk(rule: Rule, roster: readonly StateCode[]): string | null {
  const missing = membersWithoutWeight(rule, roster);
  return missing.length === 0 ? null : `Rule ${rule.id} needs a weight for each member and has none for ${missing.join(', ')}; name another rule with --rule.`;
}
