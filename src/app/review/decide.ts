import type { Failure } from '../../domain/failure.js';
import type { IsoDate, Sha256 } from '../../domain/ids.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { Review } from '../../domain/review.js';
import type { Span } from '../../domain/span.js';
import { isStance, STANCES, type Stance } from '../../domain/stance.js';
import { ATTRIBUTIONS, type Attribution } from '../../domain/statement.js';
import type { StoredSignal } from '../../domain/stored.js';
import { parseState } from '../../knowledge/state-phrases.js';
import type { Register } from '../../register/index.js';

/** Who decides, and why. */
export interface Reviewer {
  readonly author: string;
  readonly note: string;
}

const fail = (code: Failure['code'], message: string): Result<never, Failure> =>
  err({ code, category: 'caller', message });
const PREFIX = 8;

/** The one item whose id begins with `prefix`; fails with a sentence for none and for several. */
export function byPrefix<T extends { readonly id: string }>(
  items: readonly T[],
  prefix: string,
  what: string,
  how: string,
): Result<T, Failure> {
  const found =
    prefix.length < PREFIX
      ? []
      : [...new Map(items.filter(({ id }) => id.startsWith(prefix)).map((x) => [x.id, x])).values()];
  const [only, ...more] = found;
  if (prefix.length < PREFIX)
    return fail(
      'usage',
      `"${prefix}" is too short for the id of a ${what}; give ${PREFIX} characters or more, as ${how} prints them.`,
    );
  if (only === undefined) return fail('document-unknown', `There is no ${what} ${prefix}; list them with ${how}.`);
  return more.length > 0
    ? fail('usage', `${found.length} ${what}s begin with ${prefix}; give more characters.`)
    : ok(only);
}

const stanceOf = (raw: string): Result<Stance, Failure> =>
  isStance(raw) ? ok(raw) : fail('usage', `"${raw}" is no stance; use one of: ${STANCES.join(', ')}.`);

/** What a correction changes; absent fields stay as the machine read them. */
export interface Correction {
  readonly stance?: string;
  readonly member?: string;
  readonly option?: string;
}

/** Accepts, rejects or corrects a signal by the beginning of its id; gives the number of the decision. */
export async function reviewSignal(
  register: Register,
  question: string,
  action: 'accept' | 'reject' | 'correct',
  signalId: string,
  change: Correction,
  by: Reviewer,
): Promise<Result<number, Failure>> {
  const signals = [
    ...(await register.signals({ question })),
    ...(await register.signals({ question, standing: 'waiting' })),
  ];
  const earlier = (await register.reviews({ question })).flatMap((r) => ('words' in r ? [asStored(r)] : []));
  const found = byPrefix(
    [...signals, ...earlier],
    signalId,
    'signal',
    `\`holdout review queue ${question}\` or \`holdout why\``,
  );
  if (!found.ok) return found;
  const stored = found.value;
  const matter = {
    question,
    ...by,
    member: stored.signal.member,
    option: stored.signal.option,
    documentId: stored.documentId,
    evidence: stored.signal.evidence[0],
    signalId: stored.id,
  };
  if (action === 'reject') return ok(await register.putReview({ ...matter, action }));
  const changed = await corrected(register, question, stored, change);
  if (!changed.ok) return changed;
  return ok(
    await register.putReview({
      ...matter,
      action,
      words: { signal: changed.value, statement: stored.statement.statement, quote: stored.quote },
    }),
  );
}

function asStored(
  review: Extract<Review, { words: unknown }> & { readonly id: number; readonly recordedAt: string },
): StoredSignal {
  const id = ('signalId' in review ? review.signalId : `review-${review.id}`) as Sha256;
  const at = { documentId: review.documentId, quote: review.words.quote, recordedAt: review.recordedAt };
  return {
    ...at,
    id,
    questionId: review.question,
    reader: `person:${review.author}`,
    signal: review.words.signal,
    statement: { ...at, id, statement: review.words.statement },
  };
}

async function corrected(
  register: Register,
  question: string,
  stored: StoredSignal,
  change: Correction,
): Promise<Result<StoredSignal['signal'], Failure>> {
  const stance = change.stance === undefined ? ok(stored.signal.stance) : stanceOf(change.stance);
  if (!stance.ok) return stance;
  const place = await placeOf(
    register,
    question,
    change.member ?? stored.signal.member,
    change.option ?? stored.signal.option,
  );
  if (!place.ok) return place;
  // The machine's condition belongs to its own stance.
  const { condition, ...rest } = stored.signal;
  const kept = condition !== undefined && stance.value === stored.signal.stance ? { condition } : {};
  return ok({ ...rest, ...kept, ...place.value, stance: stance.value, confidence: 1, statement: 0 });
}

