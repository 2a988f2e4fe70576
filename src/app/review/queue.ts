import { count } from '../../count/count.js';
import { countedOf } from '../count-input.js';
import type { Failure } from '../../domain/failure.js';
import type { IsoDate, StateCode } from '../../domain/ids.js';
import { ok, type Result } from '../../domain/result.js';
import type { Stance } from '../../domain/stance.js';
import type { Register } from '../../register/index.js';
import type { StoredSignal } from '../../domain/stored.js';
import { situationOf, type CountRequest, type Situation } from '../reports.js';
import { applyReviews } from './apply-reviews.js';
import { restsOnOneUnnamedOrigin } from './fragile.js';

/** One signal that nobody has looked at, with what depends on it. */
export interface QueueItem {
  readonly signalId: string;
  readonly member: StateCode;
  readonly stance: Stance;
  /** Whether it counts until somebody takes it away, or waits and does not count until somebody accepts it. */
  readonly standing: 'counted' | 'waiting';
  /** 0–1: how sure the reader is. */
  readonly confidence: number;
  readonly quote: string;
  readonly documentId: string;
  /** What the count would do if the member stood on the other side. */
  readonly effect: 'changes the outcome' | 'changes the fewest flips' | 'changes nothing';
  /** Whether the member's stance rests on one origin alone, in which nobody says it under their own name. */
  readonly fragile: boolean;
  /** 0–1: how unsure the member's position is. */
  readonly doubt: number;
}

const EFFECTS: readonly QueueItem['effect'][] = ['changes the outcome', 'changes the fewest flips', 'changes nothing'];

/**
 * The unreviewed machine signals of a question, those that count and those that wait, first what could change the count: by what the member's other side would do to the
 * outcome and the fewest flips, then what rests on one unnamed origin alone, then by the doubt of its position, then by that of the signal. Members outside the roster are left out.
 */
export async function reviewQueue(
  register: Register,
  questionId: string,
  request: CountRequest,
  today: IsoDate,
): Promise<Result<readonly QueueItem[], Failure>> {
  const found = await situationOf(register, questionId, request, today);
  if (!found.ok) return found;
  const s = found.value;
  const counted = countedOf(s, request);
  if (!counted.ok) return counted;
  const { input, stances: positions } = counted.value;
  const outcomeWith = (assume: Readonly<Record<string, Stance>>) => count({ ...input, assume: { ...input.assume, ...assume } });
  const base = outcomeWith({});
  const effects = new Map<StateCode, QueueItem['effect']>();
  const effectOf = (member: StateCode): QueueItem['effect'] => {
    const known = effects.get(member);
    if (known) return known;
    const other = outcomeWith({ [member]: positions.get(member) === 'support' ? 'oppose' : 'support' });
    const effect =
      other.outcome !== base.outcome
        ? 'changes the outcome'
        : other.fewestFlips?.count !== base.fewestFlips?.count
          ? 'changes the fewest flips'
          : 'changes nothing';
    effects.set(member, effect);
    return effect;
  };
  const unreviewed = (x: StoredSignal): boolean =>
    !x.reader.startsWith('person:') && s.roster.includes(x.signal.member) && !s.declared.has(x.signal.member);
  const itemOf =
    (standing: QueueItem['standing']) =>
    (x: StoredSignal): QueueItem => {
      const position = s.positions.get(x.signal.member);
      const doubt = position === undefined ? 1 : position.contested ? 1 : 1 - position.confidence;
      return {
        signalId: x.id,
        member: x.signal.member,
        stance: x.signal.stance,
        standing,
        confidence: x.signal.confidence,
        quote: x.quote,
        documentId: x.documentId,
        effect: effectOf(x.signal.member),
        fragile: restsOnOneUnnamedOrigin(s, x.signal.member),
        doubt,
      };
    };
  const waiting = await waitingSignals(register, s, request);
  return ok(
    [...s.signals.filter(unreviewed).map(itemOf('counted')), ...waiting.filter(unreviewed).map(itemOf('waiting'))].sort(
      (a, b) =>
        EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) ||
        Number(b.fragile) - Number(a.fragile) ||
        b.doubt - a.doubt ||
        a.confidence - b.confidence ||
        a.signalId.localeCompare(b.signalId),
    ),
  );
}

/** Signals that wait for a person and that nobody has decided on. */
async function waitingSignals(
  register: Register,
  s: Situation,
  request: CountRequest,
): Promise<readonly StoredSignal[]> {
  const { asOf, knownAt } = request;
  const known = knownAt ? { knownAt } : {};
  const question = s.question.id;
  const [waiting, reviews] = await Promise.all([
    register.signals({ question, option: s.option.id, standing: 'waiting', ...(asOf ? { asOf } : {}), ...known }),
    register.reviews({ question, ...known }),
  ]);
  return applyReviews(waiting, reviews, s.option.id, asOf).signals;
}
