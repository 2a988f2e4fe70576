import { Readable } from 'node:stream';
import type { Document } from '../domain/document.js';
import type { Failure } from '../domain/failure.js';
import type { IsoDate, Sha256 } from '../domain/ids.js';
import { tooLarge, type InputDescription } from './document-from-bytes.js';
import { documentsFrom, documentsFromArchive, type Found } from './documents-from.js';
import { failed, printableName } from './failures.js';
import { diskAccess, type FileAccess } from './file-access.js';
import type { Fetcher } from './fetch/fetcher.js';
import { isWebAddress, shownAddress } from './fetch/web-address.js';
import { FORMAT_BY_ENDING, formatOf, promisedFormat } from './input-format.js';
import { MAX_BYTES, MAX_HELD_ARCHIVE_BYTES } from './limits.js';
import { listFolder } from './list-folder.js';
import { loadAddress } from './load-address.js';
import { loadArchive } from './load-archive.js';
import { readStream } from './read-stream.js';
import { unreadable } from './unreadable.js';

/** What became of one input, in the order of reading. `input` is the path as given or found, or `-`. */
export type Gathered =
  | {
      readonly kind: 'document';
      readonly input: string;
      readonly document: Document;
      /** When it stood at its web address, as an ISO instant: when it was fetched or captured. */
      readonly seenAt?: string;
    }
  | {
      readonly kind: 'skipped';
      readonly input: string;
      readonly reason: 'not-read-from-folders' | 'duplicate' | 'left-out';
      readonly message: string;
    }
  | { readonly kind: 'failed'; readonly input: string; readonly failure: Failure };

/** What the user says of all inputs; overrides what they say of themselves. */
export interface GatherOptions {
  readonly published?: IsoDate;
  readonly publisher?: string;
}

/** The outside world, real by default. */
export interface GatherDeps {
  /** What fetches web addresses; without it they are refused. It is asked for when the first address comes. */
  readonly fetcher?: () => Promise<Fetcher>;
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  readonly files?: FileAccess;
}

/**
 * Loads files, folders (recursive, in a fixed order), web addresses and `-` (standard input) one at a time as immutable documents. Never throws for a
 * bad input: each yields an item with a sentence, and the rest goes on. An input gives as many documents as it holds, and an item for what
 * was left out of it. The same document twice is skipped the second time.
 */
export async function* loadDocuments(
  inputs: readonly string[],
  options: GatherOptions = {},
  deps: GatherDeps = {},
): AsyncGenerator<Gathered> {
  const seen = new Map<Sha256, string>();
  for await (const item of loadAll(inputs, options, deps)) {
    if (item.kind === 'document') {
      const earlier = seen.get(item.document.id);
      // A capture counts each time: a page may have gone back to what it said before.
      if (earlier !== undefined && item.seenAt === undefined) {
        const message = `${printableName(item.input)} was skipped: it is the same document as ${printableName(earlier)}.`;
        yield { kind: 'skipped', input: item.input, reason: 'duplicate', message };
        continue;
      }
      seen.set(item.document.id, item.input);
    }
    yield item;
  }
}

