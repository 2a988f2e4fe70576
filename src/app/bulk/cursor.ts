import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { HoldoutError } from '../../domain/failure.js';

/** How far a run has come: places up to here need not be read again. */
export class Cursor {
  readonly #file: string | null;
  readonly #work: string;
  #done: number;
  #saved: number;
  #savedAt = Number.NEGATIVE_INFINITY;

  private constructor(file: string | null, work: string, done: number) {
    this.#file = file;
    this.#work = work;
    this.#done = done;
    this.#saved = done;
  }

  /**
   * The cursor in a file, at the beginning where there is none. Fails with `usage` for a file that is no cursor, or is of other work.
   * @param work all that says which places there are and in which order
   * @param file null for a cursor that nobody keeps
   */
  static async open(file: string | null, work: readonly unknown[]): Promise<Cursor> {
    const key = createHash('sha256').update(JSON.stringify(work)).digest('hex');
    let raw: string | null = null;
    try {
      raw = file === null ? null : await readFile(file, 'utf8');
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw new HoldoutError('input-unreadable', `The cursor ${file ?? ''} cannot be read; check its rights.`, { cause });
    }
    return new Cursor(file, key, raw === null ? 0 : doneIn(raw, file ?? '', key));
  }

  /** Places that are done. */
  get done(): number {
    return this.#done;
  }

  /** Notes that all places up to one are done; written to the file at most every second, and by `save`. */
  async reach(place: number): Promise<void> {
    this.#done = Math.max(this.#done, place);
    if (performance.now() - this.#savedAt > 1_000) await this.save();
  }

  async save(): Promise<void> {
    if (this.#file === null || this.#done === this.#saved) return;
    // Whole or not at all: another file takes the place of the old one.
    await writeFile(`${this.#file}.new`, `${JSON.stringify({ holdoutCursor: 1, work: this.#work, done: this.#done })}\n`);
    await rename(`${this.#file}.new`, this.#file);
    this.#saved = this.#done;
    this.#savedAt = performance.now();
  }
}

function doneIn(raw: string, file: string, work: string): number {
  let content: unknown;
  try {
    content = JSON.parse(raw);
  } catch {
    content = null;
  }
  const cursor = content as { holdoutCursor?: unknown; work?: unknown; done?: unknown } | null;
  if (cursor?.holdoutCursor !== 1 || typeof cursor.done !== 'number') throw new HoldoutError('usage', `${file} is no cursor of Holdout; name another file with --cursor.`);
  if (cursor.work !== work) throw new HoldoutError('usage', `The cursor ${file} is of other inputs, another list or another shard; name another file with --cursor, or remove it to begin again.`);
  return cursor.done;
}
