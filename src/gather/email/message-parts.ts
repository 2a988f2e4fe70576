import type { Address, Attachment, Email } from 'postal-mime';
import type { Part } from '../extracted.js';
import { leftOut } from '../extracted.js';
import { failed, megabytes, printableName } from '../failures.js';
import { linesOf } from '../html/lines-of.js';
import { parsePage } from '../html/parse-page.js';
import { readableInside } from '../inner-format.js';
import { MAX_BYTES } from '../limits.js';
import { normaliseLine, normaliseText } from '../normalise-text.js';
import { parsePublicationDate } from '../publication-date.js';
import { unwrapLines } from '../plain/unwrap-lines.js';
import { withoutQuotedLines } from './quoted-lines.js';

const DEEPEST_PARTS = 50;
const LARGEST_HEADERS = 1_000_000;

/**
 * The message's own text, then each attachment whose format is read. Title, publisher and day are the subject, the sender's name and the
 * day as the sender wrote it. Quoted lines of earlier messages and other attachments are left out, each said.
 * @param name the input as messages call it
 */
export async function* messageParts(bytes: Uint8Array, name: string): AsyncGenerator<Part> {
  const { default: PostalMime } = await import('postal-mime');
  let email: Email;
  try {
    email = await PostalMime.parse(bytes, {
      maxNestingDepth: DEEPEST_PARTS,
      maxHeadersSize: LARGEST_HEADERS,
      forceRfc822Attachments: true,
    });
  } catch {
    const { error } = failed(
      'input-unreadable',
      `${name} is a broken e-mail message; save it again from the mail program as .eml and read the result.`,
    );
    yield { kind: 'failed', failure: error };
    return;
  }
  if (email.headers.length === 0) {
    const { error } = failed(
      'input-unreadable',
      `${name} is no e-mail message, because it has no headers; save it from the mail program as .eml and read the result.`,
    );
    yield { kind: 'failed', failure: error };
    return;
  }
  const publisher = senderOf(email.from);
  const published = dayOf(email);
  const { text, dropped } = withoutQuotedLines(textOf(email));
  const attachments = email.attachments.filter((attachment) => attachment.related !== true);
  const hasText = /[\p{L}\p{N}]/u.test(text);
  if (hasText || attachments.length === 0)
    yield {
      kind: 'text',
      name,
      format: 'email',
      extracted: { text: unwrapLines(text), title: email.subject, publisher, published },
    };
  if (dropped > 0) yield leftOut(`${dropped} quoted lines of an earlier message in ${name} were left out.`);
  for (const attachment of attachments) yield attachmentPart(attachment, name, { publisher, published });
}

function attachmentPart(
  attachment: Attachment,
  name: string,
  sender: { publisher: string | undefined; published: ReturnType<typeof dayOf> },
): Part {
  const fileName = printableName(normaliseLine(attachment.filename) ?? 'attachment without a name');
  const inner = `${name}: ${fileName}`;
  // SAFETY: attachmentEncoding is `arraybuffer`, its default.
  const bytes = new Uint8Array(attachment.content as ArrayBuffer);
  const format = readableInside(fileName, attachment.mimeType, bytes);
  if (format === null) return leftOut(`${inner} was left out: attachments of this kind are not read.`);
  if (bytes.length > MAX_BYTES[format])
    return leftOut(
      `${inner} was left out: it holds ${megabytes(bytes.length)} and the limit is ${megabytes(MAX_BYTES[format])}.`,
    );
  return {
    kind: 'file',
    file: { bytes, name: inner, fileName, mediaType: attachment.mimeType, address: fileName, ...sender },
  };
}

/** The plain text, or the words of the HTML when there is no plain text. */
function textOf(email: Email): string {
  const plain = normaliseText(email.text ?? '');
  if (/[\p{L}\p{N}]/u.test(plain) || email.html === undefined) return plain;
  return normaliseText(linesOf(parsePage(email.html).body, { furniture: true }).join('\n'));
}

function senderOf(from: Address | undefined): string | undefined {
  if (from === undefined) return undefined;
  const [mailbox] = from.group ?? [from];
  return normaliseLine(mailbox?.name) ?? normaliseLine(mailbox?.address?.split('@').at(-1));
}

/** The day of the Date header as it stands there, not as it was elsewhere at that moment. */
function dayOf(email: Email) {
  const raw = email.headers.find(({ key }) => key === 'date')?.value;
  return (raw === undefined ? null : parsePublicationDate(raw)) ?? undefined;
}
