import type { CountReport, DocumentReport, WhyReport } from '../domain/report.js';

/** What the page can ask the server; every answer is the API's own. */
export interface QuestionItem {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly options: readonly { readonly id: string; readonly proposal: string }[];
}

/** State of the view that the address carries, so that a link brings it back. */
export interface ViewState {
  readonly question: string;
  readonly option: string;
  readonly asOf: string;
  /** `HUN=support,…`. */
  readonly assume: string;
  readonly member: string;
  readonly document: string;
  /** Start of the span to scroll to in the document, or empty. */
  readonly at: string;
}

export const EMPTY_VIEW: ViewState = { question: '', option: '', asOf: '', assume: '', member: '', document: '', at: '' };

/** Reads the view from the part of the address after `#`. */
export function viewOf(hash: string): ViewState {
  const p = new URLSearchParams(hash.replace(/^#/, ''));
  const get = (name: keyof ViewState): string => p.get(name) ?? '';
  return { question: get('question'), option: get('option'), asOf: get('asOf'), assume: get('assume'), member: get('member'), document: get('document'), at: get('at') };
}

/** The address part for a view; empty fields are left out. */
export function hashOf(view: ViewState): string {
  const p = new URLSearchParams();
  for (const [name, value] of Object.entries(view) as [keyof ViewState, string][]) if (value) p.set(name, value);
  return `#${p.toString()}`;
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(path, { headers: { Accept: 'application/json' } });
  if (response.ok) return (await response.json()) as T;
  let message = `The server answered ${String(response.status)}.`;
  try {
    message = ((await response.json()) as { detail?: string }).detail ?? message;
  } catch {
    // The body was no problem document; the status says it.
  }
  throw new Error(message);
}

const query = (view: ViewState): string => {
  const p = new URLSearchParams();
  for (const name of ['option', 'asOf', 'assume'] as const) if (view[name]) p.set(name, view[name]);
  const s = p.toString();
  return s ? `?${s}` : '';
};

export const fetchQuestions = (): Promise<QuestionItem[]> => get('/api/questions');
export const fetchCount = (view: ViewState): Promise<CountReport> => get(`/api/questions/${encodeURIComponent(view.question)}/count${query(view)}`);
export const fetchWhy = (view: ViewState): Promise<WhyReport> => get(`/api/questions/${encodeURIComponent(view.question)}/members/${view.member}${query({ ...view, assume: '' })}`);
export const fetchDocument = (view: ViewState): Promise<DocumentReport> => get(`/api/documents/${view.document}?question=${encodeURIComponent(view.question)}`);