async function* loadAll(inputs: readonly string[], options: GatherOptions, deps: GatherDeps): AsyncGenerator<Gathered> {
  const files = deps.files ?? diskAccess;
  for (const input of inputs) {
    if (input === '-') {
      yield* toItems(input, loadStream('standard input', deps.stdin ?? process.stdin, options));
      continue;
    }
    if (isWebAddress(input)) {
      const isArchive = promisedFormat(input.replace(/[?#][\s\S]*$/, '')) === 'warc';
      yield* toItems(
        input,
        deps.fetcher === undefined
          ? notFetched(input)
          : (isArchive ? loadArchive : loadAddress)(input, await deps.fetcher(), options),
      );
      continue;
    }
    const entry = await attempt(() => files.inspect(input));
    if (!entry.ok) yield { kind: 'failed', input, failure: unreadable(printableName(input), entry.cause).error };
    else if (entry.value.kind === 'folder') yield* loadFolder(input, options, files);
    else yield* toItems(input, loadPath(input, options, files));
  }
}

async function* loadFolder(folder: string, options: GatherOptions, files: FileAccess): AsyncGenerator<Gathered> {
  let found = 0;
  for await (const listed of listFolder(folder, files)) {
    if (listed.kind === 'skipped')
      yield { kind: 'skipped', input: listed.path, reason: 'not-read-from-folders', message: listed.message };
    else {
      found += 1;
      if (listed.kind === 'failed') yield { kind: 'failed', input: listed.path, failure: listed.failure };
      else yield* toItems(listed.path, loadPath(listed.path, options, files));
    }
  }
  if (found > 0) return;
  const message = `The folder ${printableName(folder)} holds no ${Object.keys(FORMAT_BY_ENDING).join(', ')} files; name the files themselves or another folder.`;
  yield { kind: 'failed', input: folder, failure: failed('input-empty', message).error };
}

async function* loadPath(path: string, options: GatherOptions, files: FileAccess): AsyncGenerator<Found> {
  const name = printableName(path);
  const entry = await attempt(() => files.inspect(path));
  if (!entry.ok) {
    yield failure(unreadable(name, entry.cause));
    return;
  }
  const { kind, bytes: size } = entry.value;
  switch (kind) {
    case 'stream':
      yield* loadStream(path, files.stream(path), options);
      return;
    case 'file': {
      const format = promisedFormat(path);
      const input = describe(path, options);
      if (format === 'warc') yield* documentsFromArchive({ format, bytes: files.stream(path) }, input);
      else if (format === 'wacz')
        yield* documentsFromArchive(
          {
            format,
            file: {
              size,
              stream: (start, end) => Readable.from(files.stream(path, { start, end }), { objectMode: false }),
            },
          },
          input,
        );
      else if (format === 'jsonl' && (path.toLowerCase().endsWith('.gz') || size > MAX_BYTES.jsonl))
        yield* documentsFromArchive({ format, bytes: files.stream(path), isPacked: path.toLowerCase().endsWith('.gz') }, input);
      else if (size > MAX_BYTES[format]) yield failure(tooLarge(name, size, MAX_BYTES[format]));
      else yield* documentsFrom(await files.read(path), input);
      return;
    }
    case 'folder':
    case 'other':
      yield failure(failed('input-unreadable', `${name} is neither a file nor a folder nor a pipe; name a text file.`));
  }
}

async function* loadStream(
  name: string,
  chunks: AsyncIterable<Uint8Array | string>,
  options: GatherOptions,
): AsyncGenerator<Found> {
  const read = await readStream(chunks, (head) => Math.min(MAX_BYTES[formatOf(name, head)], MAX_HELD_ARCHIVE_BYTES));
  if ('tooLarge' in read) yield failure(tooLarge(printableName(name), read.tooLarge, read.tooLarge, true));
  else yield* documentsFrom(read.bytes, { ...options, name });
}

const describe = (path: string, options: GatherOptions): InputDescription => ({
  ...options,
  name: path,
  address: path.split(/[/\\]/).at(-1) ?? path,
});

async function* notFetched(address: string): AsyncGenerator<Found> {
  const message = `${shownAddress(address)} is a web address and only files are read here; save the page and name the file.`;
  yield failure(failed('input-unreadable', message, 'unsupported'));
}

const failure = (failed: { readonly error: Failure }): Found => ({ kind: 'failed', failure: failed.error });

/** What was found in an input as items of it; a refusal of the system on the way is the last of them. */
async function* toItems(input: string, found: AsyncGenerator<Found>): AsyncGenerator<Gathered> {
  try {
    for await (const item of found) {
      if (item.kind === 'left-out') yield { kind: 'skipped', input, reason: 'left-out', message: item.message };
      else yield { ...item, input };
    }
  } catch (cause) {
    if (!isRefusalOfTheSystem(cause)) throw cause;
    yield {
      kind: 'failed',
      input,
      failure: unreadable(printableName(input === '-' ? 'standard input' : input), cause).error,
    };
  }
}

const isRefusalOfTheSystem = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && /^E[A-Z0-9]+$/.test(String(cause.code));

type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly cause: unknown };

async function attempt<T>(action: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await action() };
  } catch (cause) {
    return { ok: false, cause };
  }
}
