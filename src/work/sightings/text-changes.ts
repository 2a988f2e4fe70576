import { diffLines, diffWordsWithSpace, type ChangeObject } from 'diff';
import type { Change, TextRange } from '../../domain/source.js';

/** How changes are found, with its version; a new way is a new name. */
export const CHANGE_METHOD = 'lines-words@1';

/** Edits beyond which two texts, or paragraphs, are taken for wholly different: Myers' algorithm takes time in their square. */
const MOST_EDITS = 2_000;

/**
 * What changed from one text to another as ranges into both: paragraph by paragraph, and word by word within paragraphs that took one
 * another's place (Myers 1986, by the `diff` package). Empty for equal texts. Replacing each `from` in the older text by the words of its
 * `to` gives the newer.
 */
export function textChanges(older: string, newer: string): Change[] {
  if (older === newer) return [];
  const paragraphs = diffLines(older, newer, { maxEditLength: MOST_EDITS });
  return rangesOf(paragraphs, older.length, newer.length).flatMap(({ from, to }) => {
    const [was, now] = [older.slice(from.start, from.end), newer.slice(to.start, to.end)];
    if (was === '' || now === '') return [{ from, to }];
    const words = diffWordsWithSpace(was, now, { maxEditLength: MOST_EDITS });
    return rangesOf(words, was.length, now.length).map((inner) => ({
      from: moved(inner.from, from.start),
      to: moved(inner.to, to.start),
    }));
  });
}

/** The runs of changes among the parts of a comparison; one of everything for a comparison that was given up. */
function rangesOf(parts: ChangeObject<string>[] | undefined, before: number, after: number): Change[] {
  if (parts === undefined) return [{ from: { start: 0, end: before }, to: { start: 0, end: after } }];
  const changes: Change[] = [];
  let [from, to] = [0, 0];
  let open: { from: TextRange; to: TextRange } | null = null;
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      // Words that changed side by side are one change, whatever spaces and marks they share.
      if (open !== null && /[\p{L}\p{N}]/u.test(value)) {
        changes.push(open);
        open = null;
      }
      from += value.length;
      to += value.length;
      continue;
    }
    open ??= { from: { start: from, end: from }, to: { start: to, end: to } };
    if (removed) from += value.length;
    else to += value.length;
    open = { from: { ...open.from, end: from }, to: { ...open.to, end: to } };
  }
  if (open !== null) changes.push(open);
  return changes;
}

const moved = ({ start, end }: TextRange, by: number): TextRange => ({ start: start + by, end: end + by });
