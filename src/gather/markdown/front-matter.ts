import { parse } from 'yaml';
import type { Failure } from '../../domain/failure.js';
import { parseIsoDate, type IsoDate } from '../../domain/ids.js';
import { ok, type Result } from '../../domain/result.js';
import { failed } from '../failures.js';
import { normaliseLine } from '../normalise-text.js';

/** Metadata at the head of a Markdown file, and the rest of the file. */
export interface FrontMatter {
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: IsoDate;
  readonly address?: string;
  readonly body: string;
}

const BLOCK = /^---\n([\s\S]*?)\n(?:---|\.\.\.)(?:\n|$)/;

/** Whether the text opens with a YAML block that has at least one `key:` line. */
export const hasFrontMatter = (text: string): boolean => /^[ \t]*[\w-]+[ \t]*:/m.test(BLOCK.exec(text)?.[1] ?? '');

/**
 * Splits off optional YAML front matter with `title`, `publisher`, `published` (or `date`) and `address` (or `url`); other keys are
 * ignored. Front matter that is not YAML or gives an impossible date fails with a sentence that names `name`.
 * @param text text with `\n` line ends
 */
export function splitFrontMatter(text: string, name: string): Result<FrontMatter, Failure> {
  const block = BLOCK.exec(text);
  if (!block || !hasFrontMatter(text)) return ok({ body: text });
  let parsed: unknown;
  try {
    parsed = parse(block[1] ?? '', { maxAliasCount: 10, logLevel: 'error' });
  } catch (cause) {
    const detail = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '';
    return failed(
      'input-unreadable',
      `The front matter of ${name} is not YAML (${detail.replace(/[.:]$/, '')}); correct the block between the two --- lines.`,
    );
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return ok({ body: text });
  const fields = parsed as Readonly<Record<string, unknown>>;
  const title = scalar(fields.title);
  const publisher = scalar(fields.publisher);
  const address = scalar(fields.address ?? fields.url);
  const day = scalar(fields.published ?? fields.date);
  const published = day === undefined ? null : parseIsoDate(day);
  if (day !== undefined && published === null) {
    return failed(
      'date-malformed',
      `The front matter of ${name} says it was published "${day}", which is not a date; write it as YYYY-MM-DD.`,
    );
  }
  return ok({
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === null ? {} : { published }),
    ...(address === undefined ? {} : { address }),
    body: text.slice(block[0].length),
  });
}

const scalar = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? normaliseLine(String(value)) : undefined;
