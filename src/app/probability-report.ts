import { casesOf } from '../count/cases.js';
import { chanceOfYes, type ChanceOfYes } from '../count/chances.js';
import type { StateCode } from '../domain/ids.js';
import type { ProbabilityReport } from '../domain/report.js';
import { STANCES, type PositionStance } from '../domain/stance.js';
import { stateName } from '../knowledge/state-phrases.js';
import { adoptionChance, type AdoptionChance } from '../model/chance/adoption-chance.js';
import { commonLotChance, mixture } from '../model/chance/common-lot.js';
import { gameOfRule } from '../model/power/game-of-rule.js';
import { normalise } from '../model/power/game.js';
import type { Counted } from './count-input.js';
import { percent } from './percent.js';
import type { Situation } from './reports.js';

/** The chance of adoption under today's positions; null where the rule and roster are too large to reckon it exactly. */
export function probabilityOf(s: Pick<Situation, 'positions'>, counted: Counted): ProbabilityReport | null {
  const { members, stances } = casesOf(counted.input);
  const { share, chanceOf } = counted;
  const chances = members.map((m, i) => counted.chances.get(m) ?? memberChance(s, counted, m, stances[i] ?? 'unknown'));
  const game = normalise(gameOfRule(counted.rule, members));
  const chanceIf = (silent: number | null): { readonly apart: AdoptionChance; readonly together: AdoptionChance } | null => {
    const asked = chances.map((p, i) => (silent !== null && isSilent(i) ? silent : p));
    const apart = adoptionChance(game, asked);
    return apart && { apart, together: commonLotChance(game, asked) };
  };
  const isSilent = (i: number): boolean => stances[i] === 'unknown' && !counted.chances.has(members[i] ?? ('' as StateCode));
  const [now, ifNo, ifYes] = [chanceIf(null), chanceIf(0), chanceIf(1)];
  if (!now || !ifNo || !ifYes || members.length === 0) return null;
  const mixed = mixture(now.apart, now.together, share);
  const silent = { members: members.filter((_, i) => isSilent(i)).length, ifNo: mixture(ifNo.apart, ifNo.together, share).adoption, ifYes: mixture(ifYes.apart, ifYes.together, share).adoption };
  const apartAndTogether = `${percent(now.apart.adoption)} if members decide apart, ${percent(now.together.adoption)} if they move together`;
  return {
    adoption: mixed.adoption,
    apart: now.apart.adoption,
    together: now.together.adoption,
    share,
    silent,
    sentence: share > 0 && share < 1 ? `The chance of adoption is ${percent(mixed.adoption)}: ${apartAndTogether}, which ${percent(share)} of the time they are taken to do.` : `The chance of adoption is ${apartAndTogether}.`,
    assumptions: assumptionsOf(chanceOf, counted.chances, silent, stances),
    members: members.map((member, i) => ({ member, name: stateName(member), stance: stances[i] ?? 'unknown', chance: chances[i] ?? 0, pivot: mixed.pivot[i] ?? 0 })),
  };
}

/** A supposed or declared stance is certain; a derived one is a distribution. */
function memberChance(s: Pick<Situation, 'positions'>, counted: Counted, member: StateCode, stance: PositionStance): number {
  const position = s.positions.get(member);
  return !position || position.stance !== stance || counted.supposed.has(member) ? counted.chanceOf[stance] : chanceOfYes(position, counted.chanceOf);
}

function assumptionsOf(chances: ChanceOfYes, byHand: ReadonlyMap<StateCode, number>, silent: ProbabilityReport['silent'], stances: readonly PositionStance[]): readonly string[] {
  const held = [...STANCES, 'unknown' as const].filter((stance) => stances.includes(stance));
  const words: Readonly<Record<PositionStance, string>> = { support: 'support', oppose: 'opposition', conditional: 'a condition set', 'abstract-support': 'support in the abstract', uncommitted: 'no commitment', unknown: 'silence' };
  return [
    `Assumed, not measured, is the chance of a yes by stance: ${held.map((stance) => `${words[stance]} ${percent(chances[stance])}`).join(', ')}; less evidence draws a member towards that of silence.`,
    ...(byHand.size > 0 ? [`Given by hand: ${[...byHand].map(([m, p]) => `${stateName(m)} ${percent(p)}`).join(', ')}.`] : []),
    ...(silent.members > 0 ? [`Nothing is known of ${String(silent.members)} ${silent.members === 1 ? 'member' : 'members'}: if all of them said no the chance would be ${percent(silent.ifNo)}, if all said yes ${percent(silent.ifYes)}.`] : []),
    'Each says yes, which under consensus is not to object, or no. Apart, each decides for itself; together, one lot is drawn for all, and whoever is likelier than a member that votes yes does so too.',
  ];
}
