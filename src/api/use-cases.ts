import type { Failure } from '../domain/failure.js';
import type { CountReport, DocumentReport, WhyReport } from '../domain/report.js';
import type { Result } from '../domain/result.js';

/** What a count over HTTP may be asked for; all as the address gives it. */
export interface CountQuery {
  readonly asOf?: string;
  /** An instant (ISO 8601), or a day. */
  readonly knownAt?: string;
  readonly option?: string;
  readonly rule?: string;
  /** `HUN=support,SVK=support`. */
  readonly assume?: string;
  /** What it costs to move a member, `HUN=3,SVK=1.5`; the others cost 1. */
  readonly cost?: string;
  /** Members that may not vote, `RUS,CHN`. */
  readonly exclude?: string;
}

/** What the API needs from the app layer; a test gives its own. */
export interface UseCases {
  readonly questions: () => Promise<readonly { readonly id: string; readonly title: string; readonly body: string; readonly options: readonly { readonly id: string; readonly proposal: string }[] }[]>;
  readonly count: (questionId: string, query: CountQuery) => Promise<Result<CountReport, Failure>>;
  readonly why: (questionId: string, member: string, query: CountQuery) => Promise<Result<WhyReport, Failure>>;
  readonly documents: (questionId: string) => Promise<readonly { readonly id: string; readonly title: string; readonly publisher: string; readonly published: string | null }[]>;
  readonly document: (documentId: string, questionId: string | undefined) => Promise<Result<DocumentReport, Failure>>;
}
