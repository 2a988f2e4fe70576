import { range } from '../tree.js';
import type { Held } from './adopt-quotations.js';
import type { Analysis } from './analyses.js';
import { LEAST_MARGIN, candidateOf, type Candidate, type Candidates } from './candidates.js';
import type { Draft } from './draft.js';
import { judge, type AttributionModels } from './judge.js';
import type { Layout } from './layout.js';

const CONTENT = 3;
const RULE = 'attribution/quotation@1';
/** Unlikely cues that are looked at for one quotation, and the log-odds from which they are. */
const MOST = 4;
const LEAST = -4;
const FINITE = /^(?:VB[DPZ]|MD)$/;

/** Tokens of the sentences of a quotation, and of the next after “…?”; or of the sentence before, where the quotation opens one. */
function placeOf(l: Layout, first: number, last: number, where: 'beside' | 'before'): [number, number] {
  const { sentences, tokens } = l.parsed;
  const a = l.sentence[first] as number;
  const b = l.sentence[last] as number;
  const [before, own, end, after] = [sentences[a - 1], sentences[a], sentences[b], sentences[b + 1]];
  if (where === 'beside') {
    const runsOn = after?.paragraph === end?.paragraph && /^[?!,…]+$/.test(tokens[last + 1]?.form ?? '');
    return [own?.first ?? 0, (runsOn ? after : end)?.last ?? 0];
  }
  const opens = own !== undefined && first - own.first <= 2;
  return before && opens && (before.paragraph === own.paragraph || tokens[before.last - 1]?.form === ':') ? [before.first, before.last] : [0, 0];
}

/**
 * The likeliest attribution of a quotation that nobody says yet, among the cues beside it that were not accepted or too unlikely to be
 * read: a quotation with a clause in it is nearly always somebody's, one without may be a title. Null where no cue has an analysis
 * that takes most of its words.
 * @param words tokens of the quotation's words
 * @param held what the attributions that are kept take
 * @param where among the cues of the quotation's own sentences, or of the one before
 */
export function spareDraft(l: Layout, models: AttributionModels, margins: Float64Array, all: Candidates, words: readonly number[], held: Held, where: 'beside' | 'before'): Draft | null {
  if (!words.some((i) => FINITE.test(l.parsed.tokens[i]?.tag ?? ''))) return null;
  const [first, last] = placeOf(l, words[0] as number, words[words.length - 1] as number, where);
  const wanted = new Set(words);
  const free = (i: number): boolean => i >= first && i < last && !wanted.has(i) && ((held[i] as number) & (where === 'before' ? 3 : 1)) === 0;
  const fits = (c: Candidate) => (a: Analysis): boolean => {
    let size = 0;
    let hit = 0;
    a.labels.forEach((part, k) => {
      const i = c.window.first + k;
      if (part !== CONTENT || l.sign[i] === 1) return;
      size += 1;
      if (wanted.has(i)) hit += 1;
    });
    return hit * 2 >= words.length && hit * 3 >= size;
  };
  const unlikely = range(first, last).filter((i) => free(i) && !/^NN|^JJ/.test(l.parsed.tokens[i]?.tag ?? '') && (margins[i] as number) <= LEAST_MARGIN && (margins[i] as number) > LEAST);
  unlikely.sort((a, b) => (margins[b] as number) - (margins[a] as number) || a - b);
  const more = unlikely.slice(0, MOST).map((i) => candidateOf(models.chain, l, i, margins[i] as number));
  let best: Draft | null = null;
  for (const c of [...all.list.filter((x) => free(x.cue)), ...more]) {
    const draft = judge(l, models, c, all, RULE, fits(c));
    if (draft && (best === null || draft.margin > best.margin)) best = draft;
  }
  return best;
}
