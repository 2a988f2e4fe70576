import { createClient, type Schemas } from '../client/create-client.js';

export type CountReport = Schemas['Count'];
export type WhyReport = Schemas['Why'];
export type DocumentReport = Schemas['Document'];
export type EvidenceReport = Schemas['Evidence'];
export type QuestionItem = Schemas['QuestionItem'];

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

/** The page's own server. */
const server = createClient('');

/** The answer, or an error with the server's sentence. */
async function answer<T>(asked: Promise<{ readonly data?: T; readonly error?: unknown; readonly response: Response }>): Promise<T> {
  const { data, error, response } = await asked;
  if (data !== undefined) return data;
  const detail = typeof error === 'object' && error !== null && 'detail' in error ? String(error.detail) : '';
  throw new Error(detail || `The server answered ${String(response.status)}.`);
}

const countQuery = (view: ViewState): Partial<Record<'option' | 'asOf' | 'assume', string>> =>
  Object.fromEntries((['option', 'asOf', 'assume'] as const).flatMap((name) => (view[name] ? [[name, view[name]]] : [])));

export const fetchQuestions = (): Promise<readonly QuestionItem[]> => answer(server.GET('/api/questions'));
export const fetchCount = (view: ViewState): Promise<CountReport> =>
  answer(server.GET('/api/questions/{id}/count', { params: { path: { id: view.question }, query: countQuery(view) } }));
export const fetchWhy = (view: ViewState): Promise<WhyReport> =>
  answer(
    server.GET('/api/questions/{id}/members/{member}', {
      params: { path: { id: view.question, member: view.member }, query: countQuery({ ...view, assume: '' }) },
    }),
  );
export const fetchDocument = (view: ViewState): Promise<DocumentReport> =>
  answer(server.GET('/api/documents/{id}', { params: { path: { id: view.document }, query: { question: view.question } } }));
