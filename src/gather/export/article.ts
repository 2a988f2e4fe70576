import { extractHtml } from '../html/extract-html.js';
import type { Part } from '../extracted.js';
import { leftOut } from '../extracted.js';
import { megabytes } from '../failures.js';
import { MAX_INPUT_BYTES } from '../limits.js';
import { normaliseText } from '../normalise-text.js';
import { parsePublicationDate } from '../publication-date.js';
import type { Columns, Field } from './columns.js';

/**
 * One article of an export; a row without words is left out with its place.
 * @param value the words in a column, undefined where there are none
 * @param place as messages call it: `export.csv, row 12`
 */
export function articlePart(
  columns: Columns,
  value: (column: string) => string | undefined,
  format: 'csv' | 'jsonl',
  place: string,
): Part {
  const of = (field: Field): string | undefined => {
    const column = columns.of[field];
    return column === undefined ? undefined : value(column)?.trim();
  };
  const raw = of('text') ?? '';
  if (raw.length > MAX_INPUT_BYTES)
    return leftOut(`${place} was left out: its text holds more than ${megabytes(MAX_INPUT_BYTES)}.`);
  const text = /<(?:p|br|div|span)\b[^<>]*>/i.test(raw) ? extractHtml(raw).text : normaliseText(raw);
  if (!/[\p{L}\p{N}]/u.test(text)) return leftOut(`${place} was left out: it has no text.`);
  return {
    kind: 'text',
    name: place,
    format,
    extracted: {
      text,
      title: of('title'),
      publisher: of('publisher'),
      published: parsePublicationDate(of('published') ?? '') ?? undefined,
      address: webAddress(of('address')),
    },
  };
}

const webAddress = (raw: string | undefined): string | undefined =>
  /^https?:\/\/\S+$/.test(raw ?? '') ? raw : undefined;

/** The sentence for an export whose text column holds parts of articles. */
export const partialNote = (name: string, column: string): Part =>
  leftOut(`${name} gives only a part of each article (column "${column}"), so what the rest says is not read.`);
