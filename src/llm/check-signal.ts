import { parseStateCode, type StateCode } from '../domain/ids.js';
import type { Sentence } from '../domain/parsed-text.js';
import type { Signal } from '../domain/signal.js';
import type { Span } from '../domain/span.js';
import type { Statement } from '../domain/statement.js';
import { groupsWith } from '../knowledge/named-groups.js';
import { claimedSignal, REASON_KINDS, type ClaimedSignal } from './answer-schema.js';
import type { Article } from './article.js';
import { CLAIM_RULE } from './check-statement.js';
import type { DropReason, DropTally } from './drop-reason.js';
import { lettersIn } from './find-quote.js';
import { isCommandOrQuestion } from './instructions.js';
import { waitsFor, type WaitReason } from './wait-reason.js';

/** Nothing that a reader of unmeasured accuracy says is surer than this. */
export const MOST_CONFIDENCE = 0.9;
const LEAST_LETTERS = 6;
const LONGEST = 800;
/** Sentences before the evidence in which the member may be named, when its own names none. */
const REACH = 2;

/** A claim that the text bears out; `waits` says why it must not count before a person has looked, or null when it may. */
export interface CheckedSignal {
  readonly signal: Signal;
  readonly waits: WaitReason | null;
}

/**
 * A claimed signal as the text bears it out, with spans of our own; null, and counted, when it does not.
 * @param statements the answer's statements in its order, null where one was dropped, and where each stands in the reading
 */
export function checkSignal(article: Article, raw: unknown, statements: readonly ({ readonly statement: Statement; readonly index: number } | null)[], drops: DropTally): CheckedSignal | null {
  const drop = (reason: DropReason): null => {
    drops.add(reason);
    return null;
  };
  const parsed = claimedSignal.safeParse(raw);
  if (!parsed.success) return drop('wrong shape');
  const claim = parsed.data;
  if (!article.attitudes.has(claim.option)) return drop('option not of the question');
  const member = parseStateCode(claim.member.trim());
  if (member === null || !article.question.roster.includes(member)) return drop('member outside the roster');
  const rests = statements[claim.statement];
  if (!rests) return drop('statement dropped');
  if (lettersIn(claim.evidence) < LEAST_LETTERS || claim.evidence.length > LONGEST) return drop('quote too short or too long');
  const places = article.find(claim.evidence);
  if (places.length === 0) return drop('quote not in the text');
  const [content] = rests.statement.content;
  const around = article.sentencesAt(content);
  const evidence =
    places.find((p) => p.start < content.end && content.start < p.end) ?? places.find((p) => article.sentencesAt(p).some((s) => around.includes(s)));
  if (evidence === undefined) return drop('evidence outside its statement');
  if (isCommandOrQuestion(article, evidence)) return drop('command or question');
  const ownVoice = rests.statement.speaksFor.kind === 'state' && rests.statement.speaksFor.state === member;
  if (!ownVoice && !isMeant(article, member, evidence)) return drop('member not named there');
  const { condition, reasons } = detailsOf(article, claim, evidence, drops);
  const signal: Signal = {
    member,
    option: claim.option,
    stance: claim.stance,
    firmness: claim.firmness,
    confidence: Math.min(MOST_CONFIDENCE, claim.confidence),
    ...(condition ? { condition } : {}),
    reasons,
    ...(article.source.published ? { asOf: article.source.published } : {}),
    statement: rests.index,
    evidence: [evidence],
    rule: CLAIM_RULE,
  };
  return { signal, waits: waitsFor(article, signal) };
}

/** Whether words may be about a member: their sentence names it, or names no member and one just before in its paragraph does. */
function isMeant(article: Article, member: StateCode, evidence: Span): boolean {
  const all = article.read.cast.tree.parsed.sentences;
  const own = article.sentencesAt(evidence);
  if (isNamed(article, member, own)) return true;
  if (article.question.roster.some((other) => isNamed(article, other, own))) return false;
  const opening = own[0];
  if (opening === undefined) return false;
  const at = all.indexOf(opening);
  return isNamed(article, member, all.slice(Math.max(0, at - REACH), at).filter((s) => s.paragraph === opening.paragraph));
}

/** Whether some sentences name a member: by any of its names, a group it is in, or somebody who speaks for it. */
function isNamed(article: Article, member: StateCode, sentences: readonly Sentence[]): boolean {
  const { mentions, people } = article.read.cast;
  if (mentions.some((m) => m.state === member && sentences.some((s) => m.first >= s.first && m.first < s.last))) return true;
  const words = sentences.map((s) => article.source.text.slice(s.start, s.end)).join(' ');
  const lower = words.toLowerCase();
  if (groupsWith(member).some((name) => lower.includes(name))) return true;
  return [...people.values()].some((p) => p.state === member && p.voice === 'government' && words.includes(p.name.split(' ').at(-1) ?? p.name));
}

function detailsOf(article: Article, claim: ClaimedSignal, evidence: Span, drops: DropTally): Pick<Signal, 'condition' | 'reasons'> {
  const nearest = (quote: string): Span | undefined =>
    lettersIn(quote) < LEAST_LETTERS ? undefined : [...article.find(quote)].sort((a, b) => Math.abs(a.start - evidence.start) - Math.abs(b.start - evidence.start))[0];
  const span = claim.condition === null ? undefined : nearest(claim.condition.quote);
  if (claim.condition !== null && span === undefined) drops.add('condition not in the text');
  const reasons = claim.reasons.flatMap(({ kind, quote }) => {
    const at = REASON_KINDS.includes(kind) ? nearest(quote) : undefined;
    if (at === undefined) drops.add('reason not in the text');
    return at === undefined ? [] : [{ kind, span: at }];
  });
  return { ...(claim.condition !== null && span !== undefined ? { condition: { kind: claim.condition.kind, span } } : {}), reasons };
}
