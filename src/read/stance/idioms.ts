import data from '../../../knowledge/lexicons/idioms.json' with { type: 'json' };
import type { Stance } from '../../domain/stance.js';
import type { TopicHit, TopicMap } from '../topic/match-topic.js';
import { range, type Tree } from '../tree.js';
import { attitudeOf, TIME, isNegated, type Attitude } from './attitude.js';

interface Idiom {
  readonly words: readonly string[];
  readonly sign: -1 | 0 | 1;
  readonly firm: number;
  readonly stance?: Stance;
  readonly same: boolean;
  readonly judgement: boolean;
}

const byFirst = new Map<string, Idiom[]>();
for (const row of data.idioms as readonly { words: string; sign: number; firm: number; stance?: Stance; same?: boolean; judgement?: boolean }[]) {
  const words = row.words.split(' ');
  const first = words[0] ?? '';
  const idiom: Idiom = { words, sign: row.sign as -1 | 0 | 1, firm: row.firm, ...(row.stance ? { stance: row.stance } : {}), same: row.same === true, judgement: row.judgement === true };
  byFirst.set(first, [...(byFirst.get(first) ?? []), idiom].sort((a, b) => b.words.length - a.words.length));
}

/** An attitude read from a phrase. */
export interface IdiomAttitude extends Attitude {
  /** Whether it takes over the stance stated before ("say the same"). */
  readonly same: boolean;
  /** Whether it judges the proposal ("there is no alternative to …"), so that whoever utters it holds it. */
  readonly judgement: boolean;
}

/** Prepositions that say what a phrase of stance is about. */
const OF_SOMETHING = /^(?:behind|for|to|with|on|of|against|in|about|over)$/;
/** Words that a star may stand for. */
const STAR = 2;

