import type { Kysely } from 'kysely';
import type { Sha256 } from '../../domain/ids.js';
import { anyOf } from '../query/any-of.js';
import { selectWrongDigests } from '../query/digests.js';
import { sha256 } from '../rows/content-hash.js';
import { SpanMismatch } from '../rows/quoted-span.js';
import { reviewFromRow } from '../rows/review-row.js';
import { signalFromRow, signalId } from '../rows/signal-row.js';
import { statementFromRow, statementId } from '../rows/statement-row.js';
import type { Tables } from '../schema/tables.js';

const DOCUMENTS_AT_ONCE = 100;

/** What an examination of a register found. */
export interface Examination {
  readonly documents: number;
  readonly statements: number;
  /** Of all readings, superseded ones too. */
  readonly signals: number;
  readonly decisions: number;
  /** Documents whose words were removed for legal reasons. */
  readonly erased: number;
  /** One sentence for each thing that is wrong, naming its document. */
  readonly problems: readonly string[];
}

/** Checks each text against its hash, each span of every statement, signal and decision against its text, and each id against its content. */
export async function examine(db: Kysely<Tables>): Promise<Examination> {
  const found = { documents: 0, statements: 0, signals: 0, decisions: 0, erased: 0 };
  const problems: string[] = [];
  let last = '';
  for (;;) {
    const documents = await db
      .selectFrom('document')
      .leftJoin('document_text', 'document_text.document_id', 'document.id')
      .leftJoin('erasure', 'erasure.document_id', 'document.id')
      .select(['document.id', 'document.title', 'document.address', 'document.text_sha256', 'document_text.text', 'erasure.id as erasure'])
      .where('document.id', '>', last)
      .orderBy('document.id')
      .limit(DOCUMENTS_AT_ONCE)
      .execute();
    if (documents.length === 0) return { ...found, problems };
    last = documents.at(-1)?.id ?? last;
    const texts = new Map<string, string>();
    for (const { id, text, text_sha256, erasure, title, address } of documents) {
      if (erasure !== null) {
        found.erased += 1;
        if (text !== null || title !== null || address !== null) problems.push(`Document ${id} was erased and still has words.`);
        // Rows that quote it would not fit an empty text.
        texts.set(id, '');
        continue;
      }
      found.documents += 1;
      if (text === null) problems.push(`The text of document ${id} is missing.`);
      else if (sha256(text) !== text_sha256)
        problems.push(`The text of document ${id} is not the one that was stored.`);
      texts.set(id, text ?? '');
    }
    await examineRows(db, texts, found, problems);
  }
}

async function examineRows(
  db: Kysely<Tables>,
  texts: ReadonlyMap<string, string>,
  found: { statements: number; signals: number; decisions: number },
  problems: string[],
): Promise<void> {
  const ids = [...texts.keys()];
  const check = (document: string, what: string, action: (text: string) => string | null): void => {
    try {
      const wrong = action(texts.get(document) ?? '');
      if (wrong !== null) problems.push(`In document ${document} ${wrong}.`);
    } catch (error) {
      if (!(error instanceof SpanMismatch)) throw error;
      problems.push(`In document ${document}, ${what}: ${error.message}.`);
    }
  };
  const statements = await db
    .selectFrom('statement')
    .selectAll()
    .where((eb) => anyOf(eb.ref('document_id'), ids))
    .execute();
  for (const row of statements) {
    found.statements += 1;
    check(row.document_id, `statement ${row.id}`, (text) => {
      const { statement } = statementFromRow(row, '', text);
      // SAFETY: the column refers to documents, whose ids are hashes.
      return statementId(row.document_id as Sha256, statement) === row.id
        ? null
        : `statement ${row.id} is not the one that was stored`;
    });
  }
  const byId = new Map(statements.map((row) => [row.id, row]));
  const signals = await db
    .selectFrom('signal')
    .innerJoin('reading', 'reading.id', 'signal.reading_id')
    .innerJoin('reading_statement', (join) =>
      join
        .onRef('reading_statement.reading_id', '=', 'signal.reading_id')
        .onRef('reading_statement.ordinal', '=', 'signal.statement_ordinal'),
    )
    .selectAll('signal')
    .select(['reading.document_id', 'reading.question_id', 'reading.reader', 'reading_statement.statement_id'])
    .where((eb) => anyOf(eb.ref('reading.document_id'), ids))
    .execute();
  for (const row of signals) {
    found.signals += 1;
    check(row.document_id, `signal ${row.id}`, (text) => {
      const statementRow = byId.get(row.statement_id);
      if (statementRow === undefined) return `signal ${row.id} rests on a statement of another document`;
      const statement = statementFromRow(statementRow, '', text);
      const { signal } = signalFromRow(row, { questionId: row.question_id, reader: row.reader }, statement, text);
      // A reader may leave the day to the document's; the id is then over a signal without it.
      const { asOf, ...undated } = signal;
      const candidates = [signal, ...(asOf === statementRow.valid_from ? [undated] : [])];
      return candidates.some((s) => signalId(row.question_id, statement.id, s) === row.id)
        ? null
        : `signal ${row.id} is not the one that was stored`;
    });
  }
  const seen = await db
    .selectFrom('sighting')
    .innerJoin('erasure', 'erasure.document_id', 'sighting.document_id')
    .select('sighting.document_id')
    .where('sighting.address', 'is not', null)
    .where((eb) => anyOf(eb.ref('sighting.document_id'), ids))
    .execute();
  for (const { document_id } of seen) problems.push(`Document ${document_id} was erased and its address still stands in a sighting.`);
  for (const { id, document } of await selectWrongDigests(db, ids)) problems.push(`In document ${document} the digest of reading ${String(id)} is not what the reading found.`);
  const reviews = await db
    .selectFrom('review')
    .selectAll()
    .where((eb) => anyOf(eb.ref('document_id').$castTo<string>(), ids))
    .execute();
  for (const row of reviews) {
    found.decisions += 1;
    check(row.document_id ?? '', `decision ${row.id}`, (text) => {
      reviewFromRow(row, text);
      return null;
    });
  }
}
