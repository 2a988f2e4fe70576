import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentsFromArchive, type Found } from './documents-from.js';
import type { Fetcher } from './fetch/fetcher.js';
import { shownAddress } from './fetch/web-address.js';
import { MAX_DOWNLOADED_BYTES, MAX_DOWNLOAD_MS } from './limits.js';
import type { GatherOptions } from './load-documents.js';

/** The documents of a web archive at a web address, which goes to a temporary file first: archives of a crawl are about a gigabyte each. */
export async function* loadArchive(address: string, fetcher: Fetcher, options: GatherOptions): AsyncGenerator<Found> {
  const folder = await mkdtemp(join(tmpdir(), 'holdout-archive-'));
  try {
    const file = join(folder, 'archive');
    const outcome = await fetcher.download(address, file, { bytes: MAX_DOWNLOADED_BYTES, totalMs: MAX_DOWNLOAD_MS });
    if (outcome.kind === 'failed') yield outcome;
    else yield* documentsFromArchive({ format: 'warc', bytes: createReadStream(file) }, { ...options, name: shownAddress(address) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
