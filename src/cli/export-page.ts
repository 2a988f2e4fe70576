import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createApi } from '../api/create-api.js';
import type { Register } from '../app/open.js';
import { HoldoutError } from '../domain/failure.js';
import type { CountReport, WhyReport } from '../domain/report.js';
import type { Timeline } from '../domain/timeline.js';
import { builtFolder } from './page-files.js';
import { today } from './today.js';

/** Days that the slider of an exported page can go to at most. */
const DAYS_AT_MOST = 60;
/** Outlets that can be compared in it at most, those with the most documents. */
const OUTLETS_AT_MOST = 12;
/** Bargaining models besides the one that is shown first. */
const OTHER_MODELS = ['median', 'mean', 'nash', 'ktab'];
/** Saved what-ifs that go along at most, and kinds of condition that can be supposed met, one at a time. */
const SUPPOSED_AT_MOST = 12;

/** The address as the page asks for it: parameters in one order. */
const apiPath = (path: string, query: Readonly<Record<string, string>> = {}): string => {
  const text = new URLSearchParams(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1))).toString();
  return text ? `/api${path}?${text}` : `/api${path}`;
};

/** All that the page asks the API of one question, by address: counts of each option and day, what would break its deadlock, members, documents, reasons, the timeline. */
async function snapshotOf(register: Register, question: string): Promise<Record<string, unknown>> {
  const api = createApi({ register, today });
  const out: Record<string, unknown> = {};
  const ask = async <T>(path: string): Promise<T> => {
    const response = await api.request(path);
    const answer: unknown = await response.json();
    if (!response.ok) throw new HoldoutError('register-corrupt', (answer as { detail?: string }).detail ?? `The API does not answer ${path}.`, { category: 'ours' });
    out[path] = answer;
    return answer as T;
  };
  /** What the API may refuse, such as bargaining among members that are all silent: the page then says that it does not carry it. */
  const askIfAny = async (path: string): Promise<void> => {
    const response = await api.request(path);
    if (response.ok) out[path] = await response.json();
  };
  const base = `/questions/${encodeURIComponent(question)}`;
  const list = apiPath('/questions', { limit: '1000' });
  out[list] = (await ask<{ id: string }[]>(list)).filter(({ id }) => id === question);
  await ask(apiPath('/knowledge'));
  const first = await ask<CountReport>(apiPath(`${base}/count`));
  for (const shared of ['whatifs', 'options', 'forecasts']) await ask(apiPath(`${base}/${shared}`));
  const saved = out[apiPath(`${base}/whatifs`)] as readonly { readonly supposes: Readonly<Record<string, string>> }[];
  const askForDeadlock = async (of: Readonly<Record<string, string>>): Promise<void> => {
    const { conditions } = await ask<{ conditions: readonly { kind: string }[] }>(apiPath(`${base}/whatif`, of));
    const supposed = [...conditions.map(({ kind }) => ({ met: kind })), ...saved.map(({ supposes }) => supposes)].slice(0, SUPPOSED_AT_MOST);
    for (const supposes of supposed) for (const what of ['count', 'whatif', 'plan', 'tradeoffs', 'bargain']) await askIfAny(apiPath(`${base}/${what}`, { ...of, ...supposes }));
    for (const what of ['plan', 'tradeoffs', 'bargain', 'influence', 'power', 'backtest']) await askIfAny(apiPath(`${base}/${what}`, of));
    await askIfAny(apiPath(`${base}/plan`, { ...of, goal: 'certain' }));
    for (const model of OTHER_MODELS) await askIfAny(apiPath(`${base}/bargain`, { ...of, model }));
  };
  for (const option of ['', ...first.options.map((o) => o.id)]) {
    const of: Record<string, string> = option ? { option } : {};
    const count = await ask<CountReport>(apiPath(`${base}/count`, of));
    const timeline = await ask<Timeline>(apiPath(`${base}/timeline`, of));
    await ask(apiPath(`${base}/reasons`, of));
    for (const { at } of timeline.valid.slice(-DAYS_AT_MOST)) await ask(apiPath(`${base}/count`, { ...of, asOf: at }));
    for (const { at } of timeline.recorded) await ask(apiPath(`${base}/count`, { ...of, knownAt: at }));
    for (const { member } of count.members) await ask<WhyReport>(apiPath(`${base}/members/${member}`, of));
    await askForDeadlock(of);
  }
  for (const { member } of first.members) await ask(apiPath(`/members/${member}`));
  const documents = await ask<{ id: string; publisher: string }[]>(apiPath(`${base}/documents`, { limit: '1000' }));
  for (const { id } of documents) await ask(apiPath(`/documents/${id}`, { question }));
  const outlets = new Map<string, number>();
  for (const { publisher } of documents) if (publisher !== '') outlets.set(publisher, (outlets.get(publisher) ?? 0) + 1);
  for (const [publisher] of [...outlets].sort(([, a], [, b]) => b - a).slice(0, OUTLETS_AT_MOST)) await ask(apiPath(`${base}/count`, { publisher }));
  return out;
}

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * One HTML file with a whole question in it, which opens from a disk without a server. Its policy allows its own script and style and no
 * request at all. Fails with `input-unreadable` when the page is not built.
 */
export async function exportPage(register: Register, question: string): Promise<string> {
  const folder = builtFolder('web-export', 'page.js');
  if (folder === null) throw new HoldoutError('input-unreadable', 'The page is not built, so it cannot be exported; run npm run build.', { category: 'ours' });
  const [script, style] = await Promise.all(['page.js', 'page.css'].map((file) => readFile(`${folder}/${file}`, 'utf8')));
  const safeScript = (script ?? '').replace(/<\/script/gi, '<\\/script').replace(/<!--/g, '<\\!--');
  const data = JSON.stringify(await snapshotOf(register, question)).replace(/</g, '\\u003c').replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029');
  const policy = `default-src 'none'; script-src ${sha256(safeScript)}; style-src ${sha256(style ?? '')}; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    '<title>Holdout</title>',
    `<style>${style ?? ''}</style>`,
    '</head>',
    '<body>',
    '<div id="app"></div>',
    `<script type="application/json" id="holdout-snapshot">${data}</script>`,
    `<script type="module">${safeScript}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
