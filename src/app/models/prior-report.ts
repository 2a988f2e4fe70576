import type { Failure } from '../../domain/failure.js';
import type { IsoDate, StateCode } from '../../domain/ids.js';
import { ok, type Result } from '../../domain/result.js';
import { stateName } from '../../knowledge/state-phrases.js';
import { agreements, FEWEST_VOTES, leans, type Lean } from '../../model/prior/agreement.js';
import type { Register } from '../../register/index.js';
import { countedOf } from '../count-input.js';
import { situationOf, type CountRequest } from '../reports.js';
import { placeOf } from './bargain-question.js';
import type { InputFile } from './input-file.js';
import { parseRollCalls } from './roll-calls-file.js';

/** What roll calls suggest of silent members: shown apart from evidence, and part of no count. */
export interface PriorReport {
  readonly question: string;
  readonly option: string;
  readonly sentence: string;
  /** Silent members with a lean, 0 (with the opponents) to 100 (with the supporters), the most doubtful last. */
  readonly leans: readonly (Lean & { readonly name: string })[];
  /** Silent members of whom the roll calls say nothing. */
  readonly without: readonly StateCode[];
  readonly rollCalls: number;
  readonly notes: readonly string[];
}

/** The lean of silent members from a user's roll calls. Changes nothing, and no count takes it up. */
export async function reportPrior(register: Register, questionId: string, count: CountRequest, file: InputFile, today: IsoDate): Promise<Result<PriorReport, Failure>> {
  const rollCalls = parseRollCalls(file);
  if (!rollCalls.ok) return rollCalls;
  const found = await situationOf(register, questionId, count, today);
  if (!found.ok) return found;
  const s = found.value;
  const counted = countedOf(s, count);
  if (!counted.ok) return counted;
  const place = (m: StateCode): number | null => placeOf(counted.value.supposed.get(m) ?? s.positions.get(m)?.stance ?? 'unknown');
  const views = new Map(s.roster.flatMap((m) => (place(m) === null ? [] : [[m, place(m) ?? 0] as const])));
  const silent = s.roster.filter((m) => !views.has(m));
  const leaning = leans(silent, views, agreements(rollCalls.value.rollCalls, s.roster)).sort((a, b) => Math.abs(b.lean - 50) - Math.abs(a.lean - 50) || (a.member < b.member ? -1 : 1));
  const without = silent.filter((m) => !leaning.some((l) => l.member === m));
  const [against, towards] = [leaning.filter((l) => l.lean < 50).length, leaning.filter((l) => l.lean > 50).length];
  return ok({
    question: s.question.id,
    option: s.option.id,
    sentence:
      silent.length === 0
        ? 'No member is silent, so the voting record has nothing to add.'
        : `By their voting record alone, ${String(towards)} of ${String(silent.length)} silent members vote with the supporters and ${String(against)} with the opponents; this is no evidence and is not counted.`,
    leans: leaning.map((l) => ({ ...l, name: stateName(l.member) })),
    without,
    rollCalls: rollCalls.value.rollCalls.length,
    notes: [
      `A lean is the mean place of the five members with a stance that a silent one agrees with most in ${String(rollCalls.value.rollCalls.length)} roll calls (${file.name}), ${String(FEWEST_VOTES)} common votes at least.`,
      ...(rollCalls.value.unknownVoters.length > 0 ? [`Votes of ${String(rollCalls.value.unknownVoters.length)} voters that Holdout does not know are left out: ${rollCalls.value.unknownVoters.slice(0, 5).join(', ')}.`] : []),
    ],
  });
}

/** The prior as a section of text, apart from all evidence. */
export function priorText(r: PriorReport): string {
  const lines = ['Voting record (no evidence, not counted)', `  ${r.sentence}`];
  for (const l of r.leans) lines.push(`  ${l.member}  ${l.name}: ${l.lean.toFixed(0)} of 100, votes like ${l.like.slice(0, 3).map((x) => `${x.member} (${(100 * x.agreement).toFixed(0)} % of ${String(x.votes)})`).join(', ')}`);
  if (r.without.length > 0) lines.push(`  Nothing to go by: ${r.without.join(' ')}`);
  lines.push(...r.notes.map((n) => `  ${n}`));
  return `${lines.join('\n')}\n`;
}
