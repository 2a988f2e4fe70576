import lexicon from '../../../knowledge/lexicons/acts.json' with { type: 'json' };
import topics from '../../../knowledge/lexicons/topics.json' with { type: 'json' };
import type { Token } from '../../domain/parsed-text.js';
import { stemOf } from './stem.js';

/** What is done to a thing: it is started, ended, made more or less, kept as it is, or refused. */
export type ActClass = 'create' | 'remove' | 'increase' | 'decrease' | 'keep' | 'deny';

/** What a word says of the thing that it is about. */
export interface ActWord {
  readonly act: ActClass | null;
  /** It holds back what it is about ("ban", "tariff"). */
  readonly restricts: boolean;
  /** A restriction that is an amount, so that raising it allows more ("ceiling"). */
  readonly isLimit: boolean;
  /** "smaller", "tougher". */
  readonly comparative: 'less' | 'more' | null;
  /** Stops what goes on, and holds an amount where it is ("freeze"). */
  readonly pauses: boolean;
  /** Ends a restriction, and raises an amount ("lift"). */
  readonly lifts: boolean;
  /** Loosens a restriction, and furthers what is started ("ease"). */
  readonly eases: boolean;
  /** It only completes a phrase that began before ("put … [on ice]"). */
  readonly isPart: boolean;
}

const CLASSES: readonly ActClass[] = ['deny', 'remove', 'increase', 'decrease', 'keep', 'create'];
const ACTS = lexicon.acts as Readonly<Record<ActClass, readonly string[]>>;
const actOf: ReadonlyMap<string, ActClass> = (() => {
  const map = new Map<string, ActClass>();
  for (const c of CLASSES) for (const w of ACTS[c]) if (!map.has(stemOf(w))) map.set(stemOf(w), c);
  return map;
})();
const stems = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(stemOf));
const RESTRICTIONS = stems(lexicon.restrictions);
const LIMITS = stems(lexicon.limits);
const AMOUNTS = stems(lexicon.amounts);
const PAUSING = stems(lexicon.pausing);
const EASING = stems(lexicon.easing);
const RAISING = stems(lexicon.raising);
const LESS = new Set(lexicon.less);
const MORE = new Set(lexicon.more);
const PHRASES: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly act: ActClass }[]> = (() => {
  const map = new Map<string, { words: readonly string[]; act: ActClass }[]>();
  for (const [act, phrases] of Object.entries(lexicon.phrases) as [ActClass, readonly string[]][]) {
    for (const phrase of phrases) {
      const words = phrase.split(' ');
      const first = words[0] ?? '';
      map.set(first, [...(map.get(first) ?? []), { words, act }].sort((a, b) => b.words.length - a.words.length));
    }
  }
  return map;
})();
/** Words between the first word of a phrase and its second ("put [the accession talks] on ice"). */
const GAP = 5;

/** Whether there can be more or less of what a noun names, so that to keep it is neither to raise nor to lower it. */
export const isAmountStem = (stem: string): boolean => AMOUNTS.has(stem);

/** Nouns that mean a proposal as a whole, or take one up ("the sanctions regime", "a ban proposal"). */
const WHOLES = stems([...topics.containers, ...topics.generic, 'regime', 'list']);
const isWholeStem = (stem: string): boolean => WHOLES.has(stem);

const PART: ActWord = { act: null, restricts: false, isLimit: false, comparative: null, pauses: false, lifts: false, eases: false, isPart: true };

/** Whether a word does something to a thing, whatever its part of speech. */
export const isActWord = (word: string): boolean => actOf.has(stemOf(word)) || RESTRICTIONS.has(stemOf(word)) || PHRASES.has(word.toLowerCase());

/** A word that holds back what it is about, and does nothing more. */
export const RESTRICTION: ActWord = { act: null, restricts: true, isLimit: false, comparative: null, pauses: false, lifts: false, eases: false, isPart: false };

