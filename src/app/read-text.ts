import type { Failure } from '../domain/failure.js';
import type { DocumentFormat } from '../domain/document.js';
import type { IsoDate } from '../domain/ids.js';
import { err, ok, type Result } from '../domain/result.js';
import { createDocument, documentFromBytes } from '../gather/index.js';
import type { Register } from '../register/index.js';
import { storeDocument } from '../work/store-document.js';

/** A text that somebody pasted, with what they say of it. */
export interface GivenText {
  readonly text: string;
  readonly format?: DocumentFormat;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: IsoDate;
  readonly address?: string;
}

/** What was read in a text. */
export interface ReadText {
  readonly documentId: string;
  /** False when this reader had read the same text for the question before. */
  readonly added: boolean;
  readonly statements: number;
  readonly signals: number;
}

/** Reads one text for a stored question and stores what was found. Fails with `question-unknown`, and as `documentFromBytes` does. */
export async function readText(register: Register, questionId: string, given: GivenText, today: IsoDate): Promise<Result<ReadText, Failure>> {
  const question = await register.question(questionId);
  if (!question) return err({ code: 'question-unknown', category: 'caller', message: `The register has no question "${questionId}"; store it first.` });
  const { text, title, format = 'text', ...said } = given;
  const gathered = documentFromBytes(Buffer.from(text, 'utf8'), { name: 'The text', format, ...said });
  if (!gathered.ok) return gathered;
  const document = title === undefined ? gathered.value : createDocument({ ...sourceOf(gathered.value), title }, format);
  const stored = await storeDocument(register, question, document, today);
  if (!stored.ok) return stored;
  const { added, statements, signals } = stored.value;
  return ok({ documentId: document.id, added, statements, signals });
}

function sourceOf(document: ReturnType<typeof createDocument>) {
  const { text, publisher, published, address } = document;
  return { text, ...(publisher === undefined ? {} : { publisher }), ...(published === undefined ? {} : { published }), ...(address === undefined ? {} : { address }) };
}
