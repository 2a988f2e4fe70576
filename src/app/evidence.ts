import type { Failure } from '../domain/failure.js';
import type { IsoDate, Sha256 } from '../domain/ids.js';
import type { Option, Question } from '../domain/question.js';
import { err, ok, type Result } from '../domain/result.js';
import type { StoredReview } from '../domain/review.js';
import type { StoredSighting } from '../domain/source.js';
import type { DocumentSummary, StoredSignal, StoredStatement } from '../domain/stored.js';
import type { Register } from '../register/index.js';
import { relatedOptions } from './entailment.js';
import { versionGroups } from './versions/retractions.js';

/** Everything on one option, and on those whose evidence the question carries over to it, that a register knows at an instant, whatever the day that is asked about. */
export interface Evidence {
  readonly question: Question;
  readonly option: Option;
  readonly machine: readonly StoredSignal[];
  readonly summaries: readonly DocumentSummary[];
  readonly statements: readonly StoredStatement[];
  readonly reviews: readonly StoredReview[];
  readonly sketches: ReadonlyMap<Sha256, readonly number[]>;
  readonly sightings: readonly StoredSighting[];
  /** Texts of documents in which a condition was read, and of the versions of pages that changed. */
  readonly texts: ReadonlyMap<Sha256, string>;
}

/** What evidence may be asked for. */
export interface EvidenceRequest {
  readonly asOf?: IsoDate;
  /** System time: only what the register knew at this instant; now when absent. */
  readonly knownAt?: Date;
  readonly option?: string;
  /** Only what this publisher's documents say; what people declare is no outlet's word. */
  readonly publisher?: string;
}

const fail = (code: Failure['code'], message: string): Result<never, Failure> => err({ code, category: 'caller', message });

/** Signals kept in memory for a register, over all questions: about 2 kB each with their statements. */
const KEPT_SIGNALS = 60_000;
/** What was loaded of each register as it is now, by question and option; the one used last is the last. */
const kept = new WeakMap<Register, Map<string, { readonly stamp: string; readonly evidence: Evidence }>>();

/**
 * What is known of a question's option, restricted to what was said by `asOf` where that is given. What is known now is kept in memory, and
 * loaded anew once the register has learned more of the question. Fails with `question-unknown` and `option-unknown`.
 */
export async function loadEvidence(register: Register, questionId: string, request: EvidenceRequest): Promise<Result<Evidence, Failure>> {
  const { knownAt, asOf, publisher } = request;
  const question = await register.question(questionId, knownAt);
  if (!question) {
    const others = (await register.questions()).map((q) => q.id);
    return fail('question-unknown', `The register ${knownAt ? `knew no question "${questionId}" at ${knownAt.toISOString()}` : `has no question "${questionId}"`}; ${others.length > 0 ? `it holds: ${others.join(', ')}` : 'read some coverage with --question first'}.`);
  }
  const option = question.options.find((o) => o.id === (request.option ?? question.options[0].id));
  if (!option) return fail('option-unknown', `Question ${question.id} has no option "${request.option ?? ''}"; use one of: ${question.options.map((o) => o.id).join(', ')}.`);
  const all = knownAt ? await load(register, question, option, knownAt) : await loadKept(register, question, option);
  const evidence = publisher === undefined ? all : onlyOf(publisher, all);
  return ok(asOf === undefined ? evidence : evidenceAsOf(evidence, asOf));
}

/** The evidence as it stood on a day: what was said by then; undated words always count. */
export const evidenceAsOf = (e: Evidence, day: IsoDate): Evidence => ({
  ...e,
  machine: e.machine.filter(({ validFrom }) => validFrom === undefined || validFrom <= day),
  statements: e.statements.filter(({ validFrom }) => validFrom === undefined || validFrom <= day),
});

/** Only what documents of one publisher say, whatever its case. */
function onlyOf(publisher: string, all: Evidence): Evidence {
  const summaries = all.summaries.filter((d) => d.publisher?.toLowerCase() === publisher.toLowerCase());
  const ids = new Set(summaries.map((d) => d.id));
  const within = <T extends { readonly documentId: Sha256 }>(rows: readonly T[]): T[] => rows.filter((row) => ids.has(row.documentId));
  const reviews = all.reviews.filter((r) => r.action !== 'declare' && (!('documentId' in r) || ids.has(r.documentId)));
  return { ...all, machine: within(all.machine), summaries, sightings: within(all.sightings), statements: within(all.statements), reviews };
}

async function loadKept(register: Register, question: Question, option: Option): Promise<Evidence> {
  const entries = kept.get(register) ?? new Map<string, { stamp: string; evidence: Evidence }>();
  kept.set(register, entries);
  const key = `${question.id} ${option.id}`;
  // Taken before loading: what is recorded meanwhile makes the next look load again.
  const stamp = await register.stamp(question.id);
  const known = entries.get(key);
  entries.delete(key);
  const evidence = known?.stamp === stamp ? known.evidence : await load(register, question, option, undefined);
  entries.set(key, { stamp, evidence });
  let signals = [...entries.values()].reduce((n, e) => n + e.evidence.machine.length, 0);
  for (const [oldest, entry] of entries) {
    if (signals <= KEPT_SIGNALS || oldest === key) break;
    entries.delete(oldest);
    signals -= entry.evidence.machine.length;
  }
  return evidence;
}

async function load(register: Register, question: Question, option: Option, knownAt: Date | undefined): Promise<Evidence> {
  const filter = { question: question.id, ...(knownAt ? { knownAt } : {}) };
  const ids = [option.id, ...relatedOptions(question, option.id).map((r) => r.option)];
  const [{ signals: machine, statements }, summaries, reviews] = await Promise.all([register.signalsAndStatements({ ...filter, options: ids }), register.documents(filter), register.reviews(filter)]);
  const conditional = [...machine.flatMap((x) => (x.signal.condition ? [x.documentId] : [])), ...reviews.flatMap((r) => ('words' in r && r.words.signal.condition ? [r.documentId] : []))];
  const documents = summaries.map((d) => d.id);
  const [sketches, sightings] = await Promise.all([register.sketches(documents), register.sightings({ documents, ...(knownAt ? { knownAt } : {}) })]);
  const texts = await register.texts([...conditional, ...versionGroups(sightings).flat()]);
  return { question, option, machine, summaries, statements, reviews, sketches, sightings, texts };
}
