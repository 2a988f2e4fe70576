import type { Entry, ZipFile } from 'yauzl';
import type { Part } from '../extracted.js';
import { failed, printableName } from '../failures.js';
import { MAX_ENTRIES } from '../limits.js';
import { warcParts } from '../warc/warc-parts.js';
import { openZip, type RangeSource } from '../zip/open-zip.js';

/**
 * The pages in the archives of a WACZ file (WACZ 1.1.1: WARC files under `archive/`), each as `warcParts` gives them. Index, screenshots'
 * and page lists of the package repeat what the archives hold.
 * @param name the input as messages call it
 */
export async function* waczParts(from: Uint8Array | RangeSource, name: string): AsyncGenerator<Part> {
  let zip: ZipFile;
  try {
    zip = await openZip(from);
  } catch {
    yield broken(name);
    return;
  }
  let archives = 0;
  try {
    let entries = 0;
    for await (const entry of zip.eachEntry()) {
      entries += 1;
      if (entries > MAX_ENTRIES) break;
      if (!/^archive\/.*\.warc(?:\.gz)?$/i.test(entry.fileName)) continue;
      archives += 1;
      yield* warcParts(bytesOf(zip, entry), `${name}: ${printableName(entry.fileName)}`);
    }
  } catch {
    yield broken(name);
    return;
  }
  if (archives === 0) {
    const { error } = failed(
      'input-unreadable',
      `${name} holds no web archive (no .warc or .warc.gz under archive/); check that it is a WACZ file.`,
    );
    yield { kind: 'failed', failure: error };
  }
}

const broken = (name: string): Part => ({
  kind: 'failed',
  failure: failed('input-unreadable', `${name} is a damaged zip file; fetch the archive again.`).error,
});

async function* bytesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk as Buffer;
}
