import { hashOf } from '../weights/linear-model.js';

/** Per-token hashes that every feature template draws on; computed once a text. */
export interface WordHashes {
  /** Lower-cased, digits folded to 0, quotes and dashes made plain. */
  readonly norm: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly prefix3: Int32Array;
  readonly shape: Int32Array;
}

/** The form that features see: lower case, digits as 0, typographic quotes and dashes plain. */
export function normalForm(form: string): string {
  const c = form.charCodeAt(0);
  if (form.length === 1) {
    if (c === 0x2018 || c === 0x2019) return "'";
    if (c === 0x201c || c === 0x201d || c === 0xab || c === 0xbb) return '"';
  }
  return form.toLowerCase().replace(/\d/g, '0').replace(/[‘’]/g, "'").replace(/[–—]/g, '--');
}

/** Word shape with runs cut at two: "Xx", "XX", "X.X.", "00", "x-x". */
export function shapeOf(form: string): string {
  let out = '';
  let last = '';
  let run = 0;
  for (const ch of form) {
    const s = /\p{Lu}/u.test(ch) ? 'X' : /\p{L}/u.test(ch) ? 'x' : /\d/.test(ch) ? '0' : ch;
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

const memo = new Map<string, readonly [number, number, number, number, number]>();
/** Bound of the memo: texts repeat their words, archives do not. */
const MEMO_LIMIT = 50_000;

function hashesOf(form: string): readonly [number, number, number, number, number] {
  const known = memo.get(form);
  if (known) return known;
  const n = normalForm(form);
  const made = [hashOf(n), hashOf(n.slice(-2)), hashOf(n.slice(-3)), hashOf(n.slice(0, 3)), hashOf(shapeOf(form))] as const;
  if (memo.size >= MEMO_LIMIT) memo.clear();
  memo.set(form, made);
  return made;
}

export function hashWords(forms: readonly string[]): WordHashes {
  const n = forms.length;
  const out = { norm: new Int32Array(n), suffix2: new Int32Array(n), suffix3: new Int32Array(n), prefix3: new Int32Array(n), shape: new Int32Array(n) };
  forms.forEach((form, i) => {
    const h = hashesOf(form);
    out.norm[i] = h[0];
    out.suffix2[i] = h[1];
    out.suffix3[i] = h[2];
    out.prefix3[i] = h[3];
    out.shape[i] = h[4];
  });
  return out;
}
