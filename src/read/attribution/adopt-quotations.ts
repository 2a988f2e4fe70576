import { range } from '../tree.js';
import type { Layout } from './layout.js';

/** An attribution by token, while its parts are still being gathered. */
export interface Draft {
  readonly cueHead: number;
  readonly margin: number;
  readonly source: number[];
  readonly cue: number[];
  readonly content: number[];
}

/** Who a quotation goes on with, and whether a colon said so. */
interface Owner {
  readonly draft: Draft;
  readonly byColon: boolean;
}

/** Tokens that may stand between an attribution and a quotation that goes on with it. */
const BETWEEN = /^[.,:;…–—-]+$|^["“”]$/;

/**
 * Gives quotations that no attribution has to the one they go on with: “I would,” she said. [“I would, Donald.”] after a quotation in the
 * same paragraph, and the next paragraphs after a colon ('He said: ¶ ["We have …"] ¶ ["And …"]'). Changes the drafts it is given.
 */
export function adoptQuotations(l: Layout, drafts: readonly Draft[]): void {
  const n = l.parsed.tokens.length;
  const taken = new Uint8Array(n);
  for (const d of drafts) for (const i of [...d.content, ...d.source, ...d.cue]) taken[i] = 1;
  const lastOf = (d: Draft): number => Math.max(d.cueHead, ...d.content, ...d.source, ...d.cue);
  let followed = null as Owner | null;
  for (const [first, last] of quotationRuns(l)) {
    const inside = range(first, last + 1).filter((i) => l.quoted[i] === 1);
    const free = inside.filter((i) => taken[i] === 0);
    if (inside.length === 0 || free.length * 2 < inside.length || free.length < 2) {
      followed = null;
      continue;
    }
    const before = beforeOf(l, first);
    const words = before < 0 ? '' : (l.parsed.tokens[before]?.form ?? '');
    const sameParagraph = before >= 0 && l.paragraph[before] === l.paragraph[first];
    const owner: Owner | null =
      followed?.byColon && (l.paragraph[first] as number) - (l.paragraph[lastOf(followed.draft)] as number) <= 1 && before >= 0 && taken[before] === 1
        ? followed
        : ownerOf(l, drafts, before, words, sameParagraph, lastOf);
    if (!owner) continue;
    owner.draft.content.push(...free);
    owner.draft.content.sort((a, b) => a - b);
    for (const i of free) taken[i] = 1;
    followed = owner;
  }
}

function ownerOf(l: Layout, drafts: readonly Draft[], before: number, words: string, sameParagraph: boolean, lastOf: (d: Draft) => number): Owner | null {
  if (before < 0) return null;
  if (words === ':') {
    const cued = drafts.filter((d) => l.sentence[d.cueHead] === l.sentence[before] && d.cueHead < before).pop();
    return cued ? { draft: cued, byColon: true } : null;
  }
  if (!sameParagraph) return null;
  // The sentence before ends with "… she said.", after words of hers in quotation marks.
  let end = before;
  while (end >= 0 && BETWEEN.test(l.parsed.tokens[end]?.form ?? '')) end -= 1;
  const draft = drafts.find((d) => lastOf(d) === end && d.content.some((i) => l.quoted[i] === 1) && Math.max(...d.content) < d.cueHead);
  return draft ? { draft, byColon: false } : null;
}

/** First and last token of each quotation, marks included. */
function quotationRuns(l: Layout): [number, number][] {
  const out: [number, number][] = [];
  for (let i = 0; i < l.quotation.length; i++) {
    const q = l.quotation[i] as number;
    if (q < 0) continue;
    const at = out[out.length - 1];
    if (at && l.quotation[at[0]] === q) at[1] = i;
    else out.push([i, i]);
  }
  return out;
}

const beforeOf = (l: Layout, first: number): number => {
  let i = first - 1;
  while (i >= 0 && /^["“”]$/.test(l.parsed.tokens[i]?.form ?? '')) i -= 1;
  return i;
};
