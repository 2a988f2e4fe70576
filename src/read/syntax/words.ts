import { hashOf } from './feature-hash.js';

/** Per-token hashes that the feature templates draw on; computed once a text. */
export interface WordHashes {
  /** Lower-cased, digits folded to 0, quotes and dashes made plain. */
  readonly norm: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  readonly prefix2: Int32Array;
  readonly prefix3: Int32Array;
  readonly shape: Int32Array;
  /** Number of the form in the word table, for caches by word. */
  readonly id: Int32Array;
}

const PLAIN: ReadonlyMap<string, string> = new Map(Object.entries({
  '“': '"', '”': '"', '«': '"', '»': '"', '„': '"', "''": '"', '``': '"', '‘‘': '"', '’’': '"',
  '‘': "'", '’': "'", '`': "'", '–': '--', '—': '--', '―': '--', '---': '--', '…': '...',
}));

/** The form that features see: lower case, digits as 0, typographic quotes and dashes plain. */
export function normalForm(form: string): string {
  const plain = PLAIN.get(form);
  if (plain !== undefined) return plain;
  return form.toLowerCase().replace(/\d/g, '0').replace(/[‘’]/g, "'").replace(/[‐‑]/g, '-');
}

/** Word shape with runs cut at two: "Xx", "XX", "X.X.", "00", "x-x". */
export function shapeOf(form: string): string {
  let out = '';
  let last = '';
  let run = 0;
  for (const ch of form) {
    const lower = ch.toLowerCase();
    const s = lower !== ch ? 'X' : lower !== ch.toUpperCase() ? 'x' : ch >= '0' && ch <= '9' ? '0' : ch;
    if (s === last) {
      run += 1;
      if (run > 2) continue;
    } else {
      last = s;
      run = 1;
    }
    out += s;
    if (out.length > 8) break;
  }
  return out;
}

/** Hashes kept for each form. */
const FIELDS = 7;
/** Bound of the memo: texts repeat their words, archives do not. */
const MEMO_LIMIT = 1 << 16;
const ids = new Map<string, number>();
let capacity = MEMO_LIMIT;
let table = new Int32Array(capacity * FIELDS);
let generation = 0;

/** Rises when word numbers are given anew; a cache by word number is void when it has changed. */
export const wordGeneration = (): number => generation;

function idOf(form: string): number {
  const known = ids.get(form);
  if (known !== undefined) return known;
  const id = ids.size;
  const n = normalForm(form);
  const end = n.length;
  const at = id * FIELDS;
  table[at] = hashOf(n);
  table[at + 1] = hashOf(n, Math.max(0, end - 2));
  table[at + 2] = hashOf(n, Math.max(0, end - 3));
  table[at + 3] = hashOf(n, Math.max(0, end - 4));
  table[at + 4] = hashOf(n, 0, 2);
  table[at + 5] = hashOf(n, 0, 3);
  table[at + 6] = hashOf(shapeOf(form));
  ids.set(form, id);
  return id;
}

/** Hashes of every form, remembered from text to text. */
export function hashWords(forms: readonly string[]): WordHashes {
  const n = forms.length;
  // Room for every form of this text, so that no word number changes while it is read.
  if (ids.size + n > capacity) {
    ids.clear();
    generation += 1;
    if (n > capacity || capacity > MEMO_LIMIT) {
      capacity = Math.max(n, MEMO_LIMIT);
      table = new Int32Array(capacity * FIELDS);
    }
  }
  const make = (): Int32Array => new Int32Array(n);
  const out = { norm: make(), suffix2: make(), suffix3: make(), suffix4: make(), prefix2: make(), prefix3: make(), shape: make(), id: make() };
  for (let i = 0; i < n; i++) {
    const id = idOf(forms[i] as string);
    const at = id * FIELDS;
    out.id[i] = id;
    out.norm[i] = table[at] as number;
    out.suffix2[i] = table[at + 1] as number;
    out.suffix3[i] = table[at + 2] as number;
    out.suffix4[i] = table[at + 3] as number;
    out.prefix2[i] = table[at + 4] as number;
    out.prefix3[i] = table[at + 5] as number;
    out.shape[i] = table[at + 6] as number;
  }
  return out;
}
