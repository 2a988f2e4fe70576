import { decodeText } from '../decode-text.js';
import { articlePart, partialNote } from '../export/article.js';
import { findColumns, TEXT_COLUMN_NAMES } from '../export/columns.js';
import type { Part } from '../extracted.js';
import { leftOut } from '../extracted.js';

/**
 * The articles of a JSON Lines export, one object a line; names are those of CSV columns, and an object under one (`"source": {"title": …}`)
 * gives its `name` or `title`. Lines that are no such object, or hold no text, are left out with their number.
 * @param name the input as messages call it
 */
export function* jsonlParts(bytes: Uint8Array, name: string): Generator<Part> {
  const decoded = decodeText(bytes, name);
  if (!decoded.ok) {
    yield { kind: 'failed', failure: decoded.error };
    return;
  }
  const read = jsonlReader(name);
  for (const [i, line] of decoded.value.split('\n').entries()) yield* read(line, i + 1);
}

/** Reads a dump line by line; what is said once of the whole dump is said with its first line. */
export function jsonlReader(name: string): (line: string, number: number) => Generator<Part> {
  let saidPartial = false;
  return function* (line, number) {
    if (line.trim() === '') return;
    const place = `${name}, line ${number}`;
    const object = objectOf(line);
    const columns = object === null ? null : findColumns(Object.keys(object));
    if (object === null) yield leftOut(`${place} was left out: it is no JSON object.`);
    else if (columns === null)
      yield leftOut(`${place} was left out: none of its names is that of a text (${TEXT_COLUMN_NAMES}).`);
    else {
      if (columns.partial && !saidPartial) {
        saidPartial = true;
        yield partialNote(name, columns.of.text ?? '');
      }
      yield articlePart(columns, (column) => wordsOf(object[column]), 'jsonl', place);
    }
  };
}

function objectOf(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, title } = value as { name?: unknown; title?: unknown };
  return typeof name === 'string' ? name : typeof title === 'string' ? title : undefined;
}