/** Whether a word does something to a thing, or holds it back; a comparative alone does neither. */
export const doesSomething = (word: ActWord | null | undefined): boolean => word != null && (word.act !== null || word.restricts);

/** An act that no word of the phrase itself names. */
export const actWord = (act: ActClass): ActWord => ({ ...RESTRICTION, act, restricts: false });

/** The act word at each of some tokens; null where a word does nothing to anything. O(tokens). */
export function actWordsOf(tokens: readonly Token[]): readonly (ActWord | null)[] {
  const out: (ActWord | null)[] = tokens.map((t) => singleWord(t));
  for (const [i, t] of tokens.entries()) {
    // "tax havens", "sanctions expert": the thing named restricts nothing.
    const head = tokens[t.head];
    if (out[i]?.restricts === true && t.tag.startsWith('NN') && t.relation === 'compound' && head?.tag.startsWith('NN') === true && tokens.slice(i, t.head).every((u) => u.tag.startsWith('NN')) && out[t.head] == null && !isWholeStem(stemOf(head.lemma))) out[i] = null;
  }
  for (let i = 0; i < tokens.length; i++) {
    if (isTimeOf(tokens, i)) out[i] = null;
    const phrase = phraseAt(tokens, i);
    if (!phrase) continue;
    out[i] = { ...PART, act: phrase.act, isPart: false };
    for (const k of phrase.rest) out[k] = PART;
  }
  return out;
}

/** "until the end of the year", "from the start": when, not what is done. */
function isTimeOf(tokens: readonly Token[], i: number): boolean {
  if (!/^(?:end|start|beginning|close|opening)$/i.test(tokens[i]?.form ?? '')) return false;
  const before = tokens[i - 1]?.form.toLowerCase() === 'the' ? tokens[i - 2] : tokens[i - 1];
  return /^(?:by|until|till|before|at|from|since|in|after|near|towards?)$/i.test(before?.form ?? '');
}

function singleWord(t: Token): ActWord | null {
  const form = t.form.toLowerCase();
  const comparative = LESS.has(form) ? 'less' : MORE.has(form) ? 'more' : null;
  const lemma = t.lemma && t.lemma !== '-PRON-' ? t.lemma : t.form;
  const stem = stemOf(lemma);
  const isWord = /^(?:VB|NN)/.test(t.tag);
  const restricts = isWord && RESTRICTIONS.has(stem);
  const found = isWord || t.tag.startsWith('JJ') ? actOf.get(stem) : undefined;
  const act = restricts || (!isWord && found !== 'keep') ? null : (found ?? null);
  if (comparative === null && !restricts && act === null) return null;
  return { act: comparative === null ? act : null, restricts, isLimit: restricts && LIMITS.has(stem), comparative, pauses: restricts && PAUSING.has(stem), lifts: act !== null && RAISING.has(stem), eases: act !== null && EASING.has(stem), isPart: false };
}

const wordFits = (t: Token | undefined, word: string): boolean => t !== undefined && (t.lemma.toLowerCase() === word || t.form.toLowerCase() === word);

/** The phrase of an act that begins at a verb, with the tokens of its other words. */
function phraseAt(tokens: readonly Token[], at: number): { readonly act: ActClass; readonly rest: readonly number[] } | null {
  const t = tokens[at];
  if (!t?.tag.startsWith('VB')) return null;
  for (const { words, act } of PHRASES.get(t.lemma.toLowerCase()) ?? []) {
    const rest: number[] = [];
    let from = at + 1;
    for (let k = 1; k < words.length; k++) {
      const last = k === 1 ? from + GAP : from;
      let i = from;
      while (i <= last && tokens[i] !== undefined && !wordFits(tokens[i], words[k] ?? '') && !/^(?:VB[DPZ]|MD|[.,:;])$/.test(tokens[i]?.tag ?? '')) i += 1;
      if (i > last || !wordFits(tokens[i], words[k] ?? '')) break;
      rest.push(i);
      from = i + 1;
    }
    if (rest.length === words.length - 1) return { act, rest };
  }
  return null;
}
