/**
 * Ten thousand Monte Carlo runs of the challenge model against issue 6's limit of ten seconds, and how the time grows with actors:
 * npx tsx bench/models.ts — processor seconds and the ratio to the limit (below 1 is within it).
 */
import { CHALLENGE_DEFAULTS } from '../src/model/bargaining/challenge-parameters.js';
import { forecastOf } from '../src/model/bargaining/bargain.js';
import { simulate, type UncertainActor } from '../src/model/bargaining/monte-carlo.js';
import { seeded } from '../src/model/random.js';

const RUNS = 10_000;
const LIMIT = 10;
const random = seeded(7);
const actorsOf = (n: number): UncertainActor[] =>
  Array.from({ length: n }, (_, i) => {
    const mode = 100 * random();
    return { name: `a${String(i)}`, positions: [{ low: mode - 10, mode, high: mode + 10 }], capability: { mean: 1, sd: 0.3 }, saliences: [{ low: 0.2, mode: 0.5, high: 0.9 }] };
  });

console.log('| challenge model, 10 rounds | runs | processor seconds | wall seconds | limit | ratio (wall) |\n| --- | --- | --- | --- | --- | --- |');
for (const [n, runs] of [[30, RUNS], [10, RUNS / 10], [20, RUNS / 10], [40, RUNS / 10], [80, RUNS / 10], [160, RUNS / 10]] as const) {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  simulate(actorsOf(n), runs, 1, (actors) => forecastOf({ model: 'challenge', parameters: { ...CHALLENGE_DEFAULTS, tolerance: 0 } }, actors, 1));
  const [spent, seconds] = [process.cpuUsage(cpu).user / 1e6, (performance.now() - wall) / 1000];
  console.log(`| ${String(n)} actors | ${String(runs)} | ${spent.toFixed(2)} | ${seconds.toFixed(2)} | ${runs === RUNS ? String(LIMIT) : '–'} | ${runs === RUNS ? (seconds / LIMIT).toFixed(2) : '–'} |`);
}
