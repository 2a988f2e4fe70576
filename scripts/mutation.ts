/**
 * `npm run mutation [-- FILE…]`: mutation tests file by file (all of `src/count`, and of `src/read/who` what resolves states, when none is
 * named), and their scores as a Markdown table. Each file's survivors are in `.stryker/FILE.json`.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const given = process.argv.slice(2);
const files = given.length > 0 ? given : [...readdirSync('src/count').map((name) => `src/count/${name}`), 'src/read/who/state-list.ts', 'src/read/who/state-mentions.ts', 'src/read/who/noun-phrase.ts', 'src/read/who/organisation.ts'];
const CAUGHT = new Set(['Killed', 'Timeout']);

console.log('| file | mutants | caught | score |\n| --- | ---: | ---: | ---: |');
let [total, caught, broken] = [0, 0, 0];
for (const file of files) {
  const run = spawnSync('npx', ['stryker', 'run', 'stryker.config.mjs'], { env: { ...process.env, MUTATE: file }, stdio: ['ignore', 'ignore', 'inherit'] });
  if (run.status !== 0) {
    broken += 1;
    continue;
  }
  const report = JSON.parse(readFileSync(`.stryker/${file.replace(/\W+/g, '-')}.json`, 'utf8')) as { files: Record<string, { mutants: { status: string }[] }> };
  const mutants = Object.values(report.files).flatMap((f) => f.mutants).filter(({ status }) => CAUGHT.has(status) || status === 'Survived' || status === 'NoCoverage');
  const found = mutants.filter(({ status }) => CAUGHT.has(status)).length;
  total += mutants.length;
  caught += found;
  if (mutants.length > 0) console.log(`| \`${file}\` | ${String(mutants.length)} | ${String(found)} | ${((100 * found) / mutants.length).toFixed(1)} % |`);
}
console.log(`| **all** | **${String(total)}** | **${String(caught)}** | **${total === 0 ? '–' : `${((100 * caught) / total).toFixed(1)} %`}** |`);
process.exitCode = broken === 0 ? 0 : 1;
