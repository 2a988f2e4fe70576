import { sql, type Kysely, type SqlBool } from 'kysely';
import type { StatementFilter, StoredStatement } from '../../domain/stored.js';
import { statementFromRow } from '../rows/statement-row.js';
import type { Tables } from '../schema/tables.js';
import { newestReadings } from './newest-readings.js';
import type { VerifiedTexts } from './verified-texts.js';

/**
 * Statements of the readings that count, in the order of recording and of the text, with their spans checked. One that was read for
 * several questions comes once.
 */
export async function selectStatements(
  db: Kysely<Tables>,
  texts: VerifiedTexts,
  filter: StatementFilter,
): Promise<StoredStatement[]> {
  const { member, document, asOf } = filter;
  let query = db
    .with('newest', () => newestReadings(db, filter))
    .selectFrom('reading_statement')
    .innerJoin('newest', 'newest.id', 'reading_statement.reading_id')
    .innerJoin('statement', 'statement.id', 'reading_statement.statement_id')
    .selectAll('statement')
    .select('reading_statement.rule')
    .orderBy('reading_statement.reading_id')
    .orderBy('reading_statement.ordinal');
  if (document !== undefined) query = query.where('statement.document_id', '=', document);
  if (asOf !== undefined) {
    query = query.where((eb) =>
      eb.or([eb('statement.valid_from', 'is', null), eb('statement.valid_from', '<=', asOf)]),
    );
  }
  if (member !== undefined) {
    query = query.where((eb) =>
      eb.or([
        eb('statement.speaks_for_state', '=', member),
        sql<SqlBool>`${member} = ANY(${eb.ref('statement.about')})`,
        eb.exists(
          eb
            .selectFrom('signal')
            .select('signal.id')
            .whereRef('signal.reading_id', '=', 'reading_statement.reading_id')
            .whereRef('signal.statement_ordinal', '=', 'reading_statement.ordinal')
            .where('signal.member', '=', member),
        ),
      ]),
    );
  }
  const rows = await query.execute();
  const verified = await texts.of(rows.map((row) => row.document_id));
  const once = new Map<string, StoredStatement>();
  for (const row of rows) {
    if (once.has(row.id)) continue;
    once.set(
      row.id,
      texts.within(row.document_id, verified, (text) => statementFromRow(row, row.rule, text)),
    );
  }
  return [...once.values()];
}
