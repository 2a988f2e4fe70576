import type { Condition, Reason } from '../../domain/signal.js';
import type { Span } from '../../domain/span.js';
import conditions from '../../../knowledge/lexicons/conditions.json' with { type: 'json' };
import hedges from '../../../knowledge/lexicons/hedges.json' with { type: 'json' };
import reasons from '../../../knowledge/lexicons/reasons.json' with { type: 'json' };
import { spanOfTokens, type Tree } from '../tree.js';
import type { Attitude } from './attitude.js';

/** A condition found beside an attitude, and what it does to it. */
export interface FoundCondition extends Condition {
  readonly effect: 'needs' | 'lasts';
  readonly phrase: string;
}

const MARKERS = [...conditions.markers].sort((a, b) => b.phrase.length - a.phrase.length).map((m) => ({ ...m, words: m.phrase.split(' ') }));

const matchesAt = (tree: Tree, at: number, words: readonly string[]): boolean => words.every((w, k) => tree.parsed.tokens[at + k]?.form.toLowerCase() === w);

/** Whether the clause of `head` hangs on the attitude: it is below a predicate of its chain, or beside it under one verb. */
function hangsOn(tree: Tree, attitude: Attitude, head: number): boolean {
  const chain = new Set(attitude.chain);
  const above = new Set(attitude.chain);
  for (let i = attitude.head, k = 0; k < 4 && i >= 0; k++) {
    const t = tree.token(i);
    if (!['xcomp', 'ccomp', 'advcl', 'conj', 'root', 'nmod', 'dobj', 'nsubj', 'parataxis'].includes(t.relation)) break;
    i = t.head;
    if (i >= 0) above.add(i);
  }
  for (let i = head, k = 0; k < 6 && i >= 0; k++) {
    if (chain.has(i) || above.has(i) || attitude.tokens.includes(i)) return true;
    // What only describes somebody ("which had waited until …") sets no condition.
    if (tree.token(i).relation === 'acl:relcl') return false;
    i = tree.token(i).head;
  }
  return false;
}

