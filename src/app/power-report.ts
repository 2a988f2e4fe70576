import { malformedGame, parseGame } from '../model/power/game.js';
import { power, type PowerReport } from '../model/power/power.js';
import type { Failure } from '../domain/failure.js';
import { err, ok, type Result } from '../domain/result.js';

export type { PowerReport };

/**
 * Power in the game, or in each game of a `{cases: […]}` file, of a parsed JSON value.
 * @param where names the input in messages
 */
export function powerOf(raw: unknown, where: string): Result<PowerReport | { readonly cases: readonly PowerReport[] }, Failure> {
  const cases = typeof raw === 'object' && raw !== null && 'cases' in raw ? raw.cases : undefined;
  if (cases === undefined) return one(raw, where);
  if (!Array.isArray(cases) || cases.length === 0) return err(malformedGame(where, 'cases: a list of one game or more is needed'));
  const reports: PowerReport[] = [];
  for (const [i, game] of cases.entries()) {
    const report = one(game, `${where} (case ${String(i + 1)})`);
    if (!report.ok) return report;
    reports.push(report.value);
  }
  return ok({ cases: reports });
}

function one(raw: unknown, where: string): Result<PowerReport, Failure> {
  const game = parseGame(raw, where);
  return game.ok ? power(game.value) : game;
}

/** The finding in one sentence: who has most power, who has none, and how rarely anything passes. */
export function powerSentence(r: PowerReport): string {
  const share = (q: { readonly value: string } | null): number => Number(q?.value ?? 0);
  const top = Math.max(...r.members.map((m) => share(m.banzhafNormalised)));
  const strongest = r.members.filter((m) => share(m.banzhafNormalised) === top);
  const idle = r.members.filter((m) => m.swings === '0');
  const few = (list: readonly { readonly member: string }[]): string => (list.length > 5 ? `${String(list.length)} members` : list.map((m) => m.member).join(', '));
  if (r.totalSwings === '0') return 'No coalition of these members changes the outcome, so nobody has power.';
  const equal = strongest.length === r.members.length ? 'All members have the same power' : `${few(strongest)} ${strongest.length === 1 ? 'has' : 'have'} most power, ${(top * 100).toFixed(1)}% of all swings each`;
  const none = idle.length > 0 ? `; ${few(idle)} can never decide` : '';
  return `${equal}${none}; ${(share(r.colemanPowerToAct) * 100).toPrecision(3)}% of all coalitions can act.`;
}
