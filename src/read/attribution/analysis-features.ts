import { hashOf, keyOf } from '../syntax/feature-hash.js';
import type { Claims } from './claims.js';
import type { Layout } from './layout.js';
import type { CueWindow } from './window.js';

const EDGE = hashOf('<edge>');
const NSUBJ = hashOf('nsubj');
/** Most feature keys that one analysis can have. */
export const ANALYSIS_FEATURES = 200;
/** Fragments of the content that are looked at singly. */
const MOST_FRAGMENTS = 3;
const SOURCE = 1;
const CUE = 2;
const CONTENT = 3;

/** A run of words with one part; punctuation between them does not part it. First and last token, both inclusive. */
interface Fragment {
  readonly part: number;
  readonly first: number;
  last: number;
}

/** Words of a window gathered by part, in order. */
function fragmentsOf(l: Layout, w: CueWindow, labels: Uint8Array): Fragment[] {
  const out: Fragment[] = [];
  let open: Fragment | undefined;
  for (let i = w.first; i < w.last; i++) {
    if (l.sign[i] === 1 && i !== w.cue) continue;
    const part = labels[i - w.first] as number;
    if (open?.part === part) open.last = i;
    else out.push((open = { part, first: i, last: i }));
  }
  return out;
}

/** How a run of tokens sits in the tree. */
interface Seat {
  /** Words whose head is outside, at most 4, and the one that governs most. */
  readonly roots: number;
  readonly root: number;
  /** Words outside that hang on a word inside, at most 3, and the first of them (-1: none). */
  readonly loose: number;
  readonly dangling: number;
}

function seatOf(l: Layout, w: CueWindow, f: Pick<Fragment, 'first' | 'last'>): Seat {
  let roots = 0;
  let root = f.first;
  let size = -1;
  let loose = 0;
  let dangling = -1;
  const s = l.parsed.sentences[l.sentence[f.first] as number];
  for (let i = f.first; i <= f.last; i++) {
    if (l.sign[i] === 1) continue;
    const h = l.head[i] as number;
    if (h >= f.first && h <= f.last) continue;
    roots += 1;
    const n = (l.right[i] as number) - (l.left[i] as number);
    if (n > size) {
      size = n;
      root = i;
    }
  }
  const from = Math.max(w.first, s?.first ?? 0);
  const to = Math.min(w.last, s?.last ?? 0);
  for (let i = from; i < to; i++) {
    if (i === f.first) i = f.last + 1;
    if (i >= to) break;
    if (l.sign[i] === 1) continue;
    const h = l.head[i] as number;
    if (h < f.first || h > f.last) continue;
    loose += 1;
    if (dangling < 0 || i === f.last + 1) dangling = i;
  }
  return { roots: Math.min(4, roots), root, loose: Math.min(3, loose), dangling };
}

/** Seats of runs in one window: the analyses of a cue share most of them. */
export class Seats {
  private readonly known = new Map<number, Seat>();
  constructor(private readonly l: Layout, private readonly w: CueWindow) {}

  of(first: number, last: number): Seat {
    const key = (first - this.w.first) * 65_536 + (last - this.w.first);
    let seat = this.known.get(key);
    if (!seat) this.known.set(key, (seat = seatOf(this.l, this.w, { first, last })));
    return seat;
  }
}

/** Other likely cues in a run: with a subject inside it, and with one outside (each 0–2). */
function rivalsIn(l: Layout, f: Fragment, cue: number): number {
  let whole = 0;
  let split = 0;
  for (let i = f.first; i <= f.last; i++) {
    if ((l.cueness[i] as number) < 3 || i === cue) continue;
    let subject = -1;
    for (const c of l.children[i] ?? []) if (l.relation[c] === NSUBJ) subject = c;
    if (subject >= 0 && (subject < f.first || subject > f.last)) split += 1;
    else whole += 1;
  }
  return Math.min(2, whole) * 3 + Math.min(2, split);
}

const sizeOf = (n: number): number => (n < 4 ? n : n < 6 ? 4 : n < 9 ? 5 : n < 14 ? 6 : n < 22 ? 7 : n < 40 ? 8 : 9);

