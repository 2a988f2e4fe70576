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

/** The address as the page asks for it: parameters in one order. */
const apiPath = (path: string, query: Readonly<Record<string, string>> = {}): string => {
  const text = new URLSearchParams(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1))).toString();
  return text ? `/api${path}?${text}` : `/api${path}`;
};

/** All that the page asks the API of one question, by address: counts of each option and day, members, documents, reasons, the timeline. */
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
  const base = `/questions/${encodeURIComponent(question)}`;
  const list = apiPath('/questions', { limit: '1000' });
  out[list] = (await ask<{ id: string }[]>(list)).filter(({ id }) => id === question);
  await ask(apiPath('/knowledge'));
  const first = await ask<CountReport>(apiPath(`${base}/count`));
  for (const option of ['', ...first.options.map((o) => o.id)]) {
    const of: Record<string, string> = option ? { option } : {};
    const count = await ask<CountReport>(apiPath(`${base}/count`, of));
    const timeline = await ask<Timeline>(apiPath(`${base}/timeline`, of));
    await ask(apiPath(`${base}/reasons`, of));
    for (const { at } of timeline.valid.slice(-DAYS_AT_MOST)) await ask(apiPath(`${base}/count`, { ...of, asOf: at }));
    for (const { at } of timeline.recorded) await ask(apiPath(`${base}/count`, { ...of, knownAt: at }));
    for (const { member } of count.members) await ask<WhyReport>(apiPath(`${base}/members/${member}`, of));
  }
  for (const { member } of first.members) await ask(apiPath(`/members/${member}`));
  for (const { id } of await ask<{ id: string }[]>(apiPath(`${base}/documents`, { limit: '1000' }))) await ask(apiPath(`/documents/${id}`, { question }));
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