/** Token after the idiom's last word, or -1 when it does not start at `at`. */
function matchEnd(tree: Tree, at: number, words: readonly string[], last: number): number {
  let i = at;
  for (let k = 0; k < words.length; k++) {
    const word = words[k] as string;
    if (word === '*') {
      const next = words[k + 1];
      let skipped = 0;
      while (skipped <= STAR && i < last && !fits(tree, i, next ?? '')) {
        // "have [dropped their] reservations" is another phrase.
        if (/^VB/.test(tree.token(i).tag)) return -1;
        i += 1;
        skipped += 1;
      }
      if (skipped > STAR) return -1;
      continue;
    }
    // One adverb may stand inside ("has not yet decided").
    if (k > 0 && !fits(tree, i, word) && i < last && /^RB/.test(tree.token(i).tag) && !/^(?:not|n't|n’t|never)$/.test(tree.token(i).form)) i += 1;
    if (i >= last || !fits(tree, i, word)) return -1;
    i += 1;
  }
  return i;
}

const fits = (tree: Tree, i: number, word: string): boolean => {
  const t = tree.parsed.tokens[i];
  return t !== undefined && (t.lemma.toLowerCase() === word || t.form.toLowerCase() === word || (word === 'not' && /^n['’]t$/.test(t.form)));
};

/** "cast opposing votes [on the next commissioner]", but not "on Monday". */
function isOnSomething(tree: Tree, at: number): boolean {
  if (tree.parsed.tokens[at]?.form !== 'on') return false;
  const noun = range(at + 1, Math.min(at + 5, tree.parsed.tokens.length)).find((k) => /^NN/.test(tree.token(k).tag));
  return noun !== undefined && !TIME.test(tree.token(noun).form);
}

/** The phrase of stance that starts at a token; null when none does or it speaks of something else. */
export function idiomAt(tree: Tree, topic: TopicMap, i: number): IdiomAttitude | null {
  const t = tree.token(i);
  const candidates = byFirst.get(t.lemma.toLowerCase()) ?? byFirst.get(t.form.toLowerCase());
  if (!candidates) return null;
  const s = tree.sentenceOf(i);
  for (const idiom of candidates) {
    const end = matchEnd(tree, i, idiom.words, s.last);
    if (end < 0) continue;
    // "said no decision had been taken" says nothing of a no.
    if (/^(?:no|yes|never|nothing)$/.test(idiom.words[idiom.words.length - 1] ?? '') && /^(?:NN|JJ|DT|VBG)/.test(tree.parsed.tokens[end]?.tag ?? '')) continue;
    const after: number[] = [];
    for (let k = end; k < s.last; k++) {
      const u = tree.token(k);
      if (/^[.,:;"“”]$/.test(u.form) || /^(?:VBD|VBZ|VBP|MD|CC|WDT|WP)$/.test(u.tag)) break;
      after.push(k);
    }
    const named = topic.hitOf(after);
    const subject = namedSubject(tree, topic, i);
    const foreign = after.some((k) => /^NN/.test(tree.token(k).tag)) && named === null && (OF_SOMETHING.test(idiom.words[idiom.words.length - 1] ?? '') || /^in$/.test(tree.parsed.tokens[end]?.form ?? '') || isOnSomething(tree, end));
    // "out of the question" judges its subject; "there is no need for …" what comes after.
    const judged = idiom.judgement && !/^(?:there|the|time|it|this|now)$/.test(idiom.words[0] ?? '') ? subjectHit(tree, topic, i, end) : null;
    if (idiom.judgement && judged === null && named === null) continue;
    const hit: TopicHit | null = judged ?? named ?? (subject || !foreign ? topic.contextOf(i) : null);
    if (!hit) continue;
    const negated = !idiom.words.includes('not') && !idiom.words.includes('no') && isNegated(tree, i);
    // "will not stand in the way": no obstacle, but no support either.
    if (negated && idiom.sign < 0) continue;
    // "led the charge to reject it": what it leads to decides.
    const inner = idiom.sign !== 0 && /^(?:to|in)$/.test(tree.parsed.tokens[end]?.form.toLowerCase() ?? '') && /^VB[G]?$/.test(tree.parsed.tokens[end + 1]?.tag ?? '') ? attitudeOf(tree, topic, end + 1) : null;
    const turned = (negated ? -idiom.sign : idiom.sign) * (inner && inner.sign !== 0 ? inner.sign : hit.direction);
    const head = verbOf(tree, i, end);
    return {
      head,
      sign: turned as -1 | 0 | 1,
      firm: idiom.firm,
      stance: idiom.stance ?? (idiom.sign === 0 && !idiom.same ? 'uncommitted' : null),
      topic: hit,
      tokens: [...range(i, end), ...(named ? after : [])],
      path: [idiom.words.join('_')],
      negated,
      chain: range(i, end),
      same: idiom.same,
      judgement: idiom.judgement,
    };
  }
  return null;
}

/** The token of the idiom that its clause hangs on: the first whose head lies outside. */
function verbOf(tree: Tree, first: number, end: number): number {
  for (let k = first; k < end; k++) {
    const h = tree.token(k).head;
    if (/^(?:VB|JJ|NN)/.test(tree.token(k).tag) && (h < first || h >= end)) return k;
  }
  return first;
}

/** What the subject of a phrase that spans some tokens says of the proposal. */
function subjectHit(tree: Tree, topic: TopicMap, first: number, end: number): TopicHit | null {
  for (let k = first; k < end; k++) {
    const subject = tree.childrenOf(k).find((c) => c < first && tree.token(c).relation.startsWith('nsubj'));
    if (subject !== undefined) return topic.hitOf(tree.subtreeOf(subject));
  }
  return null;
}

function namedSubject(tree: Tree, topic: TopicMap, i: number): boolean {
  const subject = tree.childrenOf(i).find((c) => tree.token(c).relation.startsWith('nsubj'));
  return subject !== undefined && topic.hitOf(tree.subtreeOf(subject)) !== null;
}