/** The condition that an attitude's sentence puts on it, with the words that state it; null when none. */
export function conditionOf(tree: Tree, attitude: Attitude): FoundCondition | null {
  const s = tree.sentenceOf(attitude.head);
  for (let i = s.first; i < s.last; i++) {
    const marker = MARKERS.find((m) => matchesAt(tree, i, m.words));
    if (!marker) continue;
    // "blocked it once again".
    if (marker.phrase === 'once' && /^(?:again|more)$/i.test(tree.parsed.tokens[i + 1]?.form ?? '')) continue;
    // "invite it without waiting" sets no condition; "will not accept it without compensation" does.
    if (marker.phrase === 'without' && (attitude.sign > 0 || tree.parsed.tokens[i + 1]?.tag === 'VBG')) continue;
    const markToken = i + marker.words.length - 1;
    const clause = tree.token(markToken).head >= 0 && ['mark', 'case', 'advmod', 'mwe', 'cc'].includes(tree.token(markToken).relation) ? tree.token(markToken).head : markToken;
    // "oppose a mission if they are sure": what somebody is against, and not when.
    const willing = tree.childrenOf(attitude.head).some((c) => tree.token(c).relation === 'aux' && /^(?:will|'ll|would|might|may|could|shall)$/i.test(tree.token(c).form));
    if (marker.phrase === 'if' && attitude.sign < 0 && !willing) continue;
    // "delay it until 1999": until when, not on what condition.
    if (marker.phrase === 'until' && attitude.path.some((p) => /^(?:delay|postpone|defer|put\+off|stall|hold\+up|wait)$/.test(p))) continue;
    // "accepted it only after late-night talks": what had to come first has come.
    if (/^(?:only after|only when|only once|once|until)$/.test(marker.phrase) && tree.token(attitude.head).tag === 'VBD' && attitude.sign > 0) continue;
    if (attitude.chain.includes(clause) || !hangsOn(tree, attitude, clause)) continue;
    // "whether … or if": an embedded question is no condition.
    if (marker.phrase === 'if' && /^(?:even|as|what|ask|see|know|decide)$/.test(tree.parsed.tokens[i - 1]?.lemma.toLowerCase() ?? '')) continue;
    const inside = tree.subtreeOf(clause).filter((k) => k >= i && k < s.last);
    const tokens = contiguousFrom(i, [...new Set([i, ...inside])].sort((a, b) => a - b));
    if (tokens.length < 2) continue;
    return { span: spanOfTokens(tree, trimEnd(tree, tokens)), kind: marker.kind as Condition['kind'], effect: marker.effect as 'needs' | 'lasts', phrase: marker.phrase };
  }
  return null;
}

const contiguousFrom = (first: number, tokens: readonly number[]): number[] => {
  const out: number[] = [];
  let last = first - 1;
  for (const t of tokens) {
    if (t < first) continue;
    if (t > last + 3) break;
    for (let k = last + 1; k <= t; k++) out.push(k);
    last = t;
  }
  return out;
};
const trimEnd = (tree: Tree, tokens: readonly number[]): number[] => {
  let end = tokens.length;
  while (end > 1 && /^[\p{P}]+$/u.test(tree.token(tokens[end - 1] ?? 0).form)) end -= 1;
  return tokens.slice(0, end);
};

/** Whether a text has one of some phrases, as whole words. */
const anyOf = (phrases: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}])(?:${phrases.join('|')})(?![\\p{L}])`, 'iu');
const ABSTRACT = anyOf(hedges.abstractStrong);
const SOME_DAY = anyOf(hedges.someDay);
const IN_PRINCIPLE = anyOf(['in principle']);
const TURN = /\b(?:but|however|though|although|yet)\b/i;
/** Phrases of each kind of reason, as patterns that open at a word. */
const REASONS = Object.entries(reasons.kinds).map(([kind, phrases]) => ({ kind, phrases: phrases.map((phrase) => ({ phrase, pattern: new RegExp(`(?<![\\p{L}])${phrase}`, 'u') })) }));

/** Whether the words around an attitude make it support in the abstract only ("only in theory"; "in principle … but"). */
export function isAbstract(tree: Tree, attitude: Attitude): boolean {
  const s = tree.sentenceOf(attitude.head);
  const text = tree.parsed.text.slice(s.start, s.end);
  return ABSTRACT.test(text) || ((SOME_DAY.test(text) || IN_PRINCIPLE.test(text)) && TURN.test(text));
}

/** Reasons named in an attitude's sentence. */
export function reasonsOf(tree: Tree, attitude: Attitude): Reason[] {
  const s = tree.sentenceOf(attitude.head);
  const text = tree.parsed.text.slice(s.start, s.end).toLowerCase();
  const out: Reason[] = [];
  for (const { kind, phrases } of REASONS) {
    for (const { phrase, pattern } of phrases) {
      const at = text.search(pattern);
      if (at < 0) continue;
      const end = at + (/^[\p{L}'’-]*/u.exec(text.slice(at + phrase.length))?.[0].length ?? 0) + phrase.length;
      out.push({ kind, span: { start: s.start + at, end: s.start + end } satisfies Span });
      break;
    }
  }
  return out;
}

/** How real a predicate's clause is: 0 for a question or supposition, below 1 for "may" and "might", 1 for a plain statement. */
export function realityOf(tree: Tree, attitude: Attitude): number {
  const s = tree.sentenceOf(attitude.head);
  if (tree.token(s.last - 1).form === '?') return 0;
  let reality = 1;
  for (const p of attitude.chain.slice(0, 2)) {
    if (tree.parsed.tokens[p - 1]?.form === 'to' && /^ought$/i.test(tree.parsed.tokens[p - 2]?.form ?? '')) reality = Math.min(reality, 0.15);
    // "abstained rather than vetoing it": what was not done.
    const before = tree.parsed.tokens.slice(Math.max(s.first, p - 2), p).map((t) => t.form.toLowerCase());
    if (tree.token(p).tag === 'VBG' && (before.join(' ') === 'rather than' || before.join(' ') === 'instead of')) return 0;
    // "declined to say which figure it preferred": a question in other words.
    if (/^(?:ccomp|dep)$/.test(tree.token(p).relation) && tree.childrenOf(p).some((c) => c < p && /^(?:WDT|WP|WRB)$/.test(tree.token(c).tag) && /^(?:which|what|how|whether|who)$/i.test(tree.token(c).form) && tree.token(c).relation !== 'nsubj')) return 0;
    for (const c of tree.childrenOf(p)) {
      const u = tree.token(c);
      const w = u.form.toLowerCase();
      if (u.relation === 'mark' && /^(?:if|whether|unless)$/.test(w)) return 0;
      if (u.relation === 'aux' && /^(?:could|might|may|can)$/.test(w)) reality = Math.min(reality, 0.5);
      // "had abstained": what was so before something else.
      if (u.relation === 'aux' && w === 'had') reality = Math.min(reality, 0.7);
      if (u.relation === 'aux' && /^(?:should|must|ought)$/.test(w)) reality = Math.min(reality, 0.15);
      if (u.relation === 'advmod' && /^(?:previously|initially|once|formerly|originally|earlier)$/.test(w)) reality = Math.min(reality, /^(?:once|formerly|originally)$/.test(w) ? 0.3 : 0.6);
    }
    // "would have to involve China dropping its veto": what it would take.
    const over = tree.token(p).head;
    if (tree.token(p).tag === 'VBG' && over >= 0 && /^(?:involve|require|mean|include|entail|need|take|imagine|envisage)$/.test(tree.token(over).lemma)) return 0;
    // Under "if", "whether" or a wish for somebody else's act.
    for (let i = p, k = 0; k < 4; k++) {
      const t = tree.token(i);
      if (t.head < 0) break;
      if (/^(?:suppose|imagine|assume|speculate|doubt)$/.test(tree.token(t.head).lemma.toLowerCase()) || (/^(?:rumour|rumor|speculation|fear)$/.test(tree.token(t.head).lemma.toLowerCase()) && tree.token(t.head).tag.startsWith('NN') && t.relation !== 'dobj')) return 0;
      if (t.relation === 'advcl' || t.relation === 'ccomp') {
        const mark = tree.childrenOf(i).map((c) => tree.token(c)).find((x) => x.relation === 'mark');
        if (mark && /^(?:if|whether)$/i.test(mark.form)) return 0;
      }
      i = t.head;
    }
  }
  return reality;
}
