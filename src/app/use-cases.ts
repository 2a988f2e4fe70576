import type { Failure } from '../domain/failure.js';
import { parseIsoDate, type IsoDate } from '../domain/ids.js';
import type { CountReport, DocumentReport, WhyReport } from '../domain/report.js';
import { err, ok, type Result } from '../domain/result.js';
import type { Register } from '../register/index.js';
import { parseList, parseNumberPairs, parsePairs } from './pairs.js';
import { reportCount, reportDocument, reportWhy, type CountRequest } from './reports.js';

/** Parameters as an address or a command line gives them. */
export interface RawRequest {
  readonly asOf?: string;
  /** An instant (ISO 8601) or a day, which means its end in UTC. */
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

/** An instant with its zone, or the last millisecond of a day in UTC; null for anything else. */
export function parseInstant(raw: string): Date | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(raw) ? parseIsoDate(raw) : null;
  if (day) return new Date(Date.parse(`${day}T23:59:59.999Z`));
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(raw) || !parseIsoDate(raw.slice(0, 10))) return null;
  const instant = new Date(raw);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** Checks raw parameters; fails with one sentence. */
export function parseRequest(raw: RawRequest): Result<CountRequest, Failure> {
  let asOf: IsoDate | null = null;
  if (raw.asOf !== undefined) {
    asOf = parseIsoDate(raw.asOf);
    if (!asOf) return err({ code: 'date-malformed', category: 'caller', message: `"${raw.asOf}" is no day; write it as YYYY-MM-DD.` });
  }
  const knownAt = raw.knownAt === undefined ? null : parseInstant(raw.knownAt);
  if (raw.knownAt !== undefined && !knownAt) return err({ code: 'date-malformed', category: 'caller', message: `"${raw.knownAt}" is no instant; write it as YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.` });
  const assume = parsePairs(raw.assume, 'Suppositions', 'HUN=support');
  if (!assume.ok) return assume;
  const costs = parseNumberPairs(raw.cost, 'Costs', 'HUN=3', 0, 1e6);
  if (!costs.ok) return costs;
  return ok({
    ...(asOf ? { asOf } : {}),
    ...(knownAt ? { knownAt } : {}),
    ...(raw.option ? { option: raw.option } : {}),
    ...(raw.rule ? { rule: raw.rule } : {}),
    assume: assume.value,
    costs: costs.value,
    excluded: parseList(raw.exclude),
  });
}

/** Everything a shell may ask of a register. */
export interface RegisterUseCases {
  readonly questions: () => Promise<{ id: string; title: string; body: string; options: { id: string; proposal: string }[] }[]>;
  readonly count: (questionId: string, raw: RawRequest) => Promise<Result<CountReport, Failure>>;
  readonly why: (questionId: string, member: string, raw: RawRequest) => Promise<Result<WhyReport, Failure>>;
  readonly documents: (questionId: string) => Promise<{ id: string; title: string; publisher: string; published: string | null }[]>;
  readonly document: (documentId: string, questionId: string | undefined) => Promise<Result<DocumentReport, Failure>>;
}

/** @param clock the day today, read at each request */
export function registerUseCases(register: Register, clock: () => IsoDate): RegisterUseCases {
  return {
    questions: async () => (await register.questions()).map((q) => ({ id: q.id, title: q.title, body: q.body, options: q.options.map((o) => ({ id: o.id, proposal: o.proposal })) })),
    count: async (id, raw) => {
      const request = parseRequest(raw);
      return request.ok ? reportCount(register, id, request.value, clock()) : request;
    },
    why: async (id, member, raw) => {
      const request = parseRequest(raw);
      return request.ok ? reportWhy(register, id, member, request.value, clock()) : request;
    },
    documents: async (id) => (await register.documents({ question: id })).map((d) => ({ id: d.id, title: d.title ?? '', publisher: d.publisher ?? '', published: d.published ?? null })),
    document: (id, question) => reportDocument(register, id, question),
  };
}
