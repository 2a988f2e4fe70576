import type { Failure } from '../../domain/failure.js';
import type { IsoDate } from '../../domain/ids.js';
import type { WhyReport } from '../../domain/report.js';
import { ok, type Result } from '../../domain/result.js';
import type { Register } from '../../register/index.js';
import { reportCount, reportWhy, type CountRequest } from '../reports.js';
import { briefOf } from './brief.js';

/** The briefing on a question; fails as `reportCount` does. */
export async function questionBrief(register: Register, questionId: string, request: CountRequest, today: IsoDate): Promise<Result<string, Failure>> {
  const count = await reportCount(register, questionId, request, today);
  if (!count.ok) return count;
  const evidence = new Map<string, WhyReport>();
  for (const { member, stance } of count.value.members) {
    if (stance === 'unknown') continue;
    const why = await reportWhy(register, questionId, member, request, today);
    if (!why.ok) return why;
    evidence.set(member, why.value);
  }
  return ok(briefOf(count.value, evidence));
}
