import type { Sha256 } from '../../domain/ids.js';
import type { Sighting } from '../../domain/source.js';
import type { Register } from '../../register/index.js';
import { CHANGE_METHOD, textChanges } from './text-changes.js';

/**
 * Keeps that a stored document stood at an address, with what changed since the words before it there and to those after it. Gives whether
 * it is a new version: other words had stood there, and these had not.
 */
export async function recordSighting(
  register: Register,
  sighting: Sighting,
  textSha256: Sha256,
): Promise<{ readonly isNewVersion: boolean }> {
  const known = await register.sightings({ address: sighting.address });
  const before = known.filter(({ seenAt }) => seenAt <= sighting.seenAt).at(-1);
  const after = known.find(({ seenAt }) => seenAt > sighting.seenAt);
  const own = { documentId: sighting.documentId, textSha256 };
  const changes = [];
  for (const [older, newer] of [
    [before, own],
    [own, after],
  ]) {
    if (older === undefined || newer === undefined || older.textSha256 === newer.textSha256) continue;
    const words = textChanges(await textOf(register, older.documentId), await textOf(register, newer.documentId));
    changes.push({ older: older.documentId, newer: newer.documentId, method: CHANGE_METHOD, changes: words });
  }
  await register.putSighting(sighting, changes);
  return { isNewVersion: before !== undefined && !known.some((each) => each.textSha256 === textSha256) };
}

const textOf = async (register: Register, id: Sha256): Promise<string> => (await register.document(id))?.text ?? '';
