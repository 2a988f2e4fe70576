import { z } from 'zod';
import type { Failure } from '../../domain/failure.js';
import type { StateCode } from '../../domain/ids.js';
import type { InfluenceEdge } from '../../domain/influence.js';
import { ok, type Result } from '../../domain/result.js';
import { memberOf } from '../count-input.js';
import { parseCsv, parseYaml, shaped, type InputFile } from './input-file.js';

/** What a person says of influence: edges, and how stubborn members are. */
export interface GivenInfluence {
  readonly edges: readonly InfluenceEdge[];
  readonly stubbornness: ReadonlyMap<StateCode, number>;
}

const REMEDY = 'an edge looks like {from: USA, to: DEU, weight: 0.6}, weight from 0 to 1';
const unit = z.union([z.number(), z.string().regex(/^\d+(\.\d+)?$|^\.\d+$/, 'a weight is a number from 0 to 1').transform(Number)]).pipe(z.number().min(0).max(1));
const edge = z.strictObject({ from: z.string().min(1), to: z.string().min(1), weight: unit, note: z.string().optional() });
const whole = z.strictObject({ edges: z.array(edge).default([]), stubbornness: z.record(z.string(), unit).default({}) });

/**
 * Influence edges from JSON, YAML (a list, or {edges, stubbornness}) or CSV (columns from, to, weight, note). States by code or name. Fails
 * with one sentence that names the file and the entry.
 */
export function parseEdges(file: InputFile, roster: readonly StateCode[]): Result<GivenInfluence, Failure> {
  let value: unknown;
  if (/\.csv$/i.test(file.name)) {
    const rows = parseCsv(file);
    if (!rows.ok) return rows;
    value = { edges: rows.value.map((row) => ({ from: row['from'], to: row['to'], weight: row['weight'], ...(row['note'] ? { note: row['note'] } : {}) })) };
  } else {
    const read = parseYaml(file);
    if (!read.ok) return read;
    value = Array.isArray(read.value) ? { edges: read.value } : (read.value ?? {});
  }
  const parsed = shaped(whole, value, file.name, REMEDY);
  if (!parsed.ok) return parsed;
  const edges: InfluenceEdge[] = [];
  for (const e of parsed.value.edges) {
    const [from, to] = [memberOf(e.from, roster), memberOf(e.to, roster)];
    if (!from.ok) return from;
    if (!to.ok) return to;
    edges.push({ from: from.value, to: to.value, weight: e.weight, basis: 'hand', ...(e.note ? { note: e.note } : {}) });
  }
  const stubbornness = new Map<StateCode, number>();
  for (const [name, share] of Object.entries(parsed.value.stubbornness)) {
    const member = memberOf(name, roster);
    if (!member.ok) return member;
    stubbornness.set(member.value, share);
  }
  return ok({ edges, stubbornness });
}
