import { casesOf } from '../count/cases.js';
import { cheapestFlips } from '../count/cheapest-flips.js';
import { count, type CountInput } from '../count/count.js';
import { derivePosition, type Position, type WeighedSignal } from '../count/positions.js';
import { erasedMessage } from '../domain/erasure.js';
import type { Failure } from '../domain/failure.js';
import type { IsoDate, Sha256, StateCode } from '../domain/ids.js';
import type { Option, Question } from '../domain/question.js';
import type { CountReport, DocumentReport, EvidenceReport, MemberReport, ProbabilityReport, WhyReport } from '../domain/report.js';
import { err, ok, type Result } from '../domain/result.js';
import { isHoldoutStance, type PositionStance, type Stance } from '../domain/stance.js';
import type { DocumentSummary, StoredSignal } from '../domain/stored.js';
import { resolveBody } from '../knowledge/bodies.js';
import { formerWords, type FormerWords } from '../knowledge/former-words.js';
import { parseState, stateName } from '../knowledge/state-phrases.js';
import { countBlockingSets } from '../model/power/blocking-sets.js';
import type { Register } from '../register/index.js';
import { countedOf } from './count-input.js';
import { independenceSentence } from './origins/independence.js';
import { originsOf, type Origins } from './origins/origins.js';
import { applyReviews, type Reviewed } from './review/apply-reviews.js';
import { cautionsOf } from './review/fragile.js';
import { relatedOptions } from './entailment.js';
import { loadEvidence, type Evidence } from './evidence.js';
import { rosterOf } from '../work/readable-question.js';
import { registerHash } from './register-hash.js';
import { probabilityOf } from './probability-report.js';
import { loadSolver } from './solver.js';
import { retractionsOf, versionGroups, type Retraction } from './versions/retractions.js';
import { sideOf } from './stream.js';

/** What a count may be asked for. */
export interface CountRequest {
  readonly asOf?: IsoDate;
  /** System time: only what the register knew at this instant. */
  readonly knownAt?: Date;
  readonly option?: string;
  readonly rule?: string;
  /** Member (code or name) to supposed stance. */
  readonly assume?: Readonly<Record<string, string>>;
  /** Kinds of condition that are supposed to be met. */
  readonly met?: readonly string[];
  /** Member to what it costs to move it; 1 for the others. */
  readonly costs?: Readonly<Record<string, number>>;
  /** Chance of a yes, 0–1, by member or by stance; the assumed ones for the others. */
  readonly chances?: Readonly<Record<string, number>>;
  /** Chance, 0–1, that members move together; 0 when absent. */
  readonly together?: number;
  /** Members that may not vote and count in no base. */
  readonly excluded?: readonly string[];
  /** Only what documents of this publisher say, whatever its case: what somebody would believe who reads nothing else. */
  readonly publisher?: string;
}

const fail = (code: Failure['code'], message: string): Result<never, Failure> => err({ code, category: 'caller', message });

export interface Situation {
  readonly question: Question;
  readonly option: Option;
  readonly roster: readonly StateCode[];
  readonly signals: readonly StoredSignal[];
  readonly weighed: readonly WeighedSignal[];
  readonly documents: ReadonlyMap<Sha256, DocumentSummary>;
  readonly origins: Origins;
  readonly positions: ReadonlyMap<StateCode, Position>;
  readonly declared: Reviewed['declared'];
  readonly setAside: Reviewed['setAside'];
  /** Signals whose words the newest version of their page lacks, by id. */
  readonly retracted: ReadonlyMap<string, Retraction>;
  /** Words of the condition, by the id of the signal that states one. */
  readonly conditionWords: ReadonlyMap<string, string>;
  /** The day on which it is judged whether words are still those of the government. */
  readonly judgedOn: IsoDate;
  /** SHA-256 over all of this; see `registerHash`. */
  readonly hash: string;
}

/** A position that a person declared, with the evidence there is; the derived one when nobody did. */
function declaredPosition(derived: Position, stance: Stance | null): Position {
  if (stance === null) return derived;
  const distribution = { support: 0, oppose: 0, conditional: 0, 'abstract-support': 0, uncommitted: 0, [stance]: 1 };
  return { ...derived, stance, confidence: 1, contested: false, distribution };
}

/** All that a count rests on, before it is put into words. */
export async function situationOf(register: Register, questionId: string, request: CountRequest, today: IsoDate): Promise<Result<Situation, Failure>> {
  const found = await loadEvidence(register, questionId, request);
  return found.ok ? ok(situationOfKept(found.value, request.asOf, today)) : found;
}

