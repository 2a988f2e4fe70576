import type { Failure } from '../domain/failure.js';
import { printableName } from './failures.js';
import type { FileAccess } from './file-access.js';
import { endingOf, FORMAT_BY_ENDING } from './input-format.js';
import { unreadable } from './unreadable.js';

/** One thing found in a folder: a file to read, or something left out and why. */
export type Listed =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'skipped'; readonly path: string; readonly message: string }
  | { readonly kind: 'failed'; readonly path: string; readonly failure: Failure };

/**
 * Everything under a folder in the order of the code units of names, so that two machines read alike. Hidden entries and linked folders
 * are skipped, other endings too; each is listed with its reason. A folder that may not be opened is a failure and the rest goes on.
 */
export async function* listFolder(folder: string, files: FileAccess): AsyncGenerator<Listed> {
  let entries;
  try {
    entries = [...(await files.list(folder))];
  } catch (cause) {
    yield { kind: 'failed', path: folder, failure: unreadable(printableName(folder), cause).error };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    const path = folder.endsWith('/') ? folder + entry.name : `${folder}/${entry.name}`;
    const skip = (why: string): Listed => ({
      kind: 'skipped',
      path,
      message: `${printableName(path)} was skipped: ${why}.`,
    });
    if (entry.name.startsWith('.')) yield skip('it is hidden');
    else if (entry.kind === 'folder') yield* listFolder(path, files);
    else if (entry.kind === 'linked-folder') yield skip('it is a link to a folder; name that folder to read it');
    else if (entry.kind === 'other') yield skip('it is no regular file');
    else if (FORMAT_BY_ENDING[endingOf(entry.name)] === undefined)
      yield skip('files of its ending are not read from folders');
    else yield { kind: 'file', path };
  }
}
