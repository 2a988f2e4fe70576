import { count } from '../../count/count.js';
import type { Failure } from '../../domain/failure.js';
import type { IsoDate, StateCode } from '../../domain/ids.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { PositionStance } from '../../domain/stance.js';
import type { IsoInstant } from '../../domain/stored.js';
import { stateName } from '../../knowledge/state-phrases.js';
import type { Register } from '../../register/index.js';
import { situationOf, type Situation } from '../reports.js';
import { changeOf, type SignalChange } from '../review/diff.js';
import { countedOf } from '../count-input.js';

export type Outcome = 'adopted' | 'blocked' | 'open';

interface Told {
  /** The same change has the same id whenever it is asked for. */
  readonly id: string;
  /** System time: when the register learned the last of what made it. */
  readonly at: IsoInstant;
  readonly question: string;
  readonly option: string;
  /** "Hungary moved from oppose to conditional." */
  readonly sentence: string;
}

/** A change that is worth telling: a member's position, or the outcome. */
export type Change = Told &
  (
    | {
        readonly kind: 'position';
        readonly member: StateCode;
        readonly before: PositionStance;
        readonly after: PositionStance;
        readonly signals: readonly SignalChange[];
      }
    | { readonly kind: 'outcome'; readonly before: Outcome | null; readonly after: Outcome; readonly count: string }
  );

/** What a question looked like at one instant of system time. */
interface Moment {
  readonly at: Date;
  /** Null before the question was known. */
  readonly situation: Situation | null;
  readonly outcome: Outcome | null;
  readonly count: string;
}

/** Recordings closer together than this are one run, whose end is what is told. */
const RUN_MS = 60_000;
/** Runs looked back on at most. */
export const RUNS_AT_MOST = 50;

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  adopted: 'The question is now adoptable',
  blocked: 'The question is now blocked',
  open: 'The question is now open',
};

async function momentAt(register: Register, question: string, option: string | undefined, at: Date, today: IsoDate): Promise<Result<Moment, Failure>> {
  if ((await register.question(question, at)) === null) return ok({ at, situation: null, outcome: null, count: '' });
  const situation = await situationOf(register, question, { knownAt: at, ...(option === undefined ? {} : { option }) }, today);
  // An option that a later version of the question brought in was not known yet.
  if (!situation.ok) return situation.error.code === 'option-unknown' ? ok({ at, situation: null, outcome: null, count: '' }) : situation;
  const s = situation.value;
  const counted = countedOf(s, {});
  if (!counted.ok) return counted;
  const result = count(counted.value.input);
  return ok({ at, situation: s, outcome: result.outcome, count: result.sentence });
}

function positionSentence(member: StateCode, before: PositionStance, after: PositionStance): string {
  const name = stateName(member);
  if (before === 'unknown') return `${name} is now read as ${after}; nothing was known before.`;
  if (after === 'unknown') return `${name} is unknown again; it was read as ${before}.`;
  return `${name} moved from ${before} to ${after}.`;
}

function changesBetween(before: Moment, after: Moment): Change[] {
  const s = after.situation;
  if (s === null) return [];
  const told = { at: after.at.toISOString(), question: s.question.id, option: s.option.id };
  const since = before.situation === null ? 'start' : before.at.toISOString();
  const positions = s.roster.flatMap((member) =>
    changeOf(member, before.situation, s).flatMap((change): Change[] =>
      change.before === change.after
        ? []
        : [
            {
              ...told,
              kind: 'position',
              id: `${told.question}/${told.option}/${since}/${member}/${change.after}`,
              sentence: positionSentence(member, change.before, change.after),
              member,
              before: change.before,
              after: change.after,
              signals: change.signals,
            },
          ],
    ),
  );
  if (after.outcome === null || before.outcome === after.outcome) return positions;
  const outcome: Change = {
    ...told,
    kind: 'outcome',
    id: `${told.question}/${told.option}/${since}/outcome/${after.outcome}`,
    sentence: `${OUTCOMES[after.outcome]}: ${after.count.replace(/^[A-Z][a-z]+: /, '')}`,
    before: before.outcome,
    after: after.outcome,
    count: after.count,
  };
  return [outcome, ...positions];
}

/** The changes from one instant of system time to another, the outcome first; from nothing when `from` is null. */
export async function changesFrom(register: Register, question: string, option: string | undefined, from: Date | null, to: Date, today: IsoDate): Promise<Result<readonly Change[], Failure>> {
  const before = await momentAt(register, question, option, from ?? new Date(0), today);
  if (!before.ok) return before;
  const after = await momentAt(register, question, option, to, today);
  return after.ok ? ok(changesBetween(before.value, after.value)) : after;
}

/**
 * What changed in a question, the newest first: one step for each run of recording (none within a minute of the next), over the last runs.
 * Derived from the record each time; nothing is stored. Fails with `question-unknown` and `option-unknown`.
 * @param runs how many runs back, at most `RUNS_AT_MOST`
 */
export async function recentChanges(register: Register, question: string, option: string | undefined, today: IsoDate, runs = RUNS_AT_MOST): Promise<Result<readonly Change[], Failure>> {
  const asked = await register.question(question);
  if (asked === null) return err({ code: 'question-unknown', category: 'caller', message: `The register has no question "${question}".` });
  if (option !== undefined && !asked.options.some(({ id }) => id === option))
    return err({ code: 'option-unknown', category: 'caller', message: `Question ${question} has no option "${option}"; use one of: ${asked.options.map((o) => o.id).join(', ')}.` });
  const ends = (await register.runEnds(question, RUN_MS, Math.min(runs, RUNS_AT_MOST) + 1)).reverse();
  const all = ends.length <= runs;
  const found: Change[] = [];
  let before: Moment | null = all ? { at: new Date(0), situation: null, outcome: null, count: '' } : null;
  for (const end of ends) {
    const after = await momentAt(register, question, option, end, today);
    if (!after.ok) return after;
    if (before !== null) found.unshift(...changesBetween(before, after.value));
    before = after.value;
  }
  return ok(found);
}
