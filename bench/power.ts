/** The count, its chances and cheapest flips, and power indices against the limits of issue 6: npx tsx bench/power.ts — medians and the ratio to the limit (below 1 is within it). */
import imfVotes from '../knowledge/rules/weights-imf-votes.json' with { type: 'json' };
import euPopulation from '../knowledge/rules/weights-eu-population.json' with { type: 'json' };
import { loadSolver } from '../src/app/solver.js';
import { cheapestFlips } from '../src/count/cheapest-flips.js';
import { count } from '../src/count/count.js';
import { resolveRule } from '../src/count/rules.js';
import type { PositionStance } from '../src/domain/stance.js';
import { knownStates } from '../src/knowledge/state-phrases.js';
import type { GameRule, PowerGame } from '../src/model/power/game.js';
import { euMembersOn } from '../src/count/weights.js';
import { parseIsoDate, type StateCode } from '../src/domain/ids.js';
import { adoptionChance } from '../src/model/chance/adoption-chance.js';
import { gameOfRule } from '../src/model/power/game-of-rule.js';
import { normalise } from '../src/model/power/game.js';
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

// No limit is set for these; theirs is what a page may take to answer.
const solve = await loadSolver();
const limit = 1;
const imfMembers = Object.keys(imfVotes.tables[0]?.values ?? {}) as StateCode[];
for (const [name, body, ruleName, date, members] of [
  ['EU-27, heads and population', 'EU Council', 'qualified majority', '2025-06-01', euMembersOn('2025-06-01')],
  ['EU-28 of Nice, two weights and heads', 'EU Council', 'qualified majority', '2013-10-01', euMembersOn('2013-10-01')],
  ['IMF, 190 members, half of five million votes', 'IMF', undefined, '2023-01-01', imfMembers],
  ['193 members, two thirds', 'UN General Assembly', 'important question', '2025-01-01', roster],
] as const) {
  const found = resolveRule(body, ruleName, parseIsoDate(date) ?? undefined, members);
  if (!found.ok) throw new Error(found.error.message);
  const chances = members.map((_, i) => [0.95, 0.5, 0.2, 0.5, 0.6][i % 5] ?? 0.5);
  const held = Object.fromEntries(members.map((m, i) => [m, (['support', 'oppose', 'conditional', 'unknown', 'oppose'] as const)[i % 5] ?? 'unknown']));
  const costs = new Map(members.map((m, i) => [m, 1 + (i % 7)]));
  const median = (run: () => unknown): number => Array.from({ length: 3 }, () => { const start = performance.now(); run(); return (performance.now() - start) / 1000; }).sort((a, b) => a - b)[1] ?? 0;
  for (const [what, run] of [
    ['chance of adoption and pivots', () => adoptionChance(normalise(gameOfRule(found.value, members)), chances)],
    ['cheapest flips, three ways', () => cheapestFlips({ roster: members, positions: held, rule: found.value }, costs, solve)],
  ] as const) {
    const seconds = median(run);
    console.log(`| ${what}: ${name} | ${seconds.toFixed(3)} | ${String(limit)} | ${(seconds / limit).toFixed(2)} |`);
  }
}
