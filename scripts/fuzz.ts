/**
 * `npm run fuzz [-- --only NAME] [--share 0.1] [--seed N]`: the long form of `tests/fuzz`, at least a million inputs, as a Markdown table.
 * Ends with status 1 when an input broke a promise or hung; the inputs are then in `tests/fuzz/findings/new`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { parseArgs } from 'node:util';
import { HANG_MS } from '../tests/fuzz/find.js';
import { TARGETS } from '../tests/fuzz/targets.js';

const { values } = parseArgs({ options: { only: { type: 'string' }, share: { type: 'string', default: '1' }, seed: { type: 'string', default: String(Math.floor(Date.now() / 1000)) } } });
const seed = Number(values.seed) % 2 ** 31;
const folder = new URL('../tests/fuzz/findings/new/', import.meta.url);

interface Told {
  readonly target: string;
  readonly what: string;
  readonly input: string;
  readonly isText: boolean;
}

function tried(target: string, count: number): Promise<readonly Told[]> {
  const turn = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('../tests/fuzz/start-worker.mjs', import.meta.url), { workerData: { target, count, seed, turn } });
  return new Promise((resolve, reject) => {
    // Processor time of this whole process: on a busy machine an input may wait for long and do little.
    const spent = (): number => process.cpuUsage().user / 1000;
    let [last, since] = [-1, spent()];
    const watch = setInterval(() => {
      const now = Atomics.load(turn, 0);
      if (now !== last) [last, since] = [now, spent()];
      else if (now > 0 && spent() - since > HANG_MS) settle([{ target, what: `input ${String(now)} of seed ${String(seed)} hangs`, input: '', isText: true }]);
    }, 1_000);
    const settle = (found: readonly Told[]): void => {
      clearInterval(watch);
      void worker.terminate();
      resolve(found);
    };
    worker.once('message', settle);
    worker.once('error', (error) => {
      clearInterval(watch);
      reject(error);
    });
  });
}

let [total, broken] = [0, 0];
console.log(`Seed ${String(seed)}.\n\n| parser | code | inputs | findings |\n| --- | --- | ---: | ---: |`);
for (const { name, code, inputs } of TARGETS) {
  if (values.only !== undefined && !name.includes(values.only)) continue;
  const count = Math.max(1, Math.round(inputs * Number(values.share)));
  const found = await tried(name, count);
  total += count;
  broken += found.length;
  console.log(`| ${name} | \`${code}\` | ${count.toLocaleString('en')} | ${String(found.length)} |`);
  for (const [i, f] of found.entries()) {
    mkdirSync(folder, { recursive: true });
    const file = `${name.replace(/\W+/g, '-')}-${String(i)}.json`;
    writeFileSync(new URL(file, folder), JSON.stringify({ target: name, was: f.what, ...(f.isText ? { input: f.input } : { base64: f.input }) }, null, 1));
    console.error(`${file}: ${f.what.slice(0, 300)}`);
  }
}
console.log(`| **all** | | **${total.toLocaleString('en')}** | **${String(broken)}** |`);
process.exitCode = broken === 0 ? 0 : 1;
