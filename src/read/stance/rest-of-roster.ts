import type { StateCode } from '../../domain/ids.js';
import type { Tree } from '../tree.js';
import { phraseOf } from '../who/noun-phrase.js';

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'];
const MEMBERS = /^(?:members?|states|countries|nations|allies|governments|delegations|partners|ministers|leaders|others|votes)$/;
const REST = /^(?:other|others|remaining|rest)$/;
const EVERY = /^(?:all|every|each)$/;

/**
 * Members that a phrase means without naming them, given who votes: "the other 14 members", "all 15 members", "all the others". Only where
 * the count in the phrase is that of the roster, or of the roster without those already named on another side; empty otherwise.
 * @param apart members known to stand elsewhere
 */
export function restOfRoster(tree: Tree, head: number, roster: ReadonlySet<StateCode>, apart: ReadonlySet<StateCode>): StateCode[] {
  const words = phraseOf(tree, head).map((i) => tree.token(i).form.toLowerCase());
  if (!words.some((w) => MEMBERS.test(w)) || !(words.some((w) => REST.test(w)) || words.some((w) => EVERY.test(w)))) return [];
  const count = countIn(words);
  const others = [...roster].filter((m) => !apart.has(m));
  if (words.some((w) => REST.test(w))) return apart.size > 0 && count === others.length ? others : [];
  return count === roster.size && apart.size === 0 ? [...roster] : [];
}

function countIn(words: readonly string[]): number | null {
  for (const w of words) {
    if (/^\d{1,3}$/.test(w)) return Number(w);
    const n = NUMBERS.indexOf(w);
    if (n > 0) return n;
  }
  return null;
}
