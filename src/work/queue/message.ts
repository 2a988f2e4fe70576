import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DOCUMENT_FORMATS, type Document } from '../../domain/document.js';
import { parseIsoDate, type IsoDate, type Sha256 } from '../../domain/ids.js';
import type { Question } from '../../domain/question.js';
import { createDocument } from '../../gather/index.js';

const day = z.string().refine((raw) => parseIsoDate(raw) === raw).transform((raw) => raw as IsoDate);
const hash = z.string().regex(/^[0-9a-f]{64}$/).transform((raw) => raw as Sha256);
const jobMessage = z.object({
  version: z.literal(1),
  question: z.string().min(1),
  /** `newest`, or name and version of the reader that is to read. */
  reader: z.string().min(1),
  /** The day for a document without one. */
  today: day,
  seenAt: z.iso.datetime().optional(),
  document: z.object({
    id: hash,
    format: z.enum(DOCUMENT_FORMATS),
    /** Absent where the text lies in the register. */
    text: z.string().optional(),
    title: z.string().optional(),
    publisher: z.string().optional(),
    published: day.optional(),
    address: z.string().optional(),
  }),
});

/** A job as it travels. */
export type JobMessage = z.output<typeof jobMessage>;

/** What a message asks for, with its document where it came along. */
export interface ReceivedJob {
  readonly message: JobMessage;
  readonly document: Document | null;
}

/** The message of a job. @param carriesText whether the text travels, rather than lying in the register */
export function messageOf(document: Document, about: Pick<JobMessage, 'question' | 'reader' | 'today'> & { readonly seenAt?: string | undefined }, carriesText: boolean): JobMessage {
  const { id, format, text, title, publisher, published, address } = document;
  return {
    version: 1,
    question: about.question,
    reader: about.reader,
    today: about.today,
    ...(about.seenAt === undefined ? {} : { seenAt: about.seenAt }),
    document: {
      id,
      format,
      ...(carriesText ? { text } : {}),
      ...(title === undefined ? {} : { title }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(published === undefined ? {} : { published }),
      ...(address === undefined ? {} : { address }),
    },
  };
}

/** The key by which the same job is taken once: the document, when it was seen, the question as it is, and the reader wished for. */
export const jobKey = (document: Sha256, seenAt: string | undefined, question: Question, reader: string): string =>
  createHash('sha256').update(JSON.stringify([document, seenAt ?? null, question, reader])).digest('hex');

/** What a message says, or one clause on why it says nothing that can be done. */
export function readMessage(data: Uint8Array): ReceivedJob | { readonly error: string } {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(data));
  } catch {
    return { error: 'it is no JSON' };
  }
  const parsed = jobMessage.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { error: `it is no job of this version (${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong shape'})` };
  }
  const { id, format, text, title, publisher, published, address } = parsed.data.document;
  if (text === undefined) return { message: parsed.data, document: null };
  const document = createDocument({ text, ...(title === undefined ? {} : { title }), ...(publisher === undefined ? {} : { publisher }), ...(published === undefined ? {} : { published }), ...(address === undefined ? {} : { address }) }, format);
  return document.id === id ? { message: parsed.data, document } : { error: 'its document is not the one it names' };
}
