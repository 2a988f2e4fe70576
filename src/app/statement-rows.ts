import type { Failure } from '../domain/failure.js';
import { err, ok, type Result } from '../domain/result.js';
import { parseState } from '../knowledge/state-phrases.js';
import type { Register } from '../register/index.js';
import { toCsvTable } from './exchange/csv.js';
import { sideOf } from './stream.js';

/** One stored statement as a flat row. */
export interface StatementRow {
  readonly id: string;
  readonly document: string;
  readonly publisher: string;
  readonly published: string;
  readonly recorded: string;
  readonly speaker: string;
  readonly speaksFor: string;
  readonly attribution: string;
  readonly directness: string;
  readonly about: string;
  readonly origin: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}

/** Stored statements of a question or about a member, in the order of recording. Fails with `member-unknown`, `question-unknown`. */
export async function statementRows(register: Register, filter: { readonly question?: string; readonly member?: string }): Promise<Result<StatementRow[], Failure>> {
  const member = filter.member === undefined ? undefined : parseState(filter.member);
  if (member === null) return err({ code: 'member-unknown', category: 'caller', message: `"${filter.member ?? ''}" is no state that Holdout knows; give an ISO 3166 alpha-3 code such as HUN.` });
  if (filter.question !== undefined && !(await register.question(filter.question))) {
    return err({ code: 'question-unknown', category: 'caller', message: `The register has no question "${filter.question}".` });
  }
  const documents = new Map((await register.documents()).map((d) => [d.id, d]));
  const stored = await register.statements({ ...(filter.question ? { question: filter.question } : {}), ...(member ? { member } : {}) });
  return ok(
    stored.map(({ id, documentId, quote, recordedAt, statement: s }) => ({
      id,
      document: documentId,
      publisher: documents.get(documentId)?.publisher ?? '',
      published: documents.get(documentId)?.published ?? '',
      recorded: recordedAt,
      speaker: s.speaker,
      speaksFor: sideOf(s),
      attribution: s.attribution,
      directness: s.directness,
      about: s.about.join(' '),
      origin: s.origin?.name ?? '',
      quote,
      start: s.content[0].start,
      end: (s.content[s.content.length - 1] ?? s.content[0]).end,
      rule: s.rule,
    })),
  );
}

const COLUMNS: readonly (keyof StatementRow)[] = ['id', 'document', 'publisher', 'published', 'recorded', 'speaker', 'speaksFor', 'attribution', 'directness', 'about', 'origin', 'quote', 'start', 'end', 'rule'];

/** Statements as RFC 4180 CSV with a header. */
export const toCsv = (rows: readonly StatementRow[]): string => toCsvTable(COLUMNS, rows);
