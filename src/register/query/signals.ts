import { type Kysely } from 'kysely';
import type { SignalFilter, StoredSignal } from '../../domain/stored.js';
import { signalFromRow } from '../rows/signal-row.js';
import { statementFromRow } from '../rows/statement-row.js';
import type { Tables } from '../schema/tables.js';
import { anyOf } from './any-of.js';
import { newestReadings } from './newest-readings.js';
import type { VerifiedTexts } from './verified-texts.js';

/** Signals of the readings in force that count (or wait for a person), in the order of recording and of the text, with the statements they rest on and all spans checked. */
export async function selectSignals(
  db: Kysely<Tables>,
  texts: VerifiedTexts,
  filter: SignalFilter,
): Promise<StoredSignal[]> {
  const { option, member, asOf } = filter;
  let query = db
    .with('newest', () => newestReadings(db, filter))
    .selectFrom('signal')
    .innerJoin('newest', 'newest.id', 'signal.reading_id')
    .innerJoin('reading_statement', (join) =>
      join
        .onRef('reading_statement.reading_id', '=', 'signal.reading_id')
        .onRef('reading_statement.ordinal', '=', 'signal.statement_ordinal'),
    )
    .selectAll('signal')
    .select(['newest.document_id', 'newest.question_id', 'newest.reader'])
    .select(['reading_statement.statement_id', 'reading_statement.rule as statement_rule'])
    .orderBy('signal.reading_id')
    .orderBy('signal.ordinal');
  query = query.where('signal.awaits', filter.standing === 'waiting' ? 'is not' : 'is', null);
  if (option !== undefined) query = query.where('signal.option_id', '=', option);
  if (member !== undefined) query = query.where('signal.member', '=', member);
  if (asOf !== undefined) {
    query = query.where((eb) => eb.or([eb('signal.valid_from', 'is', null), eb('signal.valid_from', '<=', asOf)]));
  }
  const rows = await query.execute();
  const statements = await statementRows(db, new Set(rows.map((row) => row.statement_id)));
  const verified = await texts.of(rows.map((row) => row.document_id));
  return rows.map((row) =>
    texts.within(row.document_id, verified, (text) => {
      const statementRow = statements.get(row.statement_id);
      if (statementRow === undefined) throw new Error(`statement ${row.statement_id} is referenced and missing`);
      const statement = statementFromRow(statementRow, row.statement_rule, text);
      return signalFromRow(row, { questionId: row.question_id, reader: row.reader }, statement, text);
    }),
  );
}

async function statementRows(db: Kysely<Tables>, ids: ReadonlySet<string>) {
  if (ids.size === 0) return new Map<string, never>();
  const rows = await db
    .selectFrom('statement')
    .selectAll()
    .where((eb) => anyOf(eb.ref('statement.id'), [...ids]))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
