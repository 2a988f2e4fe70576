import euPopulation from '../../knowledge/rules/weights-eu-population.json' with { type: 'json' };
import euVotes from '../../knowledge/rules/weights-eu-votes.json' with { type: 'json' };
import imfVotes from '../../knowledge/rules/weights-imf-votes.json' with { type: 'json' };
import { parseIsoDate, type IsoDate, type StateCode } from '../domain/ids.js';
import { err, ok, type Result } from '../domain/result.js';
import { resolveBody, rosterAt } from '../knowledge/bodies.js';
import { own } from '../domain/own.js';

/** Weights of a roster and where they come from. */
export interface WeightTable {
  readonly values: ReadonlyMap<StateCode, number>;
  /** One sentence: which table, of which year. */
  readonly note: string;
}

interface Dated {
  /** First day the table applies. */
  readonly from: string;
  readonly source: string;
  readonly values: Readonly<Record<string, number>>;
}

const byDay = (tables: readonly Dated[]) => [...tables].sort((a, b) => (a.from < b.from ? -1 : 1));
const named: Readonly<Record<string, { readonly choice: 'in-force' | 'nearest'; readonly tables: readonly Dated[] }>> = {
  'eu-population': { choice: 'nearest', tables: byDay(euPopulation.tables.map((t) => ({ from: `${t.year}-01-01`, source: t.source, values: t.values }))) },
  'eu-votes': { choice: 'in-force', tables: byDay(euVotes.tables) },
  'imf-votes': { choice: 'nearest', tables: byDay(imfVotes.tables) },
};

/** Names that a rule may write for a weight table. */
export const weightTableNames = (): readonly string[] => Object.keys(named);

const yearsApart = (table: Dated, day: string): number => Math.abs(Number(table.from.slice(0, 4)) - Number(day.slice(0, 4)));

/**
 * Weights of every member of `roster` on a day. Tables of votes are those in force on the day; tables of population and of the IMF are
 * those of the nearest year that holds the whole roster (the earlier on a tie). Without a day: the newest that holds the roster.
 * Fails with a sentence that names the members without a weight.
 */
export function weightsFor(tableName: string, roster: readonly StateCode[], day: IsoDate | undefined): Result<WeightTable, string> {
  const series = own(named, tableName);
  if (!series) return err(`There is no weight table "${tableName}"; known: ${weightTableNames().join(', ')}.`);
  const complete = series.tables.filter((t) => roster.every((m) => t.values[m] !== undefined));
  let chosen: Dated | undefined;
  if (day === undefined) chosen = complete.at(-1);
  else if (series.choice === 'in-force') chosen = series.tables.filter((t) => t.from <= day).at(-1);
  else chosen = complete.reduce<Dated | undefined>((best, t) => (best && yearsApart(best, day) <= yearsApart(t, day) ? best : t), undefined);
  const fallback = chosen ?? series.tables.at(-1);
  const missing = roster.filter((m) => fallback?.values[m] === undefined);
  if (!chosen || missing.length > 0) return err(`The table "${tableName}" has no weight for ${missing.join(', ') || 'the whole roster on one day'}; give the rule its own weights.`);
  const table = chosen;
  return ok({ values: new Map(roster.map((m) => [m, table.values[m] ?? 0])), note: `${tableName}: table of ${table.from.slice(0, 4)} (${table.source}).` });
}

/** Weights written in the rule itself, for the whole roster or a sentence that names who is missing. */
export function ownWeights(values: Readonly<Record<string, number>>, roster: readonly StateCode[]): Result<ReadonlyMap<StateCode, number>, string> {
  const missing = roster.filter((m) => values[m] === undefined);
  return missing.length > 0 ? err(`The rule gives no weight for ${missing.join(', ')}.`) : ok(new Map(roster.map((m) => [m, values[m] ?? 0])));
}

/** Members of the Communities or the Union on a day, from 1958; empty before. */
export function euMembersOn(day: string): readonly StateCode[] {
  const [union, date] = [resolveBody('eu'), parseIsoDate(day)];
  return union && date ? rosterAt(union, date) : [];
}
