import voices from '../../knowledge/lexicons/voices.json' with { type: 'json' };
import type { StateCode } from '../domain/ids.js';
import type { Span } from '../domain/span.js';
import type { SpeaksFor } from '../domain/statement.js';
import { findOfficeHolder } from '../knowledge/office-holders.js';
import { parseState } from '../knowledge/state-phrases.js';
import type { Article } from './article.js';
import type { ClaimedStatement } from './answer-schema.js';
import type { DropTally } from './drop-reason.js';

/** A speaker that the text, or the list of office holders, knows. */
export interface CheckedSpeaker {
  readonly speaker: string;
  readonly speaksFor: SpeaksFor;
  /** Where the text names the speaker, within a sentence of the claim; else nothing. */
  readonly source: readonly Span[];
}

const NOBODY: SpeaksFor = { kind: 'nobody' };
const GOVERNMENT = new Set(voices.government);
const OUTSIDE = new Set([...voices.outsider, ...voices.outside]);
const wordsIn = (words: string): string[] => words.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
const has = (set: ReadonlySet<string>, words: string): boolean => wordsIn(words).some((w) => set.has(w) || set.has(w.replace(/s$/, '')));

/** Who speaks, as far as text and office holders bear the claim out; null when neither knows the speaker. */
export function checkSpeaker(article: Article, claim: ClaimedStatement, content: Span, drops: DropTally): CheckedSpeaker | null {
  if (claim.attribution === 'outlet') return { speaker: article.source.publisher ?? 'the outlet', speaksFor: NOBODY, source: [] };
  const claimed = claim.speaker.trim();
  // "Olaf Scholz, German chancellor": the name is what comes before the comma.
  for (const name of [claimed, claimed.split(/[,(]/, 1)[0]?.trim() ?? '']) {
    const places = name.length < 2 ? [] : article.find(name);
    if (places.length > 0) {
      const near = new Set(article.sentencesAt({ start: Math.max(0, content.start - 1), end: content.end + 1 }));
      const source = places.find((p) => article.sentencesAt(p).some((s) => near.has(s)) && (p.end <= content.start || p.start >= content.end));
      return { speaker: name, speaksFor: sideOf(article, claim, name, places, drops), source: source ? [source] : [] };
    }
  }
  const holder = findOfficeHolder(claimed, article.source.published);
  if (holder === null || !holder.current || !article.read.cast.mentions.some((m) => m.state === holder.state)) return null;
  return { speaker: holder.name, speaksFor: { kind: 'state', state: holder.state }, source: [] };
}

/** The side a speaker is on, if the text bears it out; else nobody's. */
function sideOf(article: Article, claim: ClaimedStatement, name: string, places: readonly Span[], drops: DropTally): SpeaksFor {
  const claimed = claim.speaksFor.trim();
  if (claimed === '') return NOBODY;
  const state = parseState(claimed);
  if (state !== null && isVoiceOf(article, name, places, state)) return { kind: 'state', state };
  if (state === null && article.find(claimed).length > 0) return { kind: 'organisation', name: claimed };
  drops.add('voice not borne out');
  return NOBODY;
}

/** Whether text or office holders say that `name` speaks for the government of `state`. */
function isVoiceOf(article: Article, name: string, places: readonly Span[], state: StateCode): boolean {
  if (has(OUTSIDE, name)) return false;
  const { people, mentions, tree } = article.read.cast;
  const person = people.get(wordsIn(name).at(-1) ?? '');
  if (person !== undefined && (person.voice === 'outsider' || person.voice === 'institution')) return false;
  if (person?.state === state && person.voice === 'government') return true;
  if (person !== undefined && person.state !== null && person.state !== state) return false;
  const holder = findOfficeHolder(name, article.source.published);
  if (holder?.state === state && holder.current) return true;
  const named = mentions.filter((m) => m.state === state && m.form !== 'parliament').map((m) => ({ start: tree.token(m.first).start, end: tree.token(m.last - 1).end }));
  const within = (a: Span, b: Span): boolean => a.start >= b.start && a.end <= b.end;
  if (places.some((place) => named.some((m) => within(m, place)))) return true;
  return places.some((place) =>
    article.sentencesAt(place).some((s) => {
      const words = article.source.text.slice(s.start, s.end);
      return named.some((m) => within(m, s)) && has(GOVERNMENT, words) && !has(OUTSIDE, words);
    }),
  );
}