/** What was derived last from evidence that is kept in memory: the same again for each supposition that is tried on it. */
const derived = new WeakMap<Evidence, { readonly asOf: IsoDate | undefined; readonly today: IsoDate; readonly situation: Situation }>();

function situationOfKept(evidence: Evidence, asOf: IsoDate | undefined, today: IsoDate): Situation {
  const known = derived.get(evidence);
  if (known && known.asOf === asOf && known.today === today) return known.situation;
  const situation = situationFrom(evidence, asOf, today);
  derived.set(evidence, { asOf, today, situation });
  return situation;
}

/** Order of days and hashes, which are ASCII: far quicker than by the rules of a language. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The option's own evidence and declarations, with those that its entailments bring; its own declaration of a member comes first. */
function reviewedWithEntailed({ question, option, machine, reviews }: Evidence, asOf: IsoDate | undefined): Reviewed {
  const on = (id: string): Reviewed => applyReviews(machine.filter((s) => s.signal.option === id), reviews, id, asOf);
  const own = on(option.id);
  const entailed = relatedOptions(question, option.id).map(({ option: id, stance }) => {
    const there = on(id);
    return { signals: there.signals.filter((s) => s.signal.stance === stance), declared: [...there.declared].filter(([, d]) => d.stance === stance) };
  });
  const declared = new Map(entailed.flatMap((e) => e.declared).sort(([, a], [, b]) => a.id - b.id));
  for (const [member, declaration] of own.declared) declared.set(member, declaration);
  return { signals: [...own.signals, ...entailed.flatMap((e) => e.signals)], declared, setAside: own.setAside };
}

/** Derives positions from loaded evidence, which must hold nothing that was said after `asOf`. */
export function situationFrom(evidence: Evidence, asOf: IsoDate | undefined, today: IsoDate): Situation {
  const { question, option, summaries, statements, reviews, sketches, sightings } = evidence;
  const roster = rosterOf(question, asOf ?? today);
  const documents = new Map(summaries.map((d) => [d.id, d]));
  const origins = originsOf({ documents: summaries, statements, sketches, versions: versionGroups(sightings, asOf), decisions: reviews.flatMap((r) => (r.action === 'merge' || r.action === 'split' ? [r] : [])) });
  const { signals, declared, setAside } = reviewedWithEntailed(evidence, asOf);
  const byTime = [...signals].sort((a, b) => compare(a.validFrom ?? '', b.validFrom ?? '') || compare(a.documentId, b.documentId) || a.signal.evidence[0].start - b.signal.evidence[0].start);
  const newest = byTime.at(-1)?.validFrom;
  const judgedOn = asOf ?? (question.date === undefined ? today : laterOf(question.date, newest));
  const retracted = retractionsOf(byTime, sightings, evidence.texts, asOf);
  const weighed = byTime.map((s, order): WeighedSignal => ({
    signal: s.signal,
    attribution: s.statement.statement.attribution,
    origin: origins.of.get(s.documentId) ?? s.documentId,
    order,
    ownVoice: speaksForItself(s),
    ...given('former', formerOf(s, judgedOn)?.kind),
    ...given('retracted', retracted.get(s.id)?.kind),
  }));
  const positions = new Map(roster.map((m) => [m, declaredPosition(derivePosition(m, weighed, asOf ?? newest), declared.get(m)?.stance ?? null)]));
  const conditionWords = new Map(byTime.flatMap((x) => (x.signal.condition ? [[x.id, (evidence.texts.get(x.documentId) ?? '').slice(x.signal.condition.span.start, x.signal.condition.span.end)] as const] : [])));
  let hash: string | undefined;
  return {
    judgedOn, conditionWords, question, option, roster, signals: byTime, weighed, documents, origins, positions, declared, setAside, retracted,
    // Most that is asked of a situation, each day of its history above all, never asks for it.
    get hash() {
      return (hash ??= registerHash(question, summaries, byTime, reviews, retracted));
    },
  };
}

const laterOf = (a: IsoDate, b: IsoDate | undefined): IsoDate => (b !== undefined && b > a ? b : a);
const given = <K extends string, T>(key: K, value: T | undefined): { readonly [k in K]?: T } => (value === undefined ? {} : ({ [key]: value } as { [k in K]: T }));

const speaksForItself = ({ signal, statement: { statement } }: StoredSignal): boolean => statement.speaksFor.kind === 'state' && statement.speaksFor.state === signal.member;

/** Why a signal's words are a former government's or office holder's on a day; null when they are not, or undated. */
const formerOf = (s: StoredSignal, on: IsoDate): FormerWords | null =>
  s.validFrom === undefined ? null : formerWords(s.signal.member, speaksForItself(s) ? s.statement.statement.speaker : '', s.validFrom, on);

