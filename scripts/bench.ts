/**
 * `npm run bench [-- --only NAME,…] [--write]`: every bench of `bench/list.ts`, one after another, as Markdown with the machine and the
 * versions; `--write` keeps it as `docs/performance.md`. Times are of this machine; ratios are against the peer or limit that each names.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { BENCHES } from '../bench/list.js';

const { values } = parseArgs({ options: { only: { type: 'string' }, write: { type: 'boolean', default: false } } });
const wanted = values.only?.toLowerCase().split(',');
const load = (): string => (loadavg()[0] ?? 0).toFixed(1);
const version = (name: string): string => (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;

const out: string[] = [];
const say = (text: string): void => {
  out.push(text);
  console.log(text);
};
say(`# Performance\n\nThe last run of \`npm run bench\`, ${new Date().toISOString().slice(0, 10)}. Each ratio is against the peer or limit named above its table: below 1 is better, or within.\n`);
say(`${String(cpus().length)} × ${cpus()[0]?.model.trim() ?? 'processor'}, ${String(Math.round(totalmem() / 1e9))} GB; Node ${process.version}, PGlite ${version('@electric-sql/pglite')}, wink-nlp ${version('wink-nlp')}. Load when it began: ${load()} (above the number of processors, times are those of a busy machine).\n`);
let failed = 0;
for (const { name, against, script, args = [] } of BENCHES) {
  if (wanted && !wanted.some((w) => name.toLowerCase().includes(w))) continue;
  const run = spawnSync('npx', ['tsx', script, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 50_000_000 });
  if (run.status !== 0) failed += 1;
  say(`## ${name}\n\nAgainst ${against} (\`npx tsx ${[script, ...args].join(' ')}\`; load after it ${load()}).\n\n${run.status === 0 ? run.stdout.trim() : 'It failed on this machine.'}\n`);
}
if (values.write) writeFileSync('docs/performance.md', `${out.join('\n').trim()}\n`);
process.exitCode = failed === 0 ? 0 : 1;
