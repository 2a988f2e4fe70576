import { readFile } from 'node:fs/promises';
import { powerOf, powerSentence, type PowerReport } from '../app/power-report.js';
import { HoldoutError } from '../domain/failure.js';

/** `holdout power --game FILE [--json]`: loaded without the register. */
export async function gamePowerCommand(options: { readonly game: string; readonly json?: boolean }): Promise<number> {
  const report = powerOf(await readJson(options.game), options.game);
  if (!report.ok) throw new HoldoutError(report.error.code, report.error.message);
  if (options.json) process.stdout.write(`${JSON.stringify(report.value, null, 2)}\n`);
  else for (const r of 'cases' in report.value ? report.value.cases : [report.value]) process.stdout.write(powerTable(r));
  return 0;
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file === '-' ? '/dev/stdin' : file, 'utf8');
  } catch (cause) {
    throw new HoldoutError('input-unreadable', `${file} cannot be read; give the path of a game as JSON.`, { cause });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new HoldoutError('question-malformed', `${file} is no JSON (${cause instanceof Error ? cause.message : 'unreadable'}); a game looks like {"members": 3, "rule": {"type": "weighted", "quota": 51, "weights": [50, 49, 1]}}.`, { cause });
  }
}

const COLUMNS = [
  ['Banzhaf', 'banzhafNormalised'],
  ['absolute', 'banzhafAbsolute'],
  ['Shapley–Shubik', 'shapleyShubik'],
  ['Deegan–Packel', 'deeganPackel'],
  ['prevent', 'colemanPrevent'],
  ['initiate', 'colemanInitiate'],
] as const;

/** Indices of each member as a table, the sentence before it. */
export function powerTable(r: PowerReport): string {
  const width = Math.max(6, ...r.members.map((m) => m.member.length));
  const head = `${'member'.padEnd(width)}  ${COLUMNS.map(([name]) => name.padStart(16)).join('')}`;
  const rows = r.members.map((m) => `${m.member.padEnd(width)}  ${COLUMNS.map(([, key]) => (m[key] === null ? '–' : Number(m[key].value).toFixed(6)).padStart(16)).join('')}`);
  return `${[r.title || r.id, powerSentence(r), '', head, ...rows, '', ...r.method].join('\n')}\n\n`;
}