/** @param situation by which words may be a former government's, or retracted; null where none is asked about */
function evidenceOf(s: StoredSignal, documents: ReadonlyMap<Sha256, DocumentSummary>, texts: ReadonlyMap<Sha256, string>, situation: Pick<Situation, 'judgedOn' | 'retracted'> | null): EvidenceReport {
  const d = documents.get(s.documentId);
  const text = texts.get(s.documentId) ?? '';
  const { signal } = s;
  const { statement } = s.statement;
  return {
    signalId: s.id,
    member: signal.member,
    stance: signal.stance,
    confidence: signal.confidence,
    firmness: signal.firmness,
    quote: s.quote,
    span: signal.evidence[0],
    documentId: s.documentId,
    publisher: d?.publisher ?? '',
    title: d?.title ?? '',
    date: s.validFrom ?? null,
    speaker: statement.speaker,
    speaksFor: sideOf(statement),
    attribution: statement.attribution,
    origin: statement.origin?.name ?? '',
    condition: signal.condition ? { ...signal.condition, quote: text.slice(signal.condition.span.start, signal.condition.span.end) } : null,
    reasons: signal.reasons.map((r) => ({ ...r, quote: text.slice(r.span.start, r.span.end) })),
    option: signal.option,
    rule: signal.rule,
    reader: s.reader,
    former: situation === null ? null : (formerOf(s, situation.judgedOn)?.note ?? null),
    retracted: situation?.retracted.get(s.id)?.note ?? null,
  };
}

function memberReport(s: Situation, member: StateCode, assumed: ReadonlyMap<StateCode, PositionStance>, texts: ReadonlyMap<Sha256, string>): MemberReport {
  const p = s.positions.get(member) ?? derivePosition(member, s.weighed);
  const best = s.signals[p.evidence[0] ?? -1];
  const supposed = assumed.get(member);
  const declaration = s.declared.get(member);
  return {
    member,
    name: stateName(member),
    stance: supposed ?? p.stance,
    confidence: p.confidence,
    contested: p.contested,
    distribution: p.distribution,
    origins: p.origins,
    best: best ? evidenceOf(best, s.documents, texts, s) : null,
    formerWords: supposed === undefined && declaration === undefined && p.formerShare > 0.5,
    assumed: supposed !== undefined,
    declared: declaration ? { author: declaration.author, note: declaration.note, recordedAt: declaration.recordedAt } : null,
  };
}

/** How many minimal sets of today's holdouts block, as a whole number; null where they are too many members to count. */
function blockingSetsOf(input: CountInput): string | null {
  const { compiled, stances } = casesOf(input);
  const total = countBlockingSets(compiled, stances.flatMap((stance, i) => (isHoldoutStance(stance) ? [i] : [])));
  return total === null ? null : String(total);
}

/** The count of a question, with each member's position and best evidence. Fails with the caller's mistakes; changes nothing. */
export async function reportCount(register: Register, questionId: string, request: CountRequest, today: IsoDate): Promise<Result<CountReport, Failure>> {
  const found = await situationOf(register, questionId, request, today);
  if (!found.ok) return found;
  const known = reported.get(found.value) ?? new Map<string, Promise<Result<CountReport, Failure>>>();
  reported.set(found.value, known);
  const key = JSON.stringify(request);
  const report = known.get(key) ?? reportOn(register, found.value, request);
  known.delete(key);
  known.set(key, report);
  report.catch(() => known.delete(key));
  if (known.size > REPORTS_KEPT) known.delete(known.keys().next().value ?? '');
  return report;
}

/** Counts kept of one situation, which many may ask for while the register learns nothing more. */
const REPORTS_KEPT = 32;
const reported = new WeakMap<Situation, Map<string, Promise<Result<CountReport, Failure>>>>();

