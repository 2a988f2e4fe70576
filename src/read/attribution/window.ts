import { hashOf, keyOf } from '../syntax/feature-hash.js';
import type { Layout } from './layout.js';

const EDGE = hashOf('<edge>');
const THAT = hashOf('that');

/** How a token hangs together with a cue. */
export const enum Tie { Self, Below, Above, Aside, Elsewhere, Loose }

/** The tokens that may be parts of one cue's attribution, and how each hangs together with the cue. Arrays are indexed from `first`. */
export interface CueWindow {
  readonly cue: number;
  /** Tokens [first, last). */
  readonly first: number;
  readonly last: number;
  readonly tie: Uint8Array;
  /** Hash of the arc by which a token's branch hangs on the cue or on what is above it. */
  readonly top: Int32Array;
  /** Token that heads the branch, -1 for none. */
  readonly branch: Int32Array;
  /** Arcs between a token and the head of its branch, at most 4. */
  readonly depth: Uint8Array;
  /** How a token hangs below another likely cue: 0 not, 1 it is one, else a hash of the arc; likely cues between it and the cue (0–2). */
  readonly rival: Int32Array;
  readonly between: Uint8Array;
  /** Commas between token and cue (0–2), in its sentence. */
  readonly commas: Uint8Array;
  /** Hash of the kinds of what the cue governs. */
  readonly frame: number;
  /** Hash of the arcs below the cue, with their sides. */
  readonly shape: number;
  /** Quotation that touches the cue's sentence first, -1 when none. */
  readonly quotation: number;
  /** 1 when a quotation opens before the cue in its sentence, 2 after it (bits). */
  readonly quoteSides: number;
}

/** Sentences of a running quotation that a window may reach back and on. */
const REACH = 12;
/** Cueness from which a token counts as another cue. */
const LIKELY = 3;
/** Relations of what a cue governs, that make up its frame. */
const FRAME = ['nsubj', 'ccomp', 'dobj', 'xcomp', 'parataxis', 'nsubjpass', 'mark', 'advcl', 'nmod', 'dep', 'acl', 'cop'].map((r) => hashOf(r));

/** First and last sentence of a window: the cue's own, and those that a quotation runs on to, over paragraphs that open with a mark again. */
function reachOf(l: Layout, cue: number): [number, number] {
  const { sentences } = l.parsed;
  const si = l.sentence[cue] as number;
  let a = si;
  let b = si;
  const bySign = l.sign[cue] === 1;
  const inQuotation = (i: number): boolean => (l.quotation[i] as number) >= 0;
  for (let s = sentences[a - 1], next = sentences[a]; s && next && si - a < REACH; next = s, s = sentences[a - 1]) {
    if (!inQuotation(s.last - 1)) break;
    // "… of ours.” ¶ — Ann Roe": a dash that opens a line.
    const signed = a === si && bySign && next.first === cue;
    const runsOn = signed || s.paragraph === next.paragraph || (l.quoted[next.first] === 2 && l.quoted[s.last - 1] !== 2);
    if (!runsOn) break;
    a -= 1;
  }
  for (let s = sentences[b + 1], before = sentences[b]; s && before && b - si < REACH; before = s, s = sentences[b + 1]) {
    const sameParagraph = s.paragraph === before.paragraph;
    const runsOn = inQuotation(s.first) && (sameParagraph || (s.paragraph - before.paragraph === 1 && l.quoted[s.first] === 2));
    if (!runsOn && !(bySign && sameParagraph)) break;
    b += 1;
  }
  return [a, b];
}

/** The window of a cue, in O(its tokens × depth). */
export function windowOf(l: Layout, cue: number): CueWindow {
  const { sentences, tokens } = l.parsed;
  const si = l.sentence[cue] as number;
  const [a, b] = reachOf(l, cue);
  const first = sentences[a]?.first ?? 0;
  const last = sentences[b]?.last ?? 0;
  const from = sentences[si]?.first ?? 0;
  const to = sentences[si]?.last ?? 0;
  const n = last - first;
  const tie = new Uint8Array(n).fill(Tie.Elsewhere);
  const top = new Int32Array(n).fill(EDGE);
  const branch = new Int32Array(n).fill(-1);
  const depth = new Uint8Array(n);
  const commas = new Uint8Array(n);
  const rival = new Int32Array(n);
  const between = new Uint8Array(n);
  const rank = new Uint8Array(to - from);
  for (let k = l.head[cue] as number, d = 1; k >= from && k < to && d < 30; k = l.head[k] as number, d++) rank[k - from] = d;
  const cueRelation = l.relation[cue] as number;
  for (let i = from; i < to; i++) {
    const at = i - first;
    if (i === cue) {
      tie[at] = Tie.Self;
      top[at] = 1;
      branch[at] = i;
      continue;
    }
    tie[at] = Tie.Loose;
    for (let k = i, d = 0; d < 30; d++) {
      const h = l.head[k] as number;
      if (h === cue) {
        tie[at] = Tie.Below;
        top[at] = l.relation[k] as number;
      } else if ((rank[k - from] as number) > 0) {
        tie[at] = Tie.Above;
        top[at] = keyOf(77, cueRelation, Math.min(rank[k - from] as number, 4));
      } else if (h >= 0 && (rank[h - from] as number) > 0) {
        tie[at] = Tie.Aside;
        top[at] = keyOf(78, l.relation[k] as number, Math.min(rank[h - from] as number, 4), cueRelation);
      } else {
        if (h < 0) break;
        k = h;
        continue;
      }
      branch[at] = k;
      depth[at] = Math.min(d, 4);
      break;
    }
  }
  for (let i = cue - 1, c = 0, r = 0; i >= from; i--) {
    commas[i - first] = c;
    between[i - first] = r;
    if (tokens[i]?.form === ',') c = Math.min(2, c + 1);
    if ((l.cueness[i] as number) >= LIKELY) r = Math.min(2, r + 1);
  }
  for (let i = cue + 1, c = 0, r = 0; i < to; i++) {
    if (tokens[i]?.form === ',') c = Math.min(2, c + 1);
    if ((l.cueness[i - 1] as number) >= LIKELY && i - 1 !== cue) r = Math.min(2, r + 1);
    commas[i - first] = c;
    between[i - first] = r;
  }
  for (let i = first; i < last; i++) {
    if ((l.cueness[i] as number) >= LIKELY && i !== cue) {
      rival[i - first] = 1;
      continue;
    }
    for (let k = i, d = 0; d < 30 && k !== cue; d++) {
      const h = l.head[k] as number;
      if (h < 0 || h === cue) break;
      if ((l.cueness[h] as number) >= LIKELY) {
        rival[i - first] = l.relation[k] as number;
        break;
      }
      k = h;
    }
  }
  let quotation = -1;
  let quoteSides = 0;
  for (let k = from; k < to; k++) {
    if ((l.quotation[k] as number) < 0) continue;
    if (quotation < 0) quotation = l.quotation[k] as number;
    quoteSides |= k < cue ? 1 : 2;
  }
  let shape = 0;
  let frame = l.lemma[cue + 1] === THAT ? 1 : 0;
  for (const c of l.children[cue] ?? []) {
    shape = (shape + Math.imul(l.relation[c] as number, c < cue ? 31 : 37)) | 0;
    const k = FRAME.indexOf(l.relation[c] as number);
    if (k >= 0) frame |= 2 << (2 * k + (c < cue ? 0 : 1));
  }
  return { cue, first, last, tie, top, branch, depth, commas, rival, between, frame, shape, quotation, quoteSides };
}
