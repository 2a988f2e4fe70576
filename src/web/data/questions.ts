import { apiPath } from './client.js';
import { useAnswer, type Answer } from './use-answer.js';

/** A question in the API's list. */
export interface QuestionItem {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly options: readonly { readonly id: string; readonly proposal: string }[];
}

/** The register's questions. */
export const useQuestions = (): Answer<readonly QuestionItem[]> => useAnswer(apiPath('/questions', { limit: '1000' }));
