import states from '../../knowledge/states.json' with { type: 'json' };
import { parseStateCode, type StateCode } from '../domain/ids.js';

/** How a phrase stands for a state: its name, its people or adjective, its capital, a seat or ministry of its government, or its parliament. */
export type StateForm = 'name' | 'demonym' | 'capital' | 'metonym' | 'parliament';

/** What a phrase stands for; `state` is null for a phrase that only looks like a state ("Paris Agreement"). */
export interface StatePhrase {
  readonly state: StateCode | null;
  readonly form: StateForm;
}

type Form = string | { readonly text: string; readonly exact?: boolean; readonly kind?: string };

/** Lower case without accents, stops and a leading article, so that spellings meet. */
const fold = (phrase: string): string =>
  phrase.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[’‘]/g, "'").replace(/(?<!\s)\s*-\s*/g, '-').toLowerCase();

const folded = new Map<string, StatePhrase>();
const exact = new Map<string, StatePhrase>();
/** Words of the longest phrase that opens with a word. */
const longestBy = new Map<string, number>();
const opening = (foldedText: string): string => foldedText.split(/[ '-]/, 1)[0] ?? '';

function add(form: Form, state: StateCode | null, kind: StateForm): void {
  const text = typeof form === 'string' ? form : form.text;
  const map = typeof form !== 'string' && form.exact === true ? exact : folded;
  const key = map === exact ? text : fold(text);
  // The first entry wins: names before adjectives before capitals.
  if (!map.has(key)) map.set(key, { state, form: kind });
  // A token more for each clitic or stop that the tokeniser splits off.
  const first = opening(fold(text));
  longestBy.set(first, Math.max(longestBy.get(first) ?? 0, text.split(/\s+/).length + (text.match(/['’,]/g)?.length ?? 0)));
}

/** Brussels is the Union's seat in news prose far more often than Belgium's government. */
const CAPITAL_OF_OTHERS = new Set(['brussels', 'geneva', 'luxembourg city']);

for (const phrase of states.notStates) add(phrase, null, 'name');
for (const s of states.states) {
  const code = parseStateCode(s.iso3);
  if (!code) continue;
  for (const n of [s.name, s.official, ...(s.names as Form[])]) add(n, code, 'name');
}
for (const s of states.states) {
  const code = parseStateCode(s.iso3);
  if (!code) continue;
  for (const a of [...(s.adjectives as Form[]), ...(s.people as Form[])]) add(a, code, 'demonym');
  for (const c of s.capitals as Form[]) if (!CAPITAL_OF_OTHERS.has(fold(typeof c === 'string' ? c : c.text))) add(c, code, 'capital');
  for (const m of s.metonyms as Form[]) add(m, code, typeof m !== 'string' && m.kind === 'parliament' ? 'parliament' : 'metonym');
}

/** Words in the longest phrase that opens with this one; 0 when none does. */
export const longestStatePhraseFrom = (word: string): number => longestBy.get(opening(fold(word))) ?? 0;

/** What a phrase (tokens joined by a blank) stands for; undefined when it names no state. */
export function lookupStatePhrase(phrase: string): StatePhrase | undefined {
  return exact.get(phrase) ?? exact.get(phrase.replace(/ '/g, "'")) ?? folded.get(fold(phrase)) ?? folded.get(fold(phrase).replace(/ (?='|,)/g, ''));
}

const codes = new Set(states.states.map((s) => s.iso3));
const nameOf = new Map(states.states.map((s) => [s.iso3, s.name]));

/** Whether a code is one of the states Holdout knows. */
export const isKnownState = (code: string): boolean => codes.has(code);

/** Codes of every state Holdout knows. */
export const knownStates = (): StateCode[] => states.states.flatMap((s) => parseStateCode(s.iso3) ?? []);

/** Common English name of a state, e.g. "Germany"; the code itself when unknown. */
export const stateName = (code: string): string => nameOf.get(code) ?? code;

/** A state from its ISO 3166 alpha-3 or alpha-2 code or any of its names; null when unknown. */
export function parseState(raw: string): StateCode | null {
  const trimmed = raw.trim();
  const upper = trimmed.toUpperCase();
  if (codes.has(upper)) return parseStateCode(upper);
  const two = states.states.find((s) => s.iso2 === upper);
  if (two && trimmed.length === 2) return parseStateCode(two.iso3);
  const found = lookupStatePhrase(trimmed.replace(/^the /i, '')) ?? lookupStatePhrase(trimmed);
  return found?.state ?? null;
}
