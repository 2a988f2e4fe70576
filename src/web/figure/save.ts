/** Hands a file to the user. */
export function save(name: string, content: Blob | string, type = 'text/plain;charset=utf-8'): void {
  const address = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}

/** A cell of CSV (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in front. */
const cell = (value: string | number): string => {
  const raw = String(value);
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(raw) ? `'${raw}` : raw;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

export type Table = readonly (readonly (string | number)[])[];

export const toCsv = (rows: Table): string => `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