/** Feature keys of one analysis of a cue: its parts as wholes. Returns how many were written. */
export function analysisFeatures(keys: Int32Array, l: Layout, w: CueWindow, labels: Uint8Array, claims: Claims, seats: Seats): number {
  const { cue, first, last } = w;
  const all = fragmentsOf(l, w, labels);
  const cueLemma = l.lemma[cue] as number;
  const cueTag = l.tag[cue] as number;
  const cueRelation = l.relation[cue] as number;
  const word = (i: number, a: Int32Array): number => (i < first || i >= last ? EDGE : (a[i] as number));
  const mark = (i: number): number => (i < first || i >= last ? 3 : (l.quoted[i] as number));
  let pattern = 0;
  let contents = 0;
  let sources = 0;
  let words = 0;
  let lemmas = 0;
  for (const f of all) {
    if (f.part !== 0) pattern = keyOf(90, pattern, f.part);
    if (f.part === CONTENT) {
      contents += 1;
      words += f.last - f.first + 1;
    }
    if (f.part === SOURCE) sources += 1;
    if (f.part === CUE) for (let i = f.first; i <= f.last; i++) lemmas = keyOf(91, lemmas, l.lemma[i] as number);
  }
  let n = 0;
  keys[n++] = keyOf(0, pattern);
  keys[n++] = keyOf(1, pattern, cueTag);
  keys[n++] = keyOf(2, pattern, cueLemma);
  keys[n++] = keyOf(3, pattern, w.quoteSides, w.frame);
  keys[n++] = keyOf(4, pattern, w.quoteSides, cueRelation);
  keys[n++] = keyOf(5, contents, sources, cueLemma);
  keys[n++] = keyOf(6, sizeOf(words), w.quoteSides);
  keys[n++] = keyOf(7, lemmas);
  keys[n++] = keyOf(8, lemmas, w.frame);
  keys[n++] = keyOf(9, pattern, w.shape);
  const sense = l.sense[cue] as number;
  keys[n++] = keyOf(15, pattern, sense);
  keys[n++] = keyOf(16, pattern, claims.on(cue, cue), l.cueness[cue] as number);
  let subject = -1;
  for (const c of l.children[cue] ?? []) if (l.relation[c] === NSUBJ) subject = c;
  const subjectPart = subject < 0 ? 4 : (labels[subject - first] as number);
  keys[n++] = keyOf(10, subjectPart, cueTag, sources);
  keys[n++] = keyOf(11, subjectPart, cueLemma);
  if (sources === 0) {
    keys[n++] = keyOf(12, cueLemma, cueTag);
    keys[n++] = keyOf(13, w.shape, cueTag, cueRelation);
    keys[n++] = keyOf(14, cueRelation, cueTag, subject < 0 ? 0 : 1);
  }
  let number = 0;
  let lastContent = -1;
  for (const f of all) {
    if (f.part === 0) continue;
    const size = sizeOf(f.last - f.first + 1);
    const side = f.first < cue ? 0 : 1;
    const before = word(f.first - 1, l.lemma);
    const after = word(f.last + 1, l.lemma);
    const tagBefore = word(f.first - 1, l.tag);
    const tagAfter = word(f.last + 1, l.tag);
    if (f.part === CUE) {
      keys[n++] = keyOf(20, size, cueTag, tagAfter);
      keys[n++] = keyOf(21, l.lemma[f.last] as number, tagAfter, l.tag[f.last] as number);
      keys[n++] = keyOf(22, l.lemma[f.last] as number, after);
      keys[n++] = keyOf(23, tagBefore, l.tag[f.first] as number, l.lemma[f.first] as number);
      keys[n++] = keyOf(24, before, l.lemma[f.first] as number);
      continue;
    }
    const seat = seats.of(f.first, f.last);
    const { root } = seat;
    const top = w.top[root - first] as number;
    const tie = (w.tie[root - first] as number) * 2 + side;
    const rootTag = l.tag[root] as number;
    const rootLemma = l.lemma[root] as number;
    const fit = seat.roots * 4 + seat.loose;
    const d = seat.dangling;
    const hang = d < 0 ? 0 : keyOf(92, l.relation[d] as number, d < f.first ? 0 : d === f.last + 1 ? 1 : 2, l.head[d] === root ? 1 : 0);
    if (f.part === SOURCE) {
      keys[n++] = keyOf(30, top, tie, fit);
      keys[n++] = keyOf(31, top, tie, cueLemma);
      keys[n++] = keyOf(32, hang, rootTag, size);
      keys[n++] = keyOf(33, l.entity[root] as number, rootTag, top);
      keys[n++] = keyOf(34, rootLemma, cueTag);
      keys[n++] = keyOf(35, l.tag[f.first] as number, tagBefore);
      keys[n++] = keyOf(36, l.tag[f.last] as number, tagAfter, after);
      keys[n++] = keyOf(37, l.lemma[f.first] as number, before);
      keys[n++] = keyOf(38, Math.min(3, sources), size, w.quoteSides);
      keys[n++] = keyOf(39, root === subject ? 1 : 0, subject < 0 ? 0 : 1, cueTag, lastContent < 0 ? 0 : 1);
      keys[n++] = keyOf(29, top, tie, w.frame);
      keys[n++] = keyOf(28, claims.on(root, cue), fit, top);
      keys[n++] = keyOf(27, top, tie, sense);
      keys[n++] = keyOf(26, claims.on(f.first, cue), claims.on(f.first - 1, cue), claims.on(f.last + 1, cue));
      continue;
    }
    lastContent = f.last;
    if (++number > MOST_FRAGMENTS) continue;
    const rank = Math.min(2, number) * 4 + Math.min(3, contents);
    let quotedWords = 0;
    for (let i = f.first; i <= f.last; i++) if (l.quoted[i] === 1) quotedWords += 1;
    const share = quotedWords === 0 ? 0 : quotedWords >= f.last - f.first ? 2 : 1;
    const marks = ((mark(f.first - 1) * 4 + mark(f.first)) * 4 + mark(f.last)) * 4 + mark(f.last + 1);
    keys[n++] = keyOf(40, rank, fit, share);
    keys[n++] = keyOf(41, top, tie, cueLemma);
    keys[n++] = keyOf(42, top, tie, w.frame);
    keys[n++] = keyOf(43, top, tie, fit, rootTag);
    keys[n++] = keyOf(44, l.tag[f.first] as number, before);
    keys[n++] = keyOf(45, l.lemma[f.first] as number, before);
    keys[n++] = keyOf(46, l.lemma[f.first] as number, cueLemma, side);
    keys[n++] = keyOf(47, l.tag[f.last] as number, tagAfter, word(f.last + 1, l.relation));
    keys[n++] = keyOf(48, l.lemma[f.last] as number, after);
    keys[n++] = keyOf(49, after, tagAfter, hang);
    keys[n++] = keyOf(50, hang, rootTag);
    keys[n++] = keyOf(51, hang, top, tie);
    keys[n++] = keyOf(52, size, rootTag, share, side);
    keys[n++] = keyOf(53, marks, share);
    keys[n++] = keyOf(54, marks, w.quoteSides, rank);
    keys[n++] = keyOf(55, rootLemma, cueLemma);
    keys[n++] = keyOf(56, rootTag, cueLemma, tie);
    keys[n++] = keyOf(57, rank, marks === 0 ? 0 : 1, tagBefore, l.tag[f.first] as number);
    keys[n++] = keyOf(58, l.relation[f.first] as number, tagBefore, word(f.first - 1, l.relation));
    keys[n++] = keyOf(59, l.left[root] === f.first ? 1 : 0, l.right[root] === f.last ? 1 : 0, rootTag, tie);
    const s = l.parsed.sentences[l.sentence[f.last] as number];
    let tail = f.last + 1;
    while (s && tail < s.last && l.sign[tail] === 1) tail += 1;
    keys[n++] = keyOf(60, s && tail >= s.last ? 1 : 0, side, share, size);
    keys[n++] = keyOf(61, cueTag, cueRelation, top, rootTag);
    const inside = claims.on(f.first, cue) * 16 + claims.on(f.last, cue);
    keys[n++] = keyOf(64, inside, claims.on(f.first - 1, cue) * 16 + claims.on(f.last + 1, cue));
    keys[n++] = keyOf(65, inside, side, share);
    keys[n++] = keyOf(66, claims.on(f.last, cue) * 16 + claims.on(f.last + 1, cue), tagAfter, rank);
    keys[n++] = keyOf(67, claims.on(f.first, cue) * 16 + claims.on(f.first - 1, cue), tagBefore, rank);
    keys[n++] = keyOf(68, claims.on(root, cue), top, tie);
    keys[n++] = keyOf(69, rivalsIn(l, f, cue), share, side);
    keys[n++] = keyOf(70, top, tie, sense);
    keys[n++] = keyOf(71, rootTag, sense, fit);
    keys[n++] = keyOf(72, w.rival[f.first - first] as number, w.rival[f.last - first] as number, f.last + 1 < last ? (w.rival[f.last + 1 - first] as number) : EDGE);
    // What the words after would have been: still below the same root, or below the cue.
    const next = f.last + 1 < last ? f.last + 1 : -1;
    if (next >= 0) {
      const h = l.head[next] as number;
      keys[n++] = keyOf(62, h >= f.first && h <= f.last ? 1 : h === cue ? 2 : 0, l.relation[next] as number, l.tag[next] as number);
      keys[n++] = keyOf(63, w.top[next - first] as number, w.tie[next - first] as number, tagAfter, fit);
    }
  }
  return n;
}
