import { parse as parseCsvRows } from 'csv-parse/sync';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Failure } from '../../domain/failure.js';
import { err, ok, type Result } from '../../domain/result.js';
import { plainValue } from '../../domain/plain-value.js';

/** A file that a user hands to a model: its text, and its name for messages and to tell its format. */
export interface InputFile {
  readonly name: string;
  readonly text: string;
}

export const malformed = (message: string): Result<never, Failure> => err({ code: 'input-malformed', category: 'caller', message });

/** A value from JSON or YAML; fails with one sentence that names the file and the line. */
export function parseYaml(file: InputFile): Result<unknown, Failure> {
  const document = parseDocument(file.text, { prettyErrors: true, logLevel: 'error' });
  const wrong = document.errors[0];
  if (wrong) return malformed(`${file.name} is neither YAML nor JSON: ${wrong.message.split('\n')[0]?.replace(/:$/, '') ?? ''}; correct that line.`);
  const value = plainValue(document);
  return value.ok ? value : malformed(`${file.name} cannot be used: ${value.error}; write the values out.`);
}

/** Rows of a CSV file (comma, semicolon or tab) by lower-case heading; fails with one sentence that names the file and the line. */
export function parseCsv(file: InputFile): Result<readonly Readonly<Record<string, string>>[], Failure> {
  const head = file.text.split('\n', 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, d) => (head.split(d).length > head.split(best).length ? d : best), ',');
  try {
    return ok(parseCsvRows(file.text, { bom: true, columns: (names: string[]) => names.map((n) => n.trim().toLowerCase()), delimiter, trim: true, skip_empty_lines: true }));
  } catch (error) {
    return malformed(`${file.name} is no CSV: ${error instanceof Error ? error.message : 'unreadable'}; correct that line.`);
  }
}

/** A value of a user's file against its shape; the message names the place and what is expected there. */
export function shaped<T>(schema: z.ZodType<T>, value: unknown, where: string, remedy: string): Result<T, Failure> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const place = (issue?.path ?? []).map((p) => (typeof p === 'number' ? `entry ${String(p + 1)}` : String(p))).join(', ');
  return malformed(`${where} cannot be used: ${place ? `${place}: ` : ''}${issue?.message ?? 'wrong shape'}; ${remedy}.`);
}
