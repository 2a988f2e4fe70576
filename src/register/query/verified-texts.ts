import type { Kysely } from 'kysely';
import { corrupt } from '../folder/data-folder.js';
import { sha256 } from '../rows/content-hash.js';
import { SpanMismatch } from '../rows/quoted-span.js';
import type { Tables } from '../schema/tables.js';

/** Characters of text kept between queries: the coverage of one question, at about 5,000 an article. */
const KEPT_CHARACTERS = 16_000_000;
const LOADED_AT_ONCE = 200;

/**
 * Texts of documents, each checked against its hash when it is loaded. Documents never change, so the most recent ones are kept; the
 * oldest leave when there are more than 16 million characters.
 */
export class VerifiedTexts {
  readonly #db: Kysely<Tables>;
  readonly #place: string;
  readonly #kept = new Map<string, string>();
  #characters = 0;

  constructor(db: Kysely<Tables>, place: string) {
    this.#db = db;
    this.#place = place;
  }

  /** The texts of these documents by id; fails with `register-corrupt` when one is missing or altered. */
  async of(documentIds: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    const wanted: string[] = [];
    for (const id of new Set(documentIds)) {
      const text = this.#kept.get(id);
      if (text === undefined) wanted.push(id);
      else found.set(id, text);
    }
    for (let i = 0; i < wanted.length; i += LOADED_AT_ONCE) {
      for (const [id, text] of await this.#load(wanted.slice(i, i + LOADED_AT_ONCE))) found.set(id, text);
    }
    return found;
  }

  /** Runs `check` on the text of a document; a SpanMismatch becomes `register-corrupt` naming the document. */
  within<T>(documentId: string, texts: ReadonlyMap<string, string>, check: (text: string) => T): T {
    const text = texts.get(documentId);
    if (text === undefined) throw corrupt(this.#place, `the text of document ${documentId} is missing`);
    try {
      return check(text);
    } catch (cause) {
      if (!(cause instanceof SpanMismatch)) throw cause;
      throw corrupt(this.#place, `in document ${documentId} ${cause.message}`, cause);
    }
  }

  /** Forgets the text of a document that was erased. */
  forget(documentId: string): void {
    this.#characters -= this.#kept.get(documentId)?.length ?? 0;
    this.#kept.delete(documentId);
  }

  async #load(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.#db
      .selectFrom('document')
      .innerJoin('document_text', 'document_text.document_id', 'document.id')
      .where('document.id', 'in', ids)
      .select(['document.id', 'document.text_sha256', 'document_text.text'])
      .execute();
    const loaded = new Map<string, string>();
    for (const row of rows) {
      if (sha256(row.text) !== row.text_sha256)
        throw corrupt(this.#place, `the text of document ${row.id} is not the one that was stored`);
      loaded.set(row.id, row.text);
      this.#keep(row.id, row.text);
    }
    for (const id of ids) if (!loaded.has(id)) throw corrupt(this.#place, `the text of document ${id} is missing`);
    return loaded;
  }

  #keep(id: string, text: string): void {
    this.#kept.set(id, text);
    this.#characters += text.length;
    for (const [oldest, old] of this.#kept) {
      if (this.#characters <= KEPT_CHARACTERS) break;
      this.#kept.delete(oldest);
      this.#characters -= old.length;
    }
  }
}
