import type { ParsedText } from '../../domain/parsed-text.js';
import type { Concept } from './compile-topic.js';

/** What a name in its initials weighs at most. */
export const INITIALS_CAP = 2;

/** Ideas with those that name one of them by its initials. */
export const withInitials = (ideas: ReadonlySet<Concept>, initials: ReadonlyMap<Concept, readonly Concept[]>): Set<Concept> =>
  new Set([...ideas, ...[...initials].flatMap(([named, parts]) => (ideas.has(parts[parts.length - 1] as Concept) ? [named] : []))]);

/** "value added tax" is VAT, "emissions trading system" ETS: runs of two to five words of a proposal by their initials, with their ideas. */
export function initialsOf(parsed: ParsedText, conceptOf: (i: number) => Concept | null): Map<string, readonly Concept[]> {
  const words = parsed.tokens.flatMap((t, i) => (/^\p{L}/u.test(t.form) && !/^(?:of|the|on|for|and|in|to|a|an)$/i.test(t.form) && !t.tag.startsWith('VB') || /^(?:added|trading)$/i.test(t.form) ? [i] : []));
  const out = new Map<string, readonly Concept[]>();
  for (let from = 0; from < words.length; from++) {
    for (let n = 2; n <= 5 && from + n <= words.length; n++) {
      const run = words.slice(from, from + n);
      // Words far apart are no name.
      if ((run[n - 1] ?? 0) - (run[0] ?? 0) > n + 2) break;
      const letters = run.map((i) => parsed.tokens[i]?.form[0] ?? '').join('').toLowerCase();
      const parts = run.flatMap((i) => conceptOf(i) ?? []);
      if (letters.length >= 3 && parts.length >= 2) out.set(letters, parts);
    }
  }
  return out;
}
