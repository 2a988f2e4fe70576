import type { Signal } from '../domain/signal.js';
import type { Span } from '../domain/span.js';
import type { Stance } from '../domain/stance.js';
import type { Article } from './article.js';

/**
 * Why a claim that the text bears out must not count before a person has looked: the text addresses a machine; the offline reader reads
 * these words, or all it reads of the member, the other way; the model claims both sides itself; the sentence denies before the quoted
 * words begin; the rules see nothing in the words that takes that side on the option, so that nothing tells them from words put to a
 * false use.
 */
export type WaitReason = 'suspect-text' | 'contradicted' | 'both-sides' | 'denial-left-out' | 'no-attitude';

const SIDE: Readonly<Record<Stance, number>> = { support: 1, oppose: -1, conditional: -1, 'abstract-support': -1, uncommitted: 0 };
const DENIES = /\b(?:den(?:y|ies|ied|ying)|false|untrue|rumou?rs?|not true)\b/i;
const NEGATES = /\b(?:not|never|no longer|nor|neither|cannot|refus(?:e|es|ed|ing)|reject(?:s|ed|ing)?|rul(?:e|es|ed|ing) out|stop(?:s|ped) short|far from|unlikely)\b|n['’]t\b/i;

/** Why a signal must wait for a person, although its words are in the text; null when it may count. */
export function waitsFor(article: Article, signal: Signal): WaitReason | null {
  if (article.isSuspect) return 'suspect-text';
  if (isContradicted(article, signal)) return 'contradicted';
  const [evidence] = signal.evidence;
  const first = article.sentencesAt(evidence)[0];
  const leftOut = first === undefined ? '' : article.source.text.slice(first.start, Math.max(first.start, evidence.start));
  if (DENIES.test(leftOut) || (SIDE[signal.stance] > 0 && NEGATES.test(leftOut))) return 'denial-left-out';
  return takesSide(article, signal, evidence) ? null : 'no-attitude';
}

/** Whether a model has one member for and against one option in one text. */
export const isOtherSide = (a: Signal, b: Signal): boolean =>
  a.member === b.member && a.option === b.option && a.stance !== b.stance && [a.stance, b.stance].every((s) => s === 'support' || s === 'oppose');

/** Whether the offline reader reads the member the other way in these words, or everywhere in the text. */
function isContradicted(article: Article, signal: Signal): boolean {
  const [evidence] = signal.evidence;
  const same = article.offline.signals.filter((s) => s.member === signal.member && s.option === signal.option && SIDE[s.stance] !== 0);
  const isOtherwise = (s: Signal): boolean => SIDE[s.stance] * SIDE[signal.stance] < 0;
  const inTheseWords = same.filter((s) => s.evidence.some((e) => e.start < evidence.end && evidence.start < e.end));
  return inTheseWords.length > 0 ? inTheseWords.some(isOtherwise) : same.length > 0 && same.every(isOtherwise);
}

/** Whether the rules see in the evidence an attitude to the option that fits the stance, whoever holds it. */
function takesSide(article: Article, signal: Signal, evidence: Span): boolean {
  const { tree } = article.read.cast;
  return (article.attitudes.get(signal.option) ?? []).some((a) => {
    const head = tree.token(a.head);
    if (head.start < evidence.start || head.end > evidence.end) return false;
    const side = a.stance === null ? a.sign : SIDE[a.stance];
    switch (signal.stance) {
      case 'support':
      case 'oppose':
        return side === SIDE[signal.stance];
      case 'conditional':
      case 'abstract-support':
        return side !== 0;
      case 'uncommitted':
        return side === 0;
    }
  });
}
