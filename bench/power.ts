/** The count and power indices against the limits of issue 6: npx tsx bench/power.ts — medians and the ratio to the limit (below 1 is within it). */
import imfVotes from '../knowledge/rules/weights-imf-votes.json' with { type: 'json' };
import euPopulation from '../knowledge/rules/weights-eu-population.json' with { type: 'json' };
import { count } from '../src/count/count.js';
import { resolveRule } from '../src/count/rules.js';
import type { PositionStance } from '../src/domain/stance.js';
import { knownStates } from '../src/knowledge/state-phrases.js';
import type { GameRule, PowerGame } from '../src/model/power/game.js';
import { power } from '../src/model/power/power.js';

const game = (rule: GameRule, n: number): PowerGame => ({ id: 'bench', title: '', members: Array.from({ length: n }, (_, i) => `m${String(i)}`), rule });
const people = Object.values(euPopulation.tables.at(-1)?.values ?? {}) as number[];
const total = people.reduce((a, b) => a + b, 0);
const union: GameRule = { type: 'or', of: [{ type: 'and', of: [{ type: 'count', quota: 15 }, { type: 'weighted', quota: Math.ceil(total * 0.65), weights: people }] }, { type: 'count', quota: 24 }] };
let seed = 7;
const weights = Array.from({ length: 191 }, () => 1 + Math.floor(((seed = (seed * 48271) % 2147483647) / 2147483647) * 50));
const half = Math.floor(weights.reduce((a, b) => a + b, 0) / 2) + 1;

const imf = Object.values(imfVotes.tables[0]?.values ?? {});

console.log('| game | median seconds of five | limit | ratio |\n| --- | --- | --- | --- |');
for (const [name, rule, n, limit] of [['EU, 27 members, three conditions', union, people.length, 2], ['191 weighted members', { type: 'weighted', quota: half, weights }, 191, 1], ['IMF, 190 members, 5 039 930 votes, 85 %', { type: 'weighted', quota: 4283941, weights: imf }, 190, 15]] as const) {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    const report = power(game(rule, n));
    if (!report.ok) throw new Error(report.error.message);
    return (performance.now() - start) / 1000;
  }).sort((a, b) => a - b);
  console.log(`| ${name} | ${times[2]!.toFixed(2)} | ${String(limit)} | ${(times[2]! / limit).toFixed(2)} |`);
}

const roster = knownStates().slice(0, 193);
const rule = resolveRule('UN General Assembly', 'majority', undefined, roster);
if (!rule.ok) throw new Error(rule.error.message);
const stances: PositionStance[] = ['support', 'oppose', 'unknown', 'uncommitted'];
const positions = Object.fromEntries(roster.map((m, i) => [m, stances[i % 4] ?? 'unknown']));
const once = (): number => {
  const start = performance.now();
  count({ roster, positions, rule: rule.value });
  return performance.now() - start;
};
for (let i = 0; i < 50; i++) once();
const milliseconds = Array.from({ length: 200 }, once).sort((a, b) => a - b)[100] ?? 0;
console.log(`| count of 193 members | ${(milliseconds / 1000).toFixed(4)} | 0.001 | ${milliseconds.toFixed(2)} |`);
