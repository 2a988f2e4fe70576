import type { IsoDate, Sha256 } from '../../domain/ids.js';
import type { StoredSighting } from '../../domain/source.js';
import type { StoredSignal } from '../../domain/stored.js';

/** Why a signal's words no longer stand at the address where they were found. */
export interface Retraction {
  /** `vanished`: the newest version lacks them; `replaced`: it lacks them and something else was read in it on the same member. */
  readonly kind: 'vanished' | 'replaced';
  /** For a person: one clause with the day on which they were seen to be gone. */
  readonly note: string;
}

/** The sightings at each address, in the order of what was seen, up to the end of a day where one is given. */
function byAddress(sightings: readonly StoredSighting[], asOf: IsoDate | undefined): StoredSighting[][] {
  const groups = new Map<string, StoredSighting[]>();
  for (const sighting of sightings) {
    if (asOf !== undefined && sighting.seenAt.slice(0, 10) > asOf) continue;
    const group = groups.get(sighting.address);
    if (group) group.push(sighting);
    else groups.set(sighting.address, [sighting]);
  }
  return [...groups.values()];
}

/** Documents that stood at one address with different words, each group in the order of what was seen. */
export const versionGroups = (sightings: readonly StoredSighting[], asOf?: IsoDate): Sha256[][] =>
  byAddress(sightings, asOf)
    .filter((group) => new Set(group.map(({ textSha256 }) => textSha256)).size > 1)
    .map((group) => [...new Set(group.map(({ documentId }) => documentId))]);

/**
 * The machine's signals whose words the newest version of their page lacks, by id; white space apart, words must be the same. A document
 * that is the newest at any of its addresses stands. What a person vouched for is left alone.
 * @param texts the texts of all documents in `versionGroups`
 */
export function retractionsOf(
  signals: readonly StoredSignal[],
  sightings: readonly StoredSighting[],
  texts: ReadonlyMap<Sha256, string>,
  asOf?: IsoDate,
): ReadonlyMap<string, Retraction> {
  const groups = byAddress(sightings, asOf);
  const found = new Map<string, Retraction>();
  for (const s of signals) {
    if (s.reader.startsWith('person:')) continue;
    const own = groups.filter((group) => group.some(({ documentId }) => documentId === s.documentId));
    const gone = own.map((group) => goneFrom(group, s, signals, texts));
    const [first] = gone;
    if (first !== undefined && first !== null && gone.every((each) => each !== null)) found.set(s.id, first);
  }
  return found;
}

function goneFrom(
  group: readonly StoredSighting[],
  s: StoredSignal,
  signals: readonly StoredSignal[],
  texts: ReadonlyMap<Sha256, string>,
): Retraction | null {
  const hash = group.find(({ documentId }) => documentId === s.documentId)?.textSha256;
  const last = group.findLastIndex(({ textSha256 }) => textSha256 === hash);
  const after = group[last + 1];
  const newest = group.at(-1);
  if (after === undefined || newest === undefined) return null;
  const text = texts.get(newest.documentId);
  if (text === undefined || squeezed(text).includes(squeezed(s.quote))) return null;
  const sameWords = new Set(group.flatMap((g) => (g.textSha256 === newest.textSha256 ? [g.documentId] : [])));
  const isReplaced = signals.some(
    (other) =>
      sameWords.has(other.documentId) &&
      other.signal.member === s.signal.member &&
      other.signal.option === s.signal.option,
  );
  const day = after.seenAt.slice(0, 10);
  return isReplaced
    ? { kind: 'replaced', note: `the page lacks these words since ${day} and says something else of the member` }
    : { kind: 'vanished', note: `the page lacks these words since ${day}` };
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
