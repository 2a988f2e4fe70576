import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HoldoutError } from '../domain/failure.js';
import { answerEnvelope, type Answer } from './answer-schema.js';

const hashOf = (purpose: string, request: readonly string[]): Buffer => createHash('sha256').update(JSON.stringify([purpose, ...request])).digest();
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Answers on disk, found by the hash of all that was asked, of whom: model, server, prompt version and every word of the text. An answer
 * quotes the text, so it is encrypted with a key made of the same request: only who has the text can read it, and once a text is erased
 * from the register nobody can. Answers are checked against the text again whenever they are used.
 */
export class AnswerCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The answer kept for a request; null when there is none that can be read. */
  async get(request: readonly string[]): Promise<Answer | null> {
    try {
      const bytes = await readFile(this.#pathOf(request));
      const cipher = createDecipheriv('aes-256-gcm', hashOf('key', request), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
      cipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const json = Buffer.concat([cipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), cipher.final()]).toString('utf8');
      const parsed = answerEnvelope.safeParse(JSON.parse(json));
      return parsed.success ? parsed.data : null;
    } catch {
      // Missing, cut off or altered: it is asked for again.
      return null;
    }
  }

  /** Keeps an answer, whole or not at all. Fails with `disk-full`, or `usage` when the folder cannot be written. */
  async put(request: readonly string[], answer: Answer): Promise<void> {
    const path = this.#pathOf(request);
    const draft = `${path}.${randomUUID()}.draft`;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', hashOf('key', request), iv, { authTagLength: TAG_BYTES });
    const sealed = Buffer.concat([cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()]);
    try {
      await mkdir(this.#folder, { recursive: true });
      await writeFile(draft, Buffer.concat([iv, cipher.getAuthTag(), sealed]), { mode: 0o600 });
      await rename(draft, path);
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
      throw code === 'ENOSPC'
        ? new HoldoutError('disk-full', 'The disk is full, so an answer could not be kept; free some space and run it again.', { cause })
        : new HoldoutError('usage', `The cache of answers cannot be written (${code}); name another folder with --cache.`, { cause });
    }
  }

  #pathOf(request: readonly string[]): string {
    return join(this.#folder, hashOf('name', request).toString('hex'));
  }
}
