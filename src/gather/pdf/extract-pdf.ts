import type { getDocumentProxy } from 'unpdf';
import type { Failure } from '../../domain/failure.js';
import { ok, type Result } from '../../domain/result.js';
import { datelineOf } from '../dateline.js';
import { failed } from '../failures.js';
import type { ExtractedWithNotes } from '../guarded/task.js';
import { MAX_PDF_PAGES } from '../limits.js';
import { normaliseLine } from '../normalise-text.js';
import { parsePublicationDate } from '../publication-date.js';
import { pageLines, type PrintedLine, type TextItem } from './page-lines.js';
import { paragraphsOf } from './paragraphs.js';
import { withoutRunningLines } from './running-lines.js';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * The text of a PDF in paragraphs, without running heads and feet. The title is the file's own, or else its largest line on the first page;
 * the day is that of a line that gives one at the head, or else of the file's making. Runs in a worker: a hostile file may take any time
 * and memory.
 * @param name the input as messages call it
 */
export async function extractPdf(bytes: Uint8Array, name: string): Promise<Result<ExtractedWithNotes, Failure>> {
  const unpdf = await import('unpdf');
  let pdf: Pdf;
  try {
    pdf = await unpdf.getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false, useSystemFonts: false });
  } catch (cause) {
    return notOpened(cause, name);
  }
  try {
    return await textOf(pdf, name);
  } catch {
    return failed('input-unreadable', `${name} is a broken PDF; open it, save it again and read the result.`);
  } finally {
    await pdf.destroy();
  }
}

function notOpened(cause: unknown, name: string): Result<never, Failure> {
  if (cause instanceof Error && cause.name === 'PasswordException')
    return failed(
      'input-unreadable',
      `${name} is locked with a password; unlock it (for example with qpdf --decrypt) and read the result.`,
    );
  return failed('input-unreadable', `${name} is a broken PDF; open it, save it again and read the result.`);
}

async function textOf(pdf: Pdf, name: string): Promise<Result<ExtractedWithNotes, Failure>> {
  if (pdf.numPages > MAX_PDF_PAGES)
    return failed(
      'input-too-large',
      `${name} has ${pdf.numPages} pages and the limit is ${MAX_PDF_PAGES}; split it and read the parts.`,
    );
  const pages: PrintedLine[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(pageLines(items.flatMap((item): TextItem[] => ('str' in item ? [item as TextItem] : []))));
    page.cleanup();
  }
  const silent = pages.filter((lines) => lines.length === 0).length;
  if (silent === pages.length)
    return failed(
      'input-empty',
      `${name} holds pictures of pages and no text; recognise its text (for example with ocrmypdf) and read the result.`,
    );
  const { pages: kept, dropped } = withoutRunningLines(pages);
  const paragraphs = paragraphsOf(kept);
  const { info, metadata } = await pdf.getMetadata();
  const facts = info as Readonly<Record<string, unknown>>;
  return ok({
    text: paragraphs.join('\n'),
    title: ownTitle(facts['Title']) ?? largestLine(pages[0] ?? []),
    publisher: ownText(metadata?.get('dc:publisher') as unknown),
    published: datelineOf(paragraphs) ?? dayOf(facts['CreationDate']),
    notes: [
      ...(silent === 0
        ? []
        : [`${silent} of the ${pages.length} pages of ${name} hold no text, only pictures, and were left out.`]),
      ...(dropped === 0 ? [] : [`${dropped} running heads and feet of ${name} were left out.`]),
    ],
  });
}

/** `D:20241018093000+02'00'` as a day. */
const dayOf = (raw: unknown) =>
  (typeof raw === 'string' ? parsePublicationDate(/^(?:D:)?(\d{8})/.exec(raw)?.[1] ?? '') : null) ?? undefined;

const ownText = (raw: unknown): string | undefined => {
  const [first]: unknown[] = Array.isArray(raw) ? raw : [raw];
  return typeof first === 'string' ? normaliseLine(first) : undefined;
};

/** A title somebody gave; writing programs put file names and "untitled" there. */
function ownTitle(raw: unknown): string | undefined {
  const title = ownText(raw);
  return title === undefined || /^untitled|^microsoft word|\.\w{2,5}$|^\S+$/i.test(title) ? undefined : title;
}

/** The lines set largest on the page, when they are larger than the rest and together no longer than a headline. */
function largestLine(lines: readonly PrintedLine[]): string | undefined {
  const size = Math.max(...lines.map((line) => line.size));
  const largest = lines.filter((line) => line.size > size * 0.98);
  if (largest.length > 3 || largest.length === lines.length) return undefined;
  return normaliseLine(largest.map((line) => line.text).join(' '));
}
