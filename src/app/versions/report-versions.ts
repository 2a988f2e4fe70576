import type { Failure } from '../../domain/failure.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { StoredSighting } from '../../domain/source.js';
import type { Register } from '../../register/index.js';
import { CHANGE_METHOD, textChanges } from '../../work/sightings/text-changes.js';

/** One version of a page, with what changed since the one before. */
export interface VersionReport {
  /** 1, 2, 3, … in the order of what was seen; a page that goes back to earlier words is a version again. */
  readonly number: number;
  readonly documentId: string;
  readonly title: string;
  /** First and last time these words were seen there before others were. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** In the order of the text; empty for the first version. */
  readonly changes: readonly { readonly was: string; readonly now: string }[];
}

/** The versions of the page at an address. Fails with `document-unknown` when nothing was seen there. */
export async function reportVersions(register: Register, address: string): Promise<Result<VersionReport[], Failure>> {
  const sightings = await register.sightings({ address });
  if (sightings.length === 0)
    return err({
      code: 'document-unknown',
      category: 'caller',
      message: `Nothing was seen at "${address}"; read or follow it first, and write it as the document's address says.`,
    });
  const reports: VersionReport[] = [];
  let before: StoredSighting | null = null;
  for (const run of runsOf(sightings)) {
    const [first] = run;
    const document = await register.document(first.documentId);
    reports.push({
      number: reports.length + 1,
      documentId: first.documentId,
      title: document?.title ?? '',
      firstSeen: first.seenAt,
      lastSeen: run.at(-1)?.seenAt ?? first.seenAt,
      changes: before === null ? [] : await changesBetween(register, before, first),
    });
    before = first;
  }
  return ok(reports);
}

/** Sightings of the same words one after another. */
function runsOf(sightings: readonly StoredSighting[]): [StoredSighting, ...StoredSighting[]][] {
  const runs: [StoredSighting, ...StoredSighting[]][] = [];
  for (const sighting of sightings) {
    const run = runs.at(-1);
    if (run?.[0].textSha256 === sighting.textSha256) run.push(sighting);
    else runs.push([sighting]);
  }
  return runs;
}

/** The kept changes in words; compared again where versions became neighbours by a later find. Erased words are gone here too. */
async function changesBetween(
  register: Register,
  older: StoredSighting,
  newer: StoredSighting,
): Promise<{ was: string; now: string }[]> {
  const [was, now] = [await register.document(older.documentId), await register.document(newer.documentId)];
  if (was === null || now === null) return [];
  const kept = await register.changes(older.documentId, newer.documentId, CHANGE_METHOD);
  return (kept ?? textChanges(was.text, now.text)).map(({ from, to }) => ({
    was: was.text.slice(from.start, from.end),
    now: now.text.slice(to.start, to.end),
  }));
}
