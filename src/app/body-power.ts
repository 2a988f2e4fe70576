import type { Failure } from '../domain/failure.js';
import { parseIsoDate, type IsoDate } from '../domain/ids.js';
import type { ProbabilityReport } from '../domain/report.js';
import { err, ok, type Result } from '../domain/result.js';
import { casesOf } from '../count/cases.js';
import { resolveRule } from '../count/rules.js';
import { allBodies, resolveBody, rosterAt } from '../knowledge/bodies.js';
import { gameOfRule } from '../model/power/game-of-rule.js';
import { power, type PowerReport } from '../model/power/power.js';
import type { Register } from '../register/index.js';
import { countedOf } from './count-input.js';
import { percent } from './percent.js';
import { powerSentence } from './power-report.js';
import { probabilityOf } from './probability-report.js';
import { situationOf, type CountRequest } from './reports.js';

/** Power in a body under a rule, before anybody's position is known. */
export interface BodyPowerReport {
  readonly body: string;
  readonly rule: { readonly id: string; readonly text: string; readonly citation: string; readonly notes: readonly string[] };
  /** The day of the roster, rule and weights. */
  readonly date: IsoDate;
  readonly sentence: string;
  readonly power: PowerReport;
}

/** The same for a question's roster and rule, with who decides given what the others want. */
export interface QuestionPowerReport extends BodyPowerReport {
  readonly question: { readonly id: string; readonly title: string };
  readonly option: { readonly id: string; readonly proposal: string };
  /** Null where it is too large to reckon exactly. */
  readonly today: (Pick<ProbabilityReport, 'adoption' | 'assumptions'> & { readonly sentence: string; readonly members: readonly Omit<ProbabilityReport['members'][number], 'name'>[] }) | null;
}

/**
 * Power of a body's members on a day, today when absent, under a rule, the body's usual one when absent. Fails with `body-unknown`,
 * `date-malformed`, `rule-unknown`, or `usage` where the game is too large.
 */
export function powerOfBody(raw: { readonly body: string; readonly rule?: string | undefined; readonly date?: string | undefined }, today: IsoDate): Result<BodyPowerReport, Failure> {
  const body = resolveBody(raw.body);
  if (!body) return err({ code: 'body-unknown', category: 'caller', message: `Holdout knows no members of "${raw.body}"; use one of: ${allBodies().map((b) => b.name).join(', ')}, or give a game with --game.` });
  const date = raw.date === undefined ? today : parseIsoDate(raw.date);
  if (!date) return err({ code: 'date-malformed', category: 'caller', message: `"${raw.date ?? ''}" is no day; write it as YYYY-MM-DD.` });
  const roster = rosterAt(body, date);
  if (roster.length === 0) return err({ code: 'date-malformed', category: 'caller', message: `${body.name} had no members on ${date}; give a later day.` });
  const rule = resolveRule(body.id, raw.rule, date, roster);
  if (!rule.ok) return rule;
  const indices = power({ ...gameOfRule(rule.value, roster), title: `${body.name}, ${date}: ${rule.value.title}` });
  if (!indices.ok) return indices;
  return ok({ body: body.name, rule: { id: rule.value.id, text: rule.value.title, citation: rule.value.source, notes: rule.value.notes }, date, sentence: powerSentence(indices.value), power: indices.value });
}

/** Power among the members of a question, and who decides under today's chances. Fails as a count does, or with `usage` where too large. */
export async function reportPower(register: Register, questionId: string, request: CountRequest, today: IsoDate): Promise<Result<QuestionPowerReport, Failure>> {
  const found = await situationOf(register, questionId, request, today);
  if (!found.ok) return found;
  const s = found.value;
  const counted = countedOf(s, request);
  if (!counted.ok) return counted;
  const { rule } = counted.value;
  const indices = power({ ...gameOfRule(rule, casesOf(counted.value.input).members), title: `${s.question.title}: ${rule.title}` });
  if (!indices.ok) return indices;
  const chance = probabilityOf(s, counted.value);
  return ok({
    question: { id: s.question.id, title: s.question.title },
    option: { id: s.option.id, proposal: s.option.proposal },
    body: resolveBody(s.question.body)?.name ?? s.question.body,
    rule: { id: rule.id, text: rule.title, citation: rule.source, notes: rule.notes },
    date: request.asOf ?? s.question.date ?? today,
    sentence: powerSentence(indices.value),
    power: indices.value,
    today: chance && { adoption: chance.adoption, assumptions: chance.assumptions, sentence: pivotSentence(chance), members: chance.members.map(({ member, stance, chance: p, pivot }) => ({ member, stance, chance: p, pivot })) },
  });
}

/** Who decides, given what the others may do: "Given what the others want, DEU decides most often, in 12% of cases; …" */
function pivotSentence({ members }: ProbabilityReport): string {
  const top = Math.max(...members.map((m) => m.pivot));
  if (top === 0) return 'Given what the others want, no single member decides.';
  const first = members.filter((m) => m.pivot >= top * (1 - 1e-9));
  const who = first.length === members.length ? 'all members decide equally often' : first.length > 3 ? `${String(first.length)} members decide most often` : `${first.map((m) => m.member).join(' and ')} ${first.length === 1 ? 'decides' : 'decide'} most often`;
  return `Given what the others want, ${who}, ${percent(top)} of the time${first.length > 1 && first.length < members.length ? ' each' : ''}.`;
}
