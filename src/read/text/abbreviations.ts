import lexicon from '../../../knowledge/lexicons/abbreviations.json' with { type: 'json' };

const NEVER = new Set(lexicon.never);
const MAY = new Set(lexicon.may);
const CAPITAL = new Set(lexicon.capital);
const STARTERS = new Set(lexicon.starters);
const ZONES = new Set(lexicon.zones);
const SPLIT = new Map<string, number>(Object.entries(lexicon.split));

/** What a full stop after an abbreviation can be: never a sentence's end, perhaps one, or no abbreviation at all (null). */
export function abbreviationKind(word: string): 'never' | 'may' | null {
  // "D-Mass": a party and a state; what counts is the part after the hyphen.
  const bare = word.slice(word.lastIndexOf('-') + 1);
  const lower = bare.toLowerCase();
  if (CAPITAL.has(lower) && bare.charAt(0) === lower.charAt(0)) return null;
  if (NEVER.has(lower)) return 'never';
  if (MAY.has(lower)) return 'may';
  return null;
}

/** Whether a word can open a sentence right after an abbreviation: "in the U.S. The plan", not "the U.S. Market". */
export const opensSentence = (word: string): boolean => STARTERS.has(word.toLowerCase());

/** Whether a capitalised word goes on after a time of day: "10 a.m. EST", "8 p.m. Monday". */
export const followsTime = (word: string): boolean => ZONES.has(word.toLowerCase());

/** Length of the first part of a contraction written as one word ("can|not", "gon|na"), or 0. */
export const contractionCut = (word: string): number => SPLIT.get(word.toLowerCase()) ?? 0;
