import { casesOf } from '../count/cases.js';
import { cheapestFlips } from '../count/cheapest-flips.js';
import { count, type Outcome } from '../count/count.js';
import { dominates, paretoSet } from '../count/pareto.js';
import type { Failure } from '../domain/failure.js';
import type { IsoDate, StateCode } from '../domain/ids.js';
import type { PricedSet } from '../domain/report.js';
import { err, ok, type Result } from '../domain/result.js';
import type { PositionStance } from '../domain/stance.js';
import type { Register } from '../register/index.js';
import { countedOf, type Counted } from './count-input.js';
import { relatedOptions } from './entailment.js';
import { probabilityOf } from './probability-report.js';
import { situationOf, type CountRequest, type Situation } from './reports.js';
import { loadSolver } from './solver.js';

/** One option's own count, in short. */
export interface OptionReport {
  readonly id: string;
  readonly proposal: string;
  /** Options whose evidence carries over by a declared entailment: support of those that entail it, opposition to those it entails. */
  readonly restsOn: readonly string[];
  readonly outcome: Outcome;
  readonly sentence: string;
  readonly supporters: readonly StateCode[];
  readonly holdouts: readonly StateCode[];
  readonly undecided: readonly StateCode[];
  /** Signals that speak of it, entailed ones among them. */
  readonly signals: number;
  readonly fewestFlips: number | null;
  readonly toPossible: PricedSet | null;
  readonly toCertain: PricedSet | null;
  /** Chance of adoption if members decide apart, if together, and as asked; null where too large to reckon. */
  readonly probability: { readonly adoption: number; readonly apart: number; readonly together: number } | null;
  /** Ids of options that every member likes at least as well and one more; empty in the Pareto set. */
  readonly dominatedBy: readonly string[];
}

/** The answer of `holdout options` and of `GET /api/questions/{id}/options`. */
export interface OptionsReport {
  readonly question: { readonly id: string; readonly title: string };
  readonly rule: { readonly id: string; readonly text: string; readonly needs: string };
  readonly options: readonly OptionReport[];
  /** Adopted whatever the undecided do. */
  readonly adopted: readonly string[];
  /** Not blocked today: adopted, or if the undecided go along. */
  readonly possible: readonly string[];
  /** The options that the least must be paid for: first to make adoption possible, then certain. */
  readonly nearest: readonly string[];
  /** Options that no other is better than for some members and worse for none. */
  readonly pareto: readonly string[];
  readonly sentence: string;
}

/** Every option of a question with its own count, and what tells them apart. Suppositions hold for each. Fails as a count does. */
export async function reportOptions(register: Register, questionId: string, request: CountRequest, today: IsoDate): Promise<Result<OptionsReport, Failure>> {
  const question = await register.question(questionId, request.knownAt);
  if (request.option !== undefined) return err({ code: 'usage', category: 'caller', message: 'All options are compared; leave the option out, or ask for its count.' });
  const found: { readonly s: Situation; readonly counted: Counted }[] = [];
  for (const option of question?.options ?? [undefined]) {
    const s = await situationOf(register, questionId, option ? { ...request, option: option.id } : request, today);
    if (!s.ok) return s;
    const counted = countedOf(s.value, request);
    if (!counted.ok) return counted;
    found.push({ s: s.value, counted: counted.value });
  }
  const solve = await loadSolver();
  const stances = found.map(({ counted }): readonly PositionStance[] => casesOf(counted.input).stances);
  const options = found.map(({ s, counted }, k): OptionReport => {
    const result = count(counted.input);
    const cheapest = cheapestFlips(counted.input, counted.costs, solve);
    const chance = probabilityOf(s, counted);
    return {
      id: s.option.id,
      proposal: s.option.proposal,
      restsOn: relatedOptions(s.question, s.option.id).map((r) => r.option),
      outcome: result.outcome,
      sentence: result.sentence,
      supporters: result.supporters,
      holdouts: result.holdouts.map((h) => h.member),
      undecided: [...result.uncommitted, ...result.unknown],
      signals: s.signals.length,
      fewestFlips: result.fewestFlips?.count ?? null,
      toPossible: cheapest.toPossible,
      toCertain: cheapest.toCertain,
      probability: chance && { adoption: chance.adoption, apart: chance.apart, together: chance.together },
      dominatedBy: found.flatMap((other, j) => (j !== k && dominates(stances[j] ?? [], stances[k] ?? []) ? [other.s.option.id] : [])),
    };
  });
  const [first] = found;
  if (!first) throw new RangeError('a question has an option');
  const adopted = options.filter((o) => o.outcome === 'adopted').map((o) => o.id);
  const possible = options.filter((o) => o.outcome !== 'blocked').map((o) => o.id);
  const nearest = nearestOf(options);
  return ok({
    question: { id: first.s.question.id, title: first.s.question.title },
    rule: { id: first.counted.rule.id, text: first.counted.rule.title, needs: first.counted.rule.needs },
    options,
    adopted,
    possible,
    nearest,
    pareto: paretoSet(stances).flatMap((k) => options[k]?.id ?? []),
    sentence: sentenceOf(options, adopted, possible, nearest),
  });
}

/** Least cost to make possible, then to make certain; several on a tie. */
function nearestOf(options: readonly OptionReport[]): readonly string[] {
  const price = (o: OptionReport): readonly [number, number] => [o.toPossible?.cost ?? Infinity, o.toCertain?.cost ?? Infinity];
  const sorted = options.filter((o) => o.toPossible !== null).sort((a, b) => price(a)[0] - price(b)[0] || price(a)[1] - price(b)[1]);
  const best = sorted[0];
  return best ? sorted.filter((o) => price(o).join() === price(best).join()).map((o) => o.id) : [];
}

const list = (ids: readonly string[]): string => (ids.length <= 1 ? ids.join('') : `${ids.slice(0, -1).join(', ')} and ${ids.at(-1) ?? ''}`);

/** "No option is adopted today; only aid is not blocked, and nothing is known of anybody's position on it." */
function sentenceOf(options: readonly OptionReport[], adopted: readonly string[], possible: readonly string[], nearest: readonly string[]): string {
  if (adopted.length > 0) return `Adopted today, whatever the undecided do: ${list(adopted)}${adopted.length === options.length ? '' : '; the others are not'}.`;
  const of = (ids: readonly string[]): readonly OptionReport[] => options.filter((o) => ids.includes(o.id));
  const silent = of(possible).filter((o) => o.signals === 0 && o.supporters.length === 0);
  const unsaid = silent.length === 0 ? '' : silent.length === possible.length ? ', but nobody is known to support it' : ` (of ${list(silent.map((o) => o.id))} nothing is known)`;
  if (possible.length > 0) return `No option is adopted today; ${possible.length === options.length ? 'none is blocked' : `${list(possible)} ${possible.length === 1 ? 'alone is' : 'are'} not blocked`}${unsaid}${possible.length === 1 && silent.length === 0 ? ', and could be adopted if the undecided go along' : ''}.`;
  const [near] = of(nearest);
  if (!near) return 'Every option is blocked, and no set of members could change that.';
  return `Every option is blocked; nearest to adoption ${nearest.length === 1 ? 'is' : 'are'} ${list(nearest)}, which ${String(near.fewestFlips ?? 0)} ${near.fewestFlips === 1 ? 'member' : 'members'} would have to stop resisting.`;
}
