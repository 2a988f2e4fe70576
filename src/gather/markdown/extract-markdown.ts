import MarkdownIt from 'markdown-it';
import type { Failure } from '../../domain/failure.js';
import { ok, type Result } from '../../domain/result.js';
import type { Extracted } from '../extracted.js';
import { linesOf } from '../html/lines-of.js';
import { parsePage } from '../html/parse-page.js';
import { splitFrontMatter } from './front-matter.js';

const renderer = new MarkdownIt('commonmark', { html: true }).enable('table');

/**
 * The words of a Markdown file without its marks: one paragraph, heading or list item on each line. The title is the front matter's, or
 * else the first heading when the text opens with it at level 1; a heading that became or repeats the title is not in the text.
 * @param text text with `\n` line ends
 */
export function extractMarkdown(text: string, name: string): Result<Extracted, Failure> {
  const split = splitFrontMatter(text, name);
  if (!split.ok) return split;
  const { body, ...metadata } = split.value;
  const page = parsePage(`<!doctype html><html><head></head><body>${renderer.render(body)}</body></html>`);
  const opening = page.body.firstElementChild;
  const heading = opening?.nodeName === 'H1' ? (opening.textContent ?? '').replace(/\s+/g, ' ').trim() : undefined;
  const title = metadata.title ?? heading;
  const lines = linesOf(page.body, { furniture: true });
  return ok({
    ...metadata,
    title,
    text: (heading !== undefined && heading === title ? lines.slice(1) : lines).join('\n'),
  });
}
