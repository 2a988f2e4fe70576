import type { StateCode } from '../../domain/ids.js';
import { stateName } from '../../knowledge/state-phrases.js';
import { percent } from '../percent.js';
import type { PlanReport, PlanStep } from './plan-report.js';

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (n: number): string => WORDS[n] ?? String(n);
export const namesOf = (members: readonly StateCode[]): string => {
  const names = members.map(stateName);
  return names.length <= 2 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
};
const amount = (x: number): string => String(Number(x.toFixed(4)));
const capital = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1);

/** What a plan does, and why no less would do. `needs` are the rule's own words, such as "consensus needs all". */
export function planSentences(r: Omit<PlanReport, 'sentence' | 'proof'>, targets: readonly StateCode[], needs: string, unmovable: readonly StateCode[]): { readonly sentence: string; readonly proof: string } {
  const goal = r.goal === 'possible' ? 'adoption possible' : 'adoption certain';
  if (r.reached && r.steps.length === 0) return { sentence: `Nothing has to be done: adoption is ${r.goal} as things stand.`, proof: capital(`${needs}; it is met as things stand.`) };
  const direct = r.steps.filter((x) => x.how === 'direct');
  const carried = r.steps.filter((x) => x.how === 'carried');
  const work = `work on ${namesOf(direct.map((x) => x.member))}${carried.length > 0 ? `; ${carried.map(carriedWords).join('; ')}` : ''}`;
  const chance = r.chance && r.steps.length > 0 ? `, and the chance of adoption goes from ${percent(r.chance.before)} to ${percent(r.chance.after)}` : '';
  if (r.reached) return { sentence: `${capital(inWords(r.steps.length))} must move to make ${goal}: ${work}, at a cost of ${amount(r.cost)}${chance}.`, proof: reachedProof(r, targets, needs, goal) };
  const best = r.steps.length === 0 ? 'nothing within it raises the chance of adoption' : `the best within it is to ${work}, at a cost of ${amount(r.cost)}${chance}`;
  if (r.cheapest !== null) {
    return {
      sentence: `It cannot be done within a budget of ${amount(r.budget ?? 0)}: ${best}.`,
      proof: `${neededWords(r, targets, needs, goal)} The cheapest plan costs ${amount(r.cheapest)}, by a mixed-integer program solved to the optimum; no plan that costs less exists.`.trim(),
    };
  }
  const stuck = unmovable.length > 0 ? `nothing moves ${namesOf(unmovable)}` : 'not even all of them together are enough';
  return { sentence: `It cannot be done at any cost: ${stuck}${r.steps.length > 0 ? `; ${best.replace('within it ', '')}` : ''}.`, proof: `${neededWords(r, targets, needs, goal)} ${capital(stuck)}, so no plan makes ${goal}.`.trim() };
}

const carriedWords = (x: PlanStep): string => `${namesOf(x.through.map((t) => t.member))} ${x.through.length === 1 ? 'carries' : 'carry'} ${x.name}`;

/** "No set of members short of all seven makes adoption possible: …" or who is needed in every set. */
function neededWords(r: Pick<PlanReport, 'needed'>, targets: readonly StateCode[], needs: string, goal: string): string {
  if (targets.length > 0 && r.needed.length === targets.length) return `No set of members short of all ${inWords(targets.length)} makes ${goal}: ${needs}, and each of ${namesOf(targets)} alone stands in the way.`;
  return r.needed.length > 0 ? `No set without ${namesOf(r.needed)} makes ${goal}.` : '';
}

function reachedProof(r: Omit<PlanReport, 'sentence' | 'proof'>, targets: readonly StateCode[], needs: string, goal: string): string {
  const needed = neededWords(r, targets, needs, goal);
  return `${needed}${needed ? ' ' : ''}No plan that costs less than ${amount(r.cost)} makes ${goal}, by a mixed-integer program solved to the optimum.`;
}

/** The plan as a page of text. */
export function planText(r: PlanReport): string {
  const width = Math.max(6, ...r.steps.map((x) => x.name.length));
  const lines = [r.sentence, r.proof, ''];
  if (r.steps.length > 0) lines.push(`step  ${'member'.padEnd(width)}  ${'stance'.padEnd(17)}${'how'.padEnd(9)}${'cost'.padStart(8)}  through`);
  for (const x of r.steps) {
    const through = x.through.map((t) => `${stateName(t.member)} (${t.bases.join(', ')} ${amount(t.weight)})`).join(', ');
    lines.push(`${String(x.order).padStart(4)}  ${x.name.padEnd(width)}  ${x.stance.padEnd(17)}${x.how.padEnd(9)}${amount(x.cost).padStart(8)}  ${through || '–'}`);
    for (const l of x.levers) lines.push(`      ${l.kind}${l.by ? ` by ${stateName(l.by)}` : ''}: ${l.what}${l.body ? ` (${l.body})` : ''}, worth ${amount(l.worth)}, price ${amount(l.price)}`);
  }
  if (r.left.length > 0) lines.push('', `Still in the way: ${namesOf(r.left)}`);
  for (const c of r.conditions) lines.push('', `If ${c.met} (“${c.words.join('”, “')}”), the opposition of ${namesOf(c.members)} lifts; ${c.stillNeeded.length === 0 ? 'nobody else has to move' : `${inWords(c.stillNeeded.length)} would still have to move (${namesOf(c.stillNeeded)})`}.`);
  lines.push('', ...r.notes);
  return `${lines.join('\n')}\n`;
}
