import type { ParsedText } from '../../domain/parsed-text.js';

const OPEN = new Set(['“', '«', '``']);
const CLOSE = new Set(['”', '»']);
/** Marks that open and close alike; some newspapers' archives write two apostrophes at both ends. */
const EITHER = new Set(['"', "''"]);

/** Quotation state of each token: `quoted` is 1 inside marks, 2 on a mark, 0 outside; `quotation` numbers the quotations, -1 outside. */
export interface Quotations {
  readonly quoted: Uint8Array;
  readonly quotation: Int32Array;
}

/** Finds quotations in O(tokens); one ends with its paragraph, since the next paragraph of a long quotation opens with a mark again. */
export function findQuotations(parsed: ParsedText): Quotations {
  const { tokens } = parsed;
  const paragraph = new Int32Array(tokens.length);
  for (const s of parsed.sentences) paragraph.fill(s.paragraph, s.first, s.last);
  const quoted = new Uint8Array(tokens.length);
  const quotation = new Int32Array(tokens.length).fill(-1);
  let inside = false;
  let number = 0;
  for (let i = 0; i < tokens.length; i++) {
    const form = tokens[i]?.form ?? '';
    if (i > 0 && paragraph[i] !== paragraph[i - 1] && inside) {
      inside = false;
      number += 1;
    }
    const straight = EITHER.has(form);
    if (OPEN.has(form) || (straight && !inside)) {
      if (inside) number += 1;
      inside = true;
      quoted[i] = 2;
      quotation[i] = number;
    } else if (CLOSE.has(form) || straight) {
      quoted[i] = 2;
      quotation[i] = inside ? number : -1;
      if (inside) number += 1;
      inside = false;
    } else if (inside) {
      quoted[i] = 1;
      quotation[i] = number;
    }
  }
  return { quoted, quotation };
}
