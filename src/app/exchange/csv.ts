/** A value of a table's cell; null and undefined are empty. */
export type Cell = string | number | boolean | null | undefined;

/** A cell that a spreadsheet would run as a formula is led by an apostrophe. */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/**
 * RFC 4180 CSV with a header.
 * @param rows each holds the columns by name; a missing one is empty
 */
export function toCsvTable<K extends string>(columns: readonly K[], rows: readonly Readonly<Partial<Record<K, Cell>>>[]): string {
  const cell = (value: Cell): string => {
    const text = typeof value === 'string' ? harmless(value) : String(value ?? '');
    return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  return `${[columns.join(','), ...rows.map((row) => columns.map((column) => cell(row[column])).join(','))].join('\r\n')}\r\n`;
}
