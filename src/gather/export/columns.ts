import names from './columns.json' with { type: 'json' };

/** What an export says of each article. */
export type Field = keyof typeof names.columns;
const FIELDS = Object.keys(names.columns) as Field[];
const PARTIAL = new Set(names.partial);

/** Which of an export's columns holds what; `text` is always there. */
export interface Columns {
  readonly of: Readonly<Partial<Record<Field, string>>>;
  /** Whether the text column holds only a part of each article, as a snippet does. */
  readonly partial: boolean;
}

const fold = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** Finds the columns by their names; null when none of them holds a text. */
export function findColumns(header: readonly string[]): Columns | null {
  const folded = new Map<string, string>();
  for (const name of header) if (!folded.has(fold(name))) folded.set(fold(name), name);
  const of: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) {
    const found = names.columns[field].find((name) => folded.has(name));
    if (found !== undefined) of[field] = folded.get(found) ?? found;
  }
  return of.text === undefined ? null : { of, partial: PARTIAL.has(fold(of.text)) };
}

/** For messages: what a text column may be called. */
export const TEXT_COLUMN_NAMES = names.columns.text.slice(0, 6).join(', ');
