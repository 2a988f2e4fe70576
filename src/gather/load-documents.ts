import type { Document } from '../domain/document.js';
import type { Failure } from '../domain/failure.js';
import type { IsoDate, Sha256 } from '../domain/ids.js';
import type { Result } from '../domain/result.js';
import { documentFromBytes, tooLarge, type InputDescription } from './document-from-bytes.js';
import { failed, printableName } from './failures.js';
import { diskAccess, type FileAccess } from './file-access.js';
import { FORMAT_BY_ENDING } from './format-of.js';
import { MAX_INPUT_BYTES } from './limits.js';
import { listFolder } from './list-folder.js';
import { readStream } from './read-stream.js';
import { unreadable } from './unreadable.js';

/** What became of one input, in the order of reading. `input` is the path as given or found, or `-`. */
export type Gathered =
  | { readonly kind: 'document'; readonly input: string; readonly document: Document }
  | {
      readonly kind: 'skipped';
      readonly input: string;
      readonly reason: 'not-read-from-folders' | 'duplicate';
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
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  readonly files?: FileAccess;
}

/**
 * Loads files, folders (recursive, in a fixed order) and `-` (standard input) one at a time as immutable documents. Never throws for a
 * bad input: each yields exactly one item with a sentence, and the rest goes on. The same document twice is skipped the second time.
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
      if (earlier !== undefined) {
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
      yield toItem(input, await loadStream('standard input', deps.stdin ?? process.stdin, options));
      continue;
    }
    const entry = await attempt(() => files.inspect(input));
    if (!entry.ok) yield { kind: 'failed', input, failure: unreadable(printableName(input), entry.cause).error };
    else if (entry.value.kind === 'folder') yield* loadFolder(input, options, files);
    else yield toItem(input, await loadPath(input, options, files));
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
      else yield toItem(listed.path, await loadPath(listed.path, options, files));
    }
  }
  if (found > 0) return;
  const message = `The folder ${printableName(folder)} holds no ${Object.keys(FORMAT_BY_ENDING).join(', ')} files; name the files themselves or another folder.`;
  yield toItem(folder, failed('input-empty', message));
}

async function loadPath(path: string, options: GatherOptions, files: FileAccess): Promise<Result<Document, Failure>> {
  const name = printableName(path);
  const entry = await attempt(() => files.inspect(path));
  if (!entry.ok) return unreadable(name, entry.cause);
  switch (entry.value.kind) {
    case 'stream':
      return loadStream(path, files.stream(path), options);
    case 'file': {
      if (entry.value.bytes > MAX_INPUT_BYTES) return tooLarge(name, entry.value.bytes);
      const bytes = await attempt(() => files.read(path));
      return bytes.ok ? documentFromBytes(bytes.value, describe(path, options)) : unreadable(name, bytes.cause);
    }
    case 'folder':
    case 'other':
      return failed('input-unreadable', `${name} is neither a file nor a folder nor a pipe; name a text file.`);
  }
}

async function loadStream(
  name: string,
  chunks: AsyncIterable<Uint8Array | string>,
  options: GatherOptions,
): Promise<Result<Document, Failure>> {
  const bytes = await attempt(() => readStream(chunks));
  if (!bytes.ok) return unreadable(printableName(name), bytes.cause);
  if (bytes.value === 'too-large') return tooLarge(printableName(name), MAX_INPUT_BYTES, true);
  return documentFromBytes(bytes.value, { ...options, name });
}

const describe = (path: string, options: GatherOptions): InputDescription => ({
  ...options,
  name: path,
  address: path.split(/[/\\]/).at(-1) ?? path,
});

const toItem = (input: string, result: Result<Document, Failure>): Gathered =>
  result.ok ? { kind: 'document', input, document: result.value } : { kind: 'failed', input, failure: result.error };

type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly cause: unknown };

async function attempt<T>(action: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await action() };
  } catch (cause) {
    return { ok: false, cause };
  }
}
