import { diffWordsWithSpace } from 'diff';
import type { Change, TextRange } from '../../domain/source.js';

/** How changes are found, with its version; a new way is a new name. */
export const CHANGE_METHOD = 'words@1';

/** Edits beyond which two texts are taken for wholly different: Myers' algorithm takes time in their square. */
const MOST_EDITS = 5_000;

/**
 * What changed from one text to another, word by word, as ranges into both (Myers 1986, by the `diff` package); one change of everything
 * for texts that share too little. Empty for equal texts. Replacing each `from` in the older text by the words of its `to` gives the newer.
 */
export function textChanges(older: string, newer: string): Change[] {
  if (older === newer) return [];
  const parts = diffWordsWithSpace(older, newer, { maxEditLength: MOST_EDITS });
  if (parts === undefined) return [{ from: { start: 0, end: older.length }, to: { start: 0, end: newer.length } }];
  const changes: Change[] = [];
  let [before, after] = [0, 0];
  let open: { from: TextRange; to: TextRange } | null = null;
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      if (open !== null) changes.push(open);
      open = null;
      before += value.length;
      after += value.length;
      continue;
    }
    open ??= { from: { start: before, end: before }, to: { start: after, end: after } };
    if (removed) before += value.length;
    else after += value.length;
    open = { from: { ...open.from, end: before }, to: { ...open.to, end: after } };
  }
  if (open !== null) changes.push(open);
  return changes;
}
