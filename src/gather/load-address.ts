import type { InputDescription } from './document-from-bytes.js';
import { documentsFrom, seenAt, type Found } from './documents-from.js';
import { failed, printableName } from './failures.js';
import type { Fetcher } from './fetch/fetcher.js';
import type { Fetched } from './fetch/outcome.js';
import { shownAddress } from './fetch/web-address.js';
import { formatOfMediaType } from './inner-format.js';
import type { GatherOptions } from './load-documents.js';

/** What is found at a web address: one document, or as many as the file there holds. */
export async function* loadAddress(address: string, fetcher: Fetcher, options: GatherOptions): AsyncGenerator<Found> {
  const outcome = await fetcher.fetch(address);
  if (outcome.kind === 'failed') yield outcome;
  else if (outcome.kind === 'fetched') yield* documentsFromFetched(outcome, options);
}

/** The documents in what was fetched; its address is where it was found, unless the page names one on the same host. */
export async function* documentsFromFetched(
  fetched: Fetched,
  facts: Pick<InputDescription, 'published' | 'publisher' | 'otherwise'> = {},
): AsyncGenerator<Found> {
  const name = shownAddress(fetched.address);
  const format = formatOfMediaType(fetched.mediaType, fetched.bytes);
  if (format === null) {
    const type = printableName(fetched.mediaType) || 'unknown';
    const remedy = /xml|json/.test(type)
      ? 'follow it with `holdout follow` if it is a feed'
      : 'save its text and read that file';
    const { error } = failed(
      'input-binary',
      `${name} is of type ${type}, which is not read; ${remedy}.`,
      'unsupported',
    );
    yield { kind: 'failed', failure: error };
    return;
  }
  const instant = new Date().toISOString();
  for await (const found of documentsFrom(fetched.bytes, {
    ...facts,
    name,
    format,
    address: fetched.address,
    ...(fetched.charset === undefined ? {} : { charset: fetched.charset }),
  }))
    yield seenAt(found, fetched.address, instant);
}
