import { type Kysely } from 'kysely';
import type { SignalFilter, StatementFilter, StoredSignal, StoredStatement } from '../../domain/stored.js';
import { SIGNAL_COLUMNS, signalFromRow } from '../rows/signal-row.js';
import { STATEMENT_COLUMNS, statementFromRow } from '../rows/statement-row.js';
import type { Tables } from '../schema/tables.js';
import { anyOf } from './any-of.js';
import { newestReadings } from './newest-readings.js';
import { selectAsJson } from './rows-as-json.js';
import { selectStatements } from './statements.js';
import type { VerifiedTexts } from './verified-texts.js';

/** Signals of the readings in force that count (or wait for a person), in the order of recording and of the text, with the statements they rest on and all spans checked. */
export async function selectSignals(
  db: Kysely<Tables>,
  texts: VerifiedTexts,
  filter: SignalFilter,
): Promise<StoredSignal[]> {
  const rows = await signalRows(db, filter);
  const documents = [...new Set(rows.map((row) => row.document_id))];
  const ids = new Set(rows.map((row) => row.statement_id));
  const verified = await texts.of(documents);
  // By document, whose statements lie together on the disk, rather than one by one.
  const statementRows = await selectAsJson(
    db,
    db
      .selectFrom('statement')
      .selectAll()
      .where((eb) => anyOf(eb.ref('statement.document_id'), documents)),
    STATEMENT_COLUMNS,
  );
  const known = new Map(statementRows.flatMap((row) => (ids.has(row.id) ? [[row.id, row] as const] : [])));
  return signalsFrom(rows, texts, verified, ({ statement_id: id, statement_rule: rule }, text) => {
    const row = known.get(id);
    return row && statementFromRow(row, rule, text);
  });
}

/** The signals of several options that count with all statements of the readings in force, loaded once for both. */
export async function selectSignalsAndStatements(
  db: Kysely<Tables>,
  texts: VerifiedTexts,
  filter: Pick<StatementFilter, 'knownAt'> & { readonly question: string; readonly options: readonly string[] },
): Promise<{ readonly signals: StoredSignal[]; readonly statements: StoredStatement[] }> {
  const { options, ...readings } = filter;
  const statements = await selectStatements(db, texts, readings);
  const rows = (await Promise.all(options.map((option) => signalRows(db, { ...readings, option })))).flat();
  const known = new Map(statements.map((each) => [each.id as string, each]));
  const verified = await texts.of(new Set(rows.map((row) => row.document_id)));
  const signals = signalsFrom(rows, texts, verified, ({ statement_id: id, statement_rule: rule }) => {
    const found = known.get(id);
    return found?.statement.rule === rule ? found : found && { ...found, statement: { ...found.statement, rule } };
  });
  return { signals, statements };
}

type SignalRow = Awaited<ReturnType<typeof signalRows>>[number];

function signalsFrom(
  rows: readonly SignalRow[],
  texts: VerifiedTexts,
  verified: ReadonlyMap<string, string>,
  statementOf: (row: SignalRow, text: string) => StoredStatement | undefined,
): StoredSignal[] {
  return rows.map((row) =>
    texts.within(row.document_id, verified, (text) => {
      const statement = statementOf(row, text);
      if (statement === undefined) throw new Error(`statement ${row.statement_id} is referenced and missing`);
      return signalFromRow(row, { questionId: row.question_id, reader: row.reader }, statement, text);
    }),
  );
}

function signalRows(db: Kysely<Tables>, filter: SignalFilter) {
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
  return selectAsJson(db, query, [
    ...SIGNAL_COLUMNS,
    'document_id',
    'question_id',
    'reader',
    'statement_id',
    'statement_rule',
  ]);
}
