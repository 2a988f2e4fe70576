import { z } from 'zod';
import type { Failure } from '../../domain/failure.js';
import { ok, type Result } from '../../domain/result.js';
import type { Uncertain } from '../../model/bargaining/uncertain.js';
import { malformed, parseCsv, parseYaml, shaped, type InputFile } from './input-file.js';

/** An actor as a user gives it; what is absent is for the caller to fill or to refuse. */
export interface GivenActor {
  readonly name: string;
  /** One for each dimension. */
  readonly positions?: readonly Uncertain[];
  readonly capability?: Uncertain;
  /** One for each dimension. */
  readonly saliences?: readonly Uncertain[];
}

export interface ActorsFile {
  readonly actors: readonly GivenActor[];
  readonly model?: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const REMEDY = 'an actor looks like {name: Germany, position: 4, capability: 0.16, salience: 0.8}; an uncertain input like 3..4..6 or 4±0.5';

/** `4`, `3..4..6` (triangular: low, mode, high), `4±0.5` or `4+-0.5` (normal: mean, standard deviation). */
export function parseUncertain(raw: string): Uncertain | null {
  const number = String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?`;
  const text = raw.trim();
  if (new RegExp(`^${number}$`, 'i').test(text)) return Number(text);
  const between = new RegExp(`^(${number})\\s*\\.\\.\\s*(${number})\\s*\\.\\.\\s*(${number})$`, 'i').exec(text);
  if (between) {
    const [low, mode, high] = between.slice(1).map(Number);
    return low !== undefined && mode !== undefined && high !== undefined && low <= mode && mode <= high ? { low, mode, high } : null;
  }
  const around = new RegExp(`^(${number})\\s*(?:±|\\+-|\\+/-)\\s*(${number})$`, 'i').exec(text);
  if (!around) return null;
  const [mean, sd] = [Number(around[1]), Number(around[2])];
  return sd >= 0 ? { mean, sd } : null;
}

const uncertain = (what: string, min: number, max: number): z.ZodType<Uncertain> => {
  const within = (u: Uncertain): boolean => {
    const extremes = typeof u === 'number' ? [u] : 'mode' in u ? [u.low, u.high] : 'mean' in u ? [u.mean] : u.values;
    return extremes.every((x) => Number.isFinite(x) && x >= min && x <= max);
  };
  return z.union([z.number(), z.string()]).transform((raw, context): Uncertain => {
    const found = typeof raw === 'number' ? raw : parseUncertain(raw);
    if (found !== null && within(found)) return found;
    context.addIssue({ code: 'custom', message: `"${String(raw)}" is no ${what}${max === 1 ? ' (0 to 1; divide percentages by 100)' : min === 0 ? ' (0 or more)' : ''}` });
    return z.NEVER;
  });
};
const position = uncertain('position', -Infinity, Infinity);
const salience = uncertain('salience', 0, 1);
const listOf = <T>(one: z.ZodType<T>): z.ZodType<readonly T[]> => z.preprocess((given) => (Array.isArray(given) ? given : [given]), z.array(one).min(1));

const actor = z.strictObject({
  name: z.string().min(1),
  position: listOf(position).optional(),
  capability: uncertain('capability', 0, Infinity).optional(),
  salience: listOf(salience).optional(),
});
const whole = z.strictObject({
  actors: z.array(actor).min(1),
  model: z.string().optional(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()]).transform(String)).default({}),
});

/** Headings that a CSV file may use for each field. */
const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  name: ['name', 'actor', 'member', 'state', 'country'],
  capability: ['capability', 'capabilities', 'clout', 'power', 'resources'],
  position: ['position', 'pos'],
  salience: ['salience', 'sal'],
};

/** A CSV row as the object a YAML file would have; several dimensions are columns `position1`, `position2`, …. */
function fromRow(row: Readonly<Record<string, string>>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [field, headings] of Object.entries(HEADINGS)) {
    const single = headings.find((h) => (row[h] ?? '') !== '');
    if (single !== undefined) out[field] = row[single];
    if (field !== 'position' && field !== 'salience') continue;
    const several = Object.keys(row).filter((k) => headings.some((h) => new RegExp(`^${h}[ _-]?\\d+$`).test(k))).sort((a, b) => Number(/(?<!\d)\d+$/.exec(a)?.[0]) - Number(/(?<!\d)\d+$/.exec(b)?.[0]));
    if (several.length > 0) out[field] = several.map((k) => row[k]);
  }
  return out;
}

/**
 * Actors from JSON, YAML (a list, or {actors, model, parameters}) or CSV (columns name, position, capability, salience). Fails with one
 * sentence that names the file, the actor and what is expected.
 */
export function parseActors(file: InputFile): Result<ActorsFile, Failure> {
  let value: unknown;
  if (/\.csv$/i.test(file.name)) {
    const rows = parseCsv(file);
    if (!rows.ok) return rows;
    value = { actors: rows.value.map(fromRow) };
  } else {
    const read = parseYaml(file);
    if (!read.ok) return read;
    value = Array.isArray(read.value) ? { actors: read.value } : read.value;
  }
  const parsed = shaped(whole, value, file.name, REMEDY);
  if (!parsed.ok) return parsed;
  const { actors, model, parameters } = parsed.value;
  const seen = new Set<string>();
  for (const a of actors) {
    if (seen.has(a.name)) return malformed(`${file.name} names the actor "${a.name}" twice; give each a name of its own.`);
    seen.add(a.name);
  }
  return ok({
    actors: actors.map((a) => ({ name: a.name, ...(a.position ? { positions: a.position } : {}), ...(a.capability === undefined ? {} : { capability: a.capability }), ...(a.salience ? { saliences: a.salience } : {}) })),
    ...(model === undefined ? {} : { model }),
    parameters,
  });
}

/** An actor with all its inputs; `missing` names the first that is absent. */
export function completeActor(a: GivenActor): { readonly missing: string } | { readonly name: string; readonly positions: readonly Uncertain[]; readonly capability: Uncertain; readonly saliences: readonly Uncertain[] } {
  if (!a.positions) return { missing: 'position' };
  if (a.capability === undefined) return { missing: 'capability' };
  if (!a.saliences) return { missing: 'salience' };
  return { name: a.name, positions: a.positions, capability: a.capability, saliences: a.saliences };
}