async function placeOf(
  register: Register,
  questionId: string,
  member: string,
  option: string | undefined,
): Promise<Result<Pick<StoredSignal['signal'], 'member' | 'option'>, Failure>> {
  const question = await register.question(questionId);
  if (!question)
    return fail(
      'question-unknown',
      `The register has no question "${questionId}"; read some coverage with --question first.`,
    );
  const state = parseState(member);
  if (!state) return fail('member-unknown', `"${member}" is no state; use a code such as HUN.`);
  const chosen = question.options.find(({ id }) => id === (option ?? question.options[0].id));
  return chosen
    ? ok({ member: state, option: chosen.id })
    : fail(
        'option-unknown',
        `Question ${questionId} has no option "${option ?? ''}"; use one of: ${question.options.map((o) => o.id).join(', ')}.`,
      );
}

/** A signal that a person adds, with the words it rests on. */
export interface Addition {
  readonly member: string;
  readonly option?: string;
  readonly stance: string;
  readonly document: string;
  /** Words of the document, exactly. */
  readonly quote: string;
  /** Where the quote stands, in UTF-16 code units, when it stands there more than once. */
  readonly start?: number;
  readonly speaker?: string;
  readonly attribution?: string;
  /** Whether the speaker speaks for the member. */
  readonly ownVoice?: boolean;
}

/** Adds a signal by hand; the quote must stand in the document exactly once. Gives the number of the decision. */
export async function addSignal(
  register: Register,
  question: string,
  addition: Addition,
  by: Reviewer,
): Promise<Result<number, Failure>> {
  const place = await placeOf(register, question, addition.member, addition.option);
  if (!place.ok) return place;
  const stance = stanceOf(addition.stance);
  if (!stance.ok) return stance;
  const attribution = addition.attribution ?? 'outlet';
  if (!(ATTRIBUTIONS as readonly string[]).includes(attribution))
    return fail('usage', `"${attribution}" is no attribution; use one of: ${ATTRIBUTIONS.join(', ')}.`);
  const named = byPrefix(
    await register.documents({ question }),
    addition.document,
    'document',
    `\`holdout statements --question ${question}\``,
  );
  if (!named.ok) return named;
  const document = await register.document(named.value.id);
  const span = spanOf(document?.text ?? '', addition.quote, addition.start);
  if (!span.ok) return span;
  const { member } = place.value;
  const asOf = named.value.published === undefined ? {} : { asOf: named.value.published };
  return ok(
    await register.putReview({
      ...place.value,
      ...by,
      question,
      action: 'add',
      documentId: named.value.id,
      evidence: span.value,
      words: {
        quote: addition.quote,
        signal: {
          ...place.value,
          ...asOf,
          stance: stance.value,
          firmness: 1,
          confidence: 1,
          reasons: [],
          statement: 0,
          evidence: [span.value],
          rule: 'review/add',
        },
        statement: {
          speaker: addition.speaker ?? named.value.publisher ?? '',
          speaksFor: addition.ownVoice === true ? { kind: 'state', state: member } : { kind: 'nobody' },
          about: [member],
          // SAFETY: checked above.
          attribution: attribution as Attribution,
          directness: 'indirect',
          source: [],
          cue: [],
          content: [span.value],
          rule: 'review/add',
        },
      },
    }),
  );
}

function spanOf(text: string, quote: string, at?: number): Result<Span, Failure> {
  if (at !== undefined && quote !== '' && text.startsWith(quote, at)) return ok({ start: at, end: at + quote.length });
  const start = quote === '' ? -1 : text.indexOf(quote);
  if (start < 0)
    return fail('usage', `The words "${quote.slice(0, 60)}" do not stand in that document; copy them exactly.`);
  if (text.includes(quote, start + 1))
    return fail(
      'usage',
      `The words "${quote.slice(0, 60)}" stand in that document more than once; quote more of them.`,
    );
  return ok({ start, end: start + quote.length });
}

/** Declares where a member stands from a day on, or with stance `none` takes that back. A note is needed: it stands in for a quote. */
export async function declarePosition(
  register: Register,
  question: string,
  declared: { readonly member: string; readonly option?: string; readonly stance: string; readonly from?: IsoDate },
  by: Reviewer,
): Promise<Result<number, Failure>> {
  if (by.note.trim() === '') return fail('usage', 'A declared position needs --note: on whose word it stands.');
  const place = await placeOf(register, question, declared.member, declared.option);
  if (!place.ok) return place;
  const stance = declared.stance === 'none' ? ok(null) : stanceOf(declared.stance);
  if (!stance.ok) return stance;
  return ok(
    await register.putReview({
      ...place.value,
      ...by,
      question,
      action: 'declare',
      stance: stance.value,
      ...(declared.from ? { validFrom: declared.from } : {}),
    }),
  );
}

/** Merges two or more documents into one origin, or splits documents off theirs. */
export async function reviewOrigins(
  register: Register,
  question: string,
  action: 'merge' | 'split',
  ids: readonly string[],
  by: Reviewer,
): Promise<Result<number, Failure>> {
  if (action === 'merge' && ids.length < 2) return fail('usage', 'Merging origins needs two documents or more.');
  const known = await register.documents({ question });
  const documents: Sha256[] = [];
  for (const id of ids) {
    const found = byPrefix(known, id, 'document', `\`holdout statements --question ${question}\``);
    if (!found.ok) return found;
    documents.push(found.value.id);
  }
  return ok(await register.putReview({ ...by, question, action, documents }));
}
