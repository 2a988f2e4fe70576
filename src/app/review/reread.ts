import type { Failure } from '../../domain/failure.js';
import type { IsoDate } from '../../domain/ids.js';
import { err, ok, type Result } from '../../domain/result.js';
import { READER, readDocument } from '../../read/read-document.js';
import type { Register } from '../../register/index.js';
import { readableQuestion } from '../readable-question.js';

/**
 * Reads every stored document of a question again with this Holdout's reader. Earlier readings stay and are superseded; documents that
 * this reader has read are left alone, so that a stop at any moment is made good by the next run. Gives how many were read.
 */
export async function rereadDocuments(
  register: Register,
  questionId: string,
  today: IsoDate,
): Promise<Result<{ readonly read: number; readonly known: number }, Failure>> {
  const question = await register.question(questionId);
  if (!question)
    return err({
      code: 'question-unknown',
      category: 'caller',
      message: `The register has no question "${questionId}"; read some coverage with --question first.`,
    });
  let [read, known] = [0, 0];
  for (const { id } of await register.documents({ question: questionId })) {
    const document = (await register.hasReading(id, questionId, READER)) ? null : await register.document(id);
    if (document === null) {
      known += 1;
      continue;
    }
    await register.putReading(
      document,
      questionId,
      readDocument(document, readableQuestion(question, document.published ?? today)),
    );
    read += 1;
  }
  return ok({ read, known });
}