async function reportOn(register: Register, s: Situation, request: CountRequest): Promise<Result<CountReport, Failure>> {
  const asked = countedOf(s, request);
  if (!asked.ok) return asked;
  const { rule, costs, input } = asked.value;
  const result = count(input);
  const cheapest = cheapestFlips(input, costs, await loadSolver());
  const used = s.roster.flatMap((m) => s.signals[s.positions.get(m)?.evidence[0] ?? -1]?.documentId ?? []);
  const texts = await register.texts(used);
  const speaking = [...s.documents.values()].filter((d) => request.asOf === undefined || d.published === undefined || d.published <= request.asOf);
  const origins = new Set(speaking.map((d) => s.origins.of.get(d.id) ?? d.id)).size;
  const body = resolveBody(s.question.body);
  return ok({
    question: { id: s.question.id, title: s.question.title, body: s.question.body, bodyName: body?.name ?? s.question.body },
    option: { id: s.option.id, proposal: s.option.proposal },
    options: s.question.options.map((o) => ({ id: o.id, proposal: o.proposal })),
    asOf: request.asOf ?? null,
    knownAt: request.knownAt?.toISOString() ?? null,
    rule: { id: rule.id, text: rule.title, citation: rule.source, then: result.then, notes: [...result.notes, ...asked.value.notes] },
    count: {
      outcome: result.outcome,
      sentence: result.sentence,
      members: result.members,
      holdouts: result.holdouts,
      supporters: result.supporters,
      uncommitted: result.uncommitted,
      unknown: result.unknown,
      blockers: result.blockers,
      pivotal: result.pivotal,
      blocking: { alone: result.blocking.alone, groups: result.blocking.groups, complete: result.blocking.groupsComplete, total: blockingSetsOf(input) },
      fewestFlips: result.fewestFlips,
      cheapest,
    },
    probability: probabilityOf(s, asked.value),
    members: s.roster.map((m) => memberReport(s, m, asked.value.supposed, texts)),
    documents: speaking.length,
    origins,
    independence: independenceSentence(speaking.length, origins),
    sharedOrigins: s.origins.groups,
    cautions: cautionsOf(s, result.pivotal),
    reader: s.signals[0]?.reader ?? '',
    registerHash: s.hash,
  });
}

/** The chance of adoption alone. Fails as a count does, or with `usage` where it is too large to reckon exactly. */
export async function reportProbability(register: Register, questionId: string, request: CountRequest, today: IsoDate): Promise<Result<ProbabilityReport, Failure>> {
  const found = await situationOf(register, questionId, request, today);
  if (!found.ok) return found;
  const asked = countedOf(found.value, request);
  if (!asked.ok) return asked;
  const probability = probabilityOf(found.value, asked.value);
  return probability ? ok(probability) : err({ code: 'usage', category: 'unsupported', message: `The chance of adoption by ${asked.value.rule.title} among ${String(found.value.roster.length)} members is too large to reckon exactly; give a roster or a simpler rule.` });
}

/** Every signal for and against on one member. */
export async function reportWhy(register: Register, questionId: string, member: string, request: CountRequest, today: IsoDate): Promise<Result<WhyReport, Failure>> {
  const found = await situationOf(register, questionId, request, today);
  if (!found.ok) return found;
  const s = found.value;
  const state = parseState(member);
  if (!state || !s.roster.includes(state)) return fail('member-unknown', `"${member}" is no member that votes on ${s.question.id}; use a code such as ${s.roster[0] ?? 'HUN'}.`);
  const mine = (s.positions.get(state)?.evidence ?? []).flatMap((k) => s.signals[k] ?? []);
  const texts = await register.texts(mine.map((x) => x.documentId));
  return ok({ position: memberReport(s, state, new Map(), texts), evidence: mine.map((x) => evidenceOf(x, s.documents, texts, s)) });
}

/** One document with what was read in it, for the reader view. */
export async function reportDocument(register: Register, documentId: string, questionId: string | undefined): Promise<Result<DocumentReport, Failure>> {
  // SAFETY: an id that is no hash finds nothing.
  const id = documentId as Sha256;
  const document = await register.document(id);
  const erased = document ? null : await register.erasure(id);
  if (erased) return fail('document-erased', erasedMessage(erased));
  if (!document) return fail('document-unknown', `The register has no document ${documentId.slice(0, 12)}; list them with: holdout statements --format jsonl.`);
  const questions = questionId === undefined ? (await register.questions()).map((q) => q.id) : [questionId];
  const statements = await register.statements({ document: id });
  const signals = (await Promise.all(questions.map((q) => register.signals({ question: q })))).flat().filter((x) => x.documentId === id);
  const summaries = new Map([[id, document]]);
  const texts = new Map([[id, document.text]]);
  return ok({
    id,
    title: document.title ?? '',
    publisher: document.publisher ?? '',
    published: document.published ?? null,
    address: document.address ?? '',
    text: document.text,
    statements: statements.map(({ statement: st }) => ({
      speaker: st.speaker,
      speaksFor: sideOf(st),
      attribution: st.attribution,
      source: st.source,
      cue: st.cue,
      content: st.content,
      rule: st.rule,
    })),
    evidence: signals.map((x) => evidenceOf(x, summaries, texts, null)),
  });
}
