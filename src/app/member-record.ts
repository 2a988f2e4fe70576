import type { Failure } from '../domain/failure.js';
import type { IsoDate } from '../domain/ids.js';
import type { MemberRecord } from '../domain/member-record.js';
import { err, ok, type Result } from '../domain/result.js';
import { allOfficeHolders } from '../knowledge/office-holders.js';
import { parseState, stateName } from '../knowledge/state-phrases.js';
import type { Register } from '../register/index.js';
import { rosterOf } from '../work/readable-question.js';
import { situationOf } from './reports.js';

/**
 * What a register and the knowledge say of one member beyond one question: its stance on every option of every question in whose roster it
 * is, silence left out, and who has held its offices. Fails with `member-unknown` for what is no state.
 */
export async function memberRecord(register: Register, member: string, today: IsoDate): Promise<Result<MemberRecord, Failure>> {
  const state = parseState(member);
  if (!state) return err({ code: 'member-unknown', category: 'caller', message: `"${member}" is no state that Holdout knows; give an ISO 3166 alpha-3 code such as HUN.` });
  const positions: MemberRecord['positions'][number][] = [];
  for (const question of await register.questions()) {
    if (!rosterOf(question, today).includes(state)) continue;
    for (const option of question.options) {
      const found = await situationOf(register, question.id, { option: option.id }, today);
      if (!found.ok) return found;
      const p = found.value.positions.get(state);
      if (!p || p.stance === 'unknown') continue;
      positions.push({ question: question.id, title: question.title, option: option.id, proposal: option.proposal, stance: p.stance, confidence: p.confidence, origins: p.origins });
    }
  }
  const offices = allOfficeHolders()
    .filter((h) => h.state === state)
    .map(({ name, office, from, to }) => ({ name, office, from, to: to ?? null }))
    .sort((a, b) => a.from.localeCompare(b.from) || a.office.localeCompare(b.office));
  return ok({ member: state, name: stateName(state), positions, offices });
}
