import { parse, type CsvError } from 'csv-parse/sync';
import { decodeText } from '../decode-text.js';
import { articlePart, partialNote } from '../export/article.js';
import { findColumns, TEXT_COLUMN_NAMES, type Columns } from '../export/columns.js';
import type { Part } from '../extracted.js';
import { leftOut } from '../extracted.js';
import { failed } from '../failures.js';

const DELIMITERS = [',', ';', '\t', '|'];
const MOST_COLUMNS = 1_000;

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * The articles of a CSV export (RFC 4180; commas, semicolons, tabs or bars), one a row, by the names in its first row. Rows that are no
 * CSV, or hold no text, are left out with their line.
 * @param name the input as messages call it
 */
export function* csvParts(bytes: Uint8Array, name: string): Generator<Part> {
  const decoded = decodeText(bytes, name);
  if (!decoded.ok) {
    yield { kind: 'failed', failure: decoded.error };
    return;
  }
  const found = headerOf(decoded.value);
  if (found === null) {
    const { error } = failed(
      'input-unreadable',
      `${name} has no column of texts; call the one that holds them by one of these names in the first row: ${TEXT_COLUMN_NAMES}.`,
    );
    yield { kind: 'failed', failure: error };
    return;
  }
  const { delimiter, header, columns } = found;
  const bad: CsvError[] = [];
  const rows = parse(decoded.value, {
    delimiter,
    bom: true,
    from: 2,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: 0,
    on_skip: (error: CsvError | undefined) => void (error === undefined ? 0 : bad.push(error)),
  }) as unknown as readonly Row[];
  if (columns.partial) yield partialNote(name, columns.of.text ?? '');
  const index = new Map(header.map((column, i) => [column, i]));
  for (const { record, info } of rows)
    yield articlePart(
      columns,
      (column) => record[index.get(column) ?? -1],
      'csv',
      `${name}, the row that ends in line ${info.lines}`,
    );
  for (const error of bad)
    yield leftOut(
      `${name}: the row at line ${lineOf(error)} was left out, because its quotation marks are not those of CSV.`,
    );
}

const lineOf = (error: CsvError): string => String((error as unknown as { lines?: number }).lines ?? 'unknown');

/** The first row under the delimiter by which it names a column of texts. */
function headerOf(text: string): { delimiter: string; header: readonly string[]; columns: Columns } | null {
  for (const delimiter of DELIMITERS) {
    let header: readonly string[];
    try {
      [header = []] = parse(text, {
        delimiter,
        bom: true,
        to: 1,
        relax_column_count: true,
        relax_quotes: true,
      }) as unknown as string[][];
    } catch {
      continue;
    }
    const columns = header.length > MOST_COLUMNS ? null : findColumns(header);
    if (columns !== null) return { delimiter, header, columns };
  }
  return null;
}
