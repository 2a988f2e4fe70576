import { range } from '../tree.js';
import type { Draft } from './draft.js';
import type { Layout } from './layout.js';

/** A quotation: first and last token, marks included, and its words. */
interface Quotation {
  readonly number: number;
  readonly first: number;
  last: number;
  readonly words: number[];
}

/** Words from which a quotation that nobody says yet is given to somebody. */
const LEAST_WORDS = 4;
/** Words from which a quotation that is a paragraph by itself goes on with the paragraph before. */
const LEAST_PARAGRAPH = 8;
/** Paragraphs from one quotation to the next that goes on with it. */
const MOST_PARAGRAPHS = 2;
/** Words that a name below a quotation may have. */
const MOST_SIGNED = 12;
const DASH = /^(?:[–—―-]|--)$/;
const MARK = /^(?:["“”«»]|''|``)$/;

/** What the drafts of a text take: 1 for a token that heads a cue, 2 for one in a content, 3 for both. */
export type Held = Uint8Array;
export type SpareDraft = (words: readonly number[], held: Held, where: 'beside' | 'before') => Draft | null;

/**
 * Gives the rest of a quotation to the attribution that has its start, and quotations that no attribution has to one:
 * to a cue beside it that was not sure enough by itself; else to the one it goes on with: “I would,” she said on Monday. [“I would, Donald.”] in
 * the same paragraph, the next paragraph of a quotation that was not closed, and paragraphs that are a quotation after one ("He said: ¶ [“We
 * have …”] ¶ [“And …”]"). Changes the drafts it is given and adds to them.
 * @param spare the likeliest attribution among those not kept whose content is the given quotation, with its cue beside it or in the sentence before
 */
export function adoptQuotations(l: Layout, drafts: Draft[], spare: SpareDraft): void {
  const held: Held = new Uint8Array(l.quotation.length);
  /** By quotation: drafts that have words of it, and drafts whose cue is in it. */
  const having = new Map<number, Set<Draft>>();
  const inside = new Map<number, Draft[]>();
  const keep = (d: Draft): void => {
    held[d.cueHead] = (held[d.cueHead] as number) | 1;
    for (const i of d.content) {
      held[i] = (held[i] as number) | 2;
      const q = l.quotation[i] as number;
      if (q >= 0 && l.sign[i] === 0) having.set(q, (having.get(q) ?? new Set()).add(d));
    }
  };
  for (const d of drafts) {
    keep(d);
    const q = l.quotation[d.cueHead] as number;
    if (q >= 0) inside.set(q, [...(inside.get(q) ?? []), d]);
  }
  const owners = new Map<number, Draft>();
  let previous: Quotation | undefined;
  for (const q of quotationsOf(l)) {
    if (q.words.length === 0) continue;
    // Marks that were paired wrongly: a cue between two quotations.
    if (inside.get(q.number)?.some((d) => d.content.some((i) => l.quoted[i] === 1) && d.content.every((i) => l.quotation[i] !== q.number))) continue;
    const outer = [...(having.get(q.number) ?? [])].filter((d) => l.quotation[d.cueHead] !== q.number).sort((a, b) => shared(b, q) - shared(a, q));
    const unsaid = q.words.length >= LEAST_WORDS && outer.length === 0;
    const found = unsaid ? (signed(l, q) ?? spare(q.words, held, 'beside')) : null;
    const continues = unsaid && !found ? continued(l, q, previous, owners, drafts) : null;
    const owner = outer[0] ?? continues;
    const made = owner ? null : (found ?? (unsaid ? spare(q.words, held, 'before') : null));
    if (made) {
      drafts.push(made);
      keep(made);
    } else if (owner) {
      const taken = new Set(outer.flatMap((d) => d.content));
      const free = range(q.first, q.last + 1).filter((i) => l.quoted[i] === 1 && !taken.has(i));
      if (free.some((i) => l.sign[i] === 0)) {
        owner.content.push(...free);
        owner.content.sort((a, b) => a - b);
        keep(owner);
      }
    } else continue;
    owners.set(q.number, owner ?? (made as Draft));
    previous = q;
  }
  drafts.sort((a, b) => a.cueHead - b.cueHead);
}

const shared = (d: Draft, q: Quotation): number => d.content.filter((i) => i >= q.first && i <= q.last).length;

/** The attribution of a quotation that is signed: “…” — Ann Roe, Oslo. The dash is its cue, as PolNeAR marks it. */
function signed(l: Layout, q: Quotation): Draft | null {
  const { tokens } = l.parsed;
  const dash = q.last + 1;
  if (!DASH.test(tokens[dash]?.form ?? '') || l.quoted[q.last] !== 2) return null;
  const source: number[] = [];
  let words = 0;
  for (let i = dash + 1; i < tokens.length && l.paragraph[i] === l.paragraph[dash]; i++) if (l.sign[i] === 0) words += 1;
  for (let i = dash + 1; i < tokens.length && l.paragraph[i] === l.paragraph[dash] && !/^[,.;(]$/.test(tokens[i]?.form ?? ''); i++) source.push(i);
  if (source.length === 0 || words > MOST_SIGNED || !/^\p{Lu}/u.test(tokens[dash + 1]?.form ?? '')) return null;
  return { cueHead: dash, margin: 0, rule: 'attribution/signed@1', source, cue: [dash], content: range(q.first, q.last + 1).filter((i) => l.quoted[i] === 1) };
}

/** The attribution that a quotation without a cue of its own goes on with. */
function continued(l: Layout, q: Quotation, previous: Quotation | undefined, owners: ReadonlyMap<number, Draft>, drafts: readonly Draft[]): Draft | null {
  const last = q.first - 1;
  if (last < 0) return null;
  if (l.parsed.tokens[last]?.form === ':') return drafts.filter((d) => l.sentence[d.cueHead] === l.sentence[last] && d.cueHead < last).pop() ?? null;
  const owner = (previous && owners.get(previous.number)) ?? null;
  if (l.paragraph[last] === l.paragraph[q.first]) return previous && owner && near(l, previous, q, owner) ? owner : saidBefore(l, q, drafts);
  if (!previous || !owner) return null;
  if (previous.last === last && l.quoted[last] !== 2) return owner;
  if ((l.paragraph[q.first] as number) - (l.paragraph[previous.last] as number) > MOST_PARAGRAPHS) return null;
  const end = l.paragraph.indexOf((l.paragraph[q.first] as number) + 1, q.last);
  const alone = range(q.last + 1, end < 0 ? l.paragraph.length : end).every((i) => l.sign[i] === 1 || l.quoted[i] !== 0);
  return alone && q.words.length >= LEAST_PARAGRAPH ? owner : null;
}

/** The outermost attribution whose content ends the sentence before, where the quotation opens one: Roe added that it was weak. [“It takes …”] */
function saidBefore(l: Layout, q: Quotation, drafts: readonly Draft[]): Draft | null {
  const at = l.sentence[q.first] as number;
  const s = l.parsed.sentences[at - 1];
  if (!s || l.parsed.sentences[at]?.first !== q.first) return null;
  let end = s.last - 1;
  while (end > s.first && l.sign[end] === 1) end -= 1;
  const ending = drafts.filter((d) => d.cueHead >= s.first && d.cueHead < q.first && d.content.includes(end));
  return ending.sort((a, b) => a.cueHead - b.cueHead)[0] ?? null;
}

/** Whether a quotation begins in the sentence of the one before, of the cue that had that, or in the next, and there begins it. */
function near(l: Layout, previous: Quotation, q: Quotation, owner: Draft): boolean {
  const from = Math.max(l.sentence[previous.last] as number, l.paragraph[owner.cueHead] === l.paragraph[q.first] ? (l.sentence[owner.cueHead] as number) : 0);
  const at = l.sentence[q.first] as number;
  const starts = l.parsed.sentences[at]?.first ?? q.first;
  return at - from <= 1 && q.first - starts <= 2;
}

function quotationsOf(l: Layout): Quotation[] {
  const out: Quotation[] = [];
  for (let i = 0; i < l.quotation.length; i++) {
    const number = l.quotation[i] as number;
    if (number < 0) continue;
    let q = out[out.length - 1];
    if (q?.number !== number) out.push((q = { number, first: i, last: i, words: [] }));
    q.last = i;
    if (l.quoted[i] === 1 && l.sign[i] === 0 && !MARK.test(l.parsed.tokens[i]?.form ?? '')) q.words.push(i);
  }
  return out;
}
