import type { Document } from '../domain/document.js';
import type { Failure } from '../domain/failure.js';
import type { IsoDate } from '../domain/ids.js';
import type { Question } from '../domain/question.js';
import type { Reader } from '../read/reader.js';

/** A document to be read. Doing a job twice, or by two workers at once, has the effect of doing it once. */
export interface Job {
  readonly document: Document;
  /** When it stood at its web address, as an ISO instant; absent for what was found at none. */
  readonly seenAt?: string | undefined;
}

/** What jobs are done for and by whom. */
export interface Assignment {
  readonly question: Question;
  readonly reader: Reader;
  /** The day for a document without one. */
  readonly today: IsoDate;
}

/** Whether a failure to read is of one text alone, so that the next may be tried. */
export const isOfOneText = ({ code }: Failure): boolean => code === 'model-failed' || code === 'reader-failed' || code === 'document-erased';
