import type { ParsedText } from '../../domain/parsed-text.js';
import type { Span } from '../../domain/span.js';

const PUNCTUATION = /^[\p{P}\p{S}]+$/u;

/** Joins tokens into spans: a gap of punctuation alone does not part them; edges are trimmed of it. */
export function spansOfTokens(parsed: ParsedText, indices: readonly number[]): Span[] {
  const out: Span[] = [];
  let run: number[] = [];
  const close = (): void => {
    while (run.length > 0 && PUNCTUATION.test(parsed.tokens[run[run.length - 1] as number]?.form ?? '')) run.pop();
    while (run.length > 0 && PUNCTUATION.test(parsed.tokens[run[0] as number]?.form ?? '')) run.shift();
    const a = parsed.tokens[run[0] ?? -1];
    const b = parsed.tokens[run[run.length - 1] ?? -1];
    if (a && b) out.push({ start: a.start, end: b.end });
    run = [];
  };
  for (const i of indices) {
    const last = run[run.length - 1];
    if (last !== undefined) {
      let gap = true;
      for (let k = last + 1; k < i; k++) if (!PUNCTUATION.test(parsed.tokens[k]?.form ?? '')) gap = false;
      if (!gap || i - last > 4) close();
    }
    run.push(i);
  }
  close();
  return out;
}
