import type { IsoDate, StateCode } from '../../domain/ids.js';
import type { StoredReview } from '../../domain/review.js';
import type { Span } from '../../domain/span.js';
import type { StoredSignal } from '../../domain/stored.js';

type Declaration = Extract<StoredReview, { action: 'declare' }>;
type OnWords = Extract<StoredReview, { action: 'accept' | 'correct' | 'reject' | 'add' }>;

/** What stands after people have decided. */
export interface Reviewed {
  readonly signals: readonly StoredSignal[];
  /** The declared position in force of each member that has one. */
  readonly declared: ReadonlyMap<StateCode, Declaration>;
  /** Ids of machine signals that people's outrank or took away. */
  readonly setAside: ReadonlySet<string>;
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether two decisions, or a decision and a machine's signal, read the same words for the same member and option. */
const sameMatter = (review: OnWords, documentId: string, member: string, option: string, evidence: Span): boolean =>
  review.documentId === documentId &&
  review.member === member &&
  review.option === option &&
  overlap(review.evidence, evidence);

/**
 * The signals on one option after people's decisions. The last decision on the same words counts, whichever reader read them: a rejected
 * signal goes, an accepted or corrected one is the person's own from then on, and stays when a newer reader no longer finds it. A member's
 * unreviewed machine signals that are no newer than a correction or a signal added by hand are set aside; newer ones count beside it.
 * @param machine signals of the option, already restricted to `asOf`
 * @param reviews decisions on the question, in the order of recording
 */
export function applyReviews(
  machine: readonly StoredSignal[],
  reviews: readonly StoredReview[],
  option: string,
  asOf?: IsoDate,
): Reviewed {
  let standing: OnWords[] = [];
  const declared = new Map<StateCode, Declaration>();
  for (const review of reviews) {
    switch (review.action) {
      case 'merge':
      case 'split':
        break;
      case 'declare':
        if (
          review.option !== option ||
          (asOf !== undefined && review.validFrom !== undefined && review.validFrom > asOf)
        )
          break;
        if (review.stance === null) declared.delete(review.member);
        else declared.set(review.member, review);
        break;
      case 'accept':
      case 'correct':
      case 'reject':
      case 'add':
        standing = [
          ...standing.filter((s) => !sameMatter(s, review.documentId, review.member, review.option, review.evidence)),
          review,
        ];
    }
  }
  const persons = standing
    .flatMap((review) => (review.action === 'reject' ? [] : [{ review, stored: personsSignal(review) }]))
    .filter(
      ({ stored }) =>
        stored.signal.option === option &&
        (asOf === undefined || stored.validFrom === undefined || stored.validFrom <= asOf),
    );
  const newestWord = new Map<StateCode, string>();
  for (const { review, stored } of persons) {
    if (review.action === 'accept') continue;
    const day = stored.validFrom ?? review.recordedAt.slice(0, 10);
    if (day > (newestWord.get(stored.signal.member) ?? '')) newestWord.set(stored.signal.member, day);
  }
  const setAside = new Set<string>();
  const kept = machine.filter((s) => {
    const { member } = s.signal;
    const decided = standing.some(
      (review) =>
        ('signalId' in review && review.signalId === s.id) ||
        sameMatter(review, s.documentId, member, s.signal.option, s.signal.evidence[0]),
    );
    const word = newestWord.get(member);
    if (!decided && (word === undefined || (s.validFrom ?? '') > word)) return true;
    setAside.add(s.id);
    return false;
  });
  return { signals: [...kept, ...persons.map(({ stored }) => stored)], declared, setAside };
}

function personsSignal(review: Exclude<OnWords, { action: 'reject' }>): StoredSignal {
  const { signal, statement, quote } = review.words;
  const id = (review.action === 'add' ? `review-${review.id}` : review.signalId) as StoredSignal['id'];
  const validFrom = signal.asOf === undefined ? {} : { validFrom: signal.asOf };
  return {
    id,
    documentId: review.documentId,
    questionId: review.question,
    reader: `person:${review.author}`,
    quote,
    ...validFrom,
    recordedAt: review.recordedAt,
    signal: { ...signal, rule: `review/${review.action}` },
    statement: { id, documentId: review.documentId, quote, ...validFrom, recordedAt: review.recordedAt, statement },
  };
}
