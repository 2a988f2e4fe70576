import { DOMParser } from 'linkedom';
import type { Failure } from '../../domain/failure.js';
import type { IsoDate } from '../../domain/ids.js';
import { ok, type Result } from '../../domain/result.js';
import { datelineOf } from '../dateline.js';
import { failed, megabytes } from '../failures.js';
import type { ExtractedWithNotes } from '../guarded/task.js';
import { linesOf } from '../html/lines-of.js';
import { parsePage } from '../html/parse-page.js';
import { MAX_DOCX_UNPACKED_BYTES } from '../limits.js';
import { normaliseLine } from '../normalise-text.js';
import { parsePublicationDate } from '../publication-date.js';
import { openZip, readEntry } from '../zip/open-zip.js';

const PROPERTIES = 'docProps/core.xml';

/**
 * The text of a Word document: one paragraph, heading, list item or table row a line, notes at the end. The title is the document's
 * property, or else its first heading; the day is that of a line that gives one at the head, or else of the document's making. Runs in a
 * worker. Unpacks it first with every entry counted, because mammoth would unpack whatever is there.
 */
export async function extractDocx(bytes: Uint8Array, name: string): Promise<Result<ExtractedWithNotes, Failure>> {
  let properties: Result<Buffer | null, Failure>;
  try {
    properties = await unpackedProperties(bytes, name);
  } catch {
    return broken(name);
  }
  if (!properties.ok) return properties;
  const { default: mammoth } = await import('mammoth');
  let html: string;
  let pictures = 0;
  try {
    const picture = mammoth.images.imgElement(() => {
      pictures += 1;
      return Promise.resolve({ src: '' });
    });
    html = (
      await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: picture, externalFileAccess: false })
    ).value;
  } catch {
    return broken(name);
  }
  const page = parsePage(`<!doctype html><html><head></head><body>${html}</body></html>`);
  // A cell is a part of its row's line, whatever paragraphs it holds.
  for (const cell of page.querySelectorAll('td, th'))
    cell.textContent = [...cell.querySelectorAll('p, li')].map((paragraph) => paragraph.textContent).join(' ');
  const heading = page.querySelector('h1')?.textContent;
  const lines = linesOf(page.body, { furniture: true });
  const own = properties.value === null ? null : coreProperties(properties.value.toString('utf8'));
  return ok({
    text: lines.join('\n'),
    title: own?.title ?? normaliseLine(heading),
    published: datelineOf(lines) ?? own?.created,
    notes:
      pictures === 0
        ? []
        : [
            `${pictures === 1 ? 'A picture' : `${pictures} pictures`} of ${name} ${pictures === 1 ? 'was' : 'were'} left out.`,
          ],
  });
}

const broken = (name: string): Result<never, Failure> =>
  failed(
    'input-unreadable',
    `${name} is a broken or locked Word document; open it, save it again as .docx and read the result.`,
  );

/** Unpacks every entry that mammoth might, and gives the document's properties; fails when all of it is too much. */
async function unpackedProperties(bytes: Uint8Array, name: string): Promise<Result<Buffer | null, Failure>> {
  const zip = await openZip(bytes);
  let total = 0;
  let properties: Buffer | null = null;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.startsWith('word/media/')) continue;
    const content = await readEntry(zip, entry, MAX_DOCX_UNPACKED_BYTES - total);
    if (content === null)
      return failed(
        'input-too-large',
        `${name} unpacks to more than ${megabytes(MAX_DOCX_UNPACKED_BYTES)}, so it was left; save its text and read that.`,
      );
    total += content.length;
    if (entry.fileName === PROPERTIES) properties = content;
  }
  return ok(properties);
}

function coreProperties(xml: string): {
  title: string | undefined;
  created: IsoDate | undefined;
} {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const textOf = (tag: string): string | undefined => normaliseLine(document.getElementsByTagName(tag)[0]?.textContent);
  return { title: textOf('dc:title'), created: parsePublicationDate(textOf('dcterms:created') ?? '') ?? undefined };
}
