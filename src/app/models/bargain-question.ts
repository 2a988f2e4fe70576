import scale from '../../../knowledge/models/stance-scale.json' with { type: 'json' };
import type { Failure } from '../../domain/failure.js';
import type { IsoDate, StateCode } from '../../domain/ids.js';
import { err, ok, type Result } from '../../domain/result.js';
import { STANCES, type PositionStance } from '../../domain/stance.js';
import type { UncertainActor } from '../../model/bargaining/monte-carlo.js';
import type { Register } from '../../register/index.js';
import { countedOf, memberOf } from '../count-input.js';
import { situationOf, type CountRequest, type Situation } from '../reports.js';
import { parseActors, type ActorsFile, type GivenActor } from './actors-file.js';
import { bargainReport, type BargainReport, type BargainRequest } from './bargain-report.js';
import type { InputFile } from './input-file.js';

/** Where a stance stands on the line, 0–100; null for silence. */
export const placeOf = (stance: PositionStance): number | null => (stance === 'unknown' ? null : scale.positions[stance]);

/** A member's place as far as its signals settle it: one stance, or several with their shares of the weight; a supposed one is certain. */
function placeIn(s: Situation, supposed: ReadonlyMap<StateCode, PositionStance>, member: StateCode): UncertainActor['positions'] | null {
  const stance = supposed.get(member);
  if (stance !== undefined) return stance === 'unknown' ? null : [placeOf(stance) ?? 0];
  const position = s.positions.get(member);
  const place = position ? placeOf(position.stance) : null;
  if (!position || place === null) return null;
  const held = STANCES.filter((stance) => position.distribution[stance] > 0);
  if (held.length < 2) return [place];
  // The likeliest first, so that the centre is the stance that the count shows.
  const ordered = [...held].sort((a, b) => position.distribution[b] - position.distribution[a]);
  return [{ values: ordered.map((stance) => placeOf(stance) ?? 0), shares: ordered.map((stance) => position.distribution[stance]) }];
}

/**
 * Bargaining among the members of a question: positions by the stated map from stances, capability and salience from the file or the
 * stated defaults; the file may place a member itself. Silent members are left out unless the file places them. Changes nothing.
 */
export async function bargainQuestion(register: Register, questionId: string, count: CountRequest, request: BargainRequest, file: InputFile | null, today: IsoDate): Promise<Result<BargainReport, Failure>> {
  const found = await situationOf(register, questionId, count, today);
  if (!found.ok) return found;
  const s = found.value;
  const counted = countedOf(s, count);
  if (!counted.ok) return counted;
  const given: Result<ActorsFile, Failure> = file ? parseActors(file) : ok({ actors: [], parameters: {} });
  if (!given.ok) return given;
  const byMember = new Map<StateCode, GivenActor>();
  for (const a of given.value.actors) {
    const member = memberOf(a.name, s.roster);
    if (!member.ok) return member;
    byMember.set(member.value, a);
  }
  const actors = s.roster.flatMap((member): UncertainActor[] => {
    const own = byMember.get(member);
    const positions = own?.positions ?? placeIn(s, counted.value.supposed, member);
    return positions ? [{ name: member, positions, capability: own?.capability ?? scale.capability, saliences: own?.saliences ?? positions.map(() => scale.salience) }] : [];
  });
  const silent = s.roster.length - actors.length;
  if (actors.length === 0) return err({ code: 'question-unknown', category: 'caller', message: `Nobody has taken a stand on ${s.question.id}, option ${s.option.id}, so there is nothing to bargain about; read coverage of it, or give positions with --actors.` });
  const notes = [
    `Positions come from stances: ${STANCES.map((stance) => `${stance} ${String(placeOf(stance))}`).join(', ')}.`,
    ...(silent > 0 ? [`${String(silent)} of ${String(s.roster.length)} members are silent and left out, as long as nobody gives them a position.`] : []),
    ...(actors.some((a) => !byMember.has(a.name as StateCode)) ? [`Members without an entry of their own have capability ${String(scale.capability)} and salience ${String(scale.salience)}, an assumption.`] : []),
  ];
  return bargainReport(actors, request, given.value, file?.name ?? questionId, { low: 0, lowMeans: scale.low, high: 100, highMeans: scale.high }, notes);
}
