import { z } from 'zod';
import type { Failure } from '../../domain/failure.js';
import type { StateCode } from '../../domain/ids.js';
import { ok, type Result } from '../../domain/result.js';
import { memberOf } from '../count-input.js';
import { malformed, parseCsv, parseYaml, shaped, type InputFile } from './input-file.js';

/** Leverage held elsewhere: an act in another body or file that makes a member easier to move, at a price. */
export interface GivenLever {
  readonly on: StateCode;
  /** Who holds it; null when that is nobody who votes here. */
  readonly by: StateCode | null;
  readonly kind: 'payment' | 'threat';
  /** What it is: "release of the blocked fund". */
  readonly what: string;
  /** Where it is held: "EU Council". */
  readonly body: string;
  /** What it takes off the member's cost. */
  readonly worth: number;
  /** What using it costs. */
  readonly price: number;
}

/** What a person says it costs to move members. */
export interface GivenCosts {
  /** Infinity for a member that nothing moves directly. */
  readonly costs: ReadonlyMap<StateCode, number>;
  readonly levers: readonly GivenLever[];
}

const REMEDY = 'write {costs: {HUN: 3, TUR: never}, levers: [{on: HUN, by: DEU, kind: payment, what: release of the blocked fund, body: EU Council, worth: 2, price: 1}]}';
const amount = z.union([z.number(), z.string().regex(/^\d+(\.\d+)?$/, 'write a number of 0 or more').transform(Number)]).pipe(z.number().min(0).max(1e6));
const cost = z.union([z.literal('never').transform(() => Infinity), amount], 'write a number of 0 or more, or never');
const lever = z.strictObject({ on: z.string(), by: z.string().optional(), kind: z.enum(['payment', 'threat']).default('payment'), what: z.string().min(1), body: z.string().default(''), worth: amount, price: amount.default(0) });
const whole = z.strictObject({ costs: z.record(z.string(), cost).default({}), levers: z.array(lever).default([]) });

/** Costs and levers from JSON or YAML, or costs alone from CSV (columns member, cost). Fails with one sentence that names the file and the entry. */
export function parseCosts(file: InputFile, roster: readonly StateCode[]): Result<GivenCosts, Failure> {
  let value: unknown;
  if (/\.csv$/i.test(file.name)) {
    const rows = parseCsv(file);
    if (!rows.ok) return rows;
    value = { costs: Object.fromEntries(rows.value.map((row) => [row['member'] ?? row['state'] ?? row['country'] ?? '', row['cost']])) };
  } else {
    const read = parseYaml(file);
    if (!read.ok) return read;
    value = read.value ?? {};
  }
  const parsed = shaped(whole, value, file.name, REMEDY);
  if (!parsed.ok) return parsed;
  const costs = new Map<StateCode, number>();
  for (const [name, given] of Object.entries(parsed.value.costs)) {
    const member = memberOf(name, roster);
    if (!member.ok) return member;
    costs.set(member.value, given);
  }
  const levers: GivenLever[] = [];
  for (const l of parsed.value.levers) {
    const on = memberOf(l.on, roster);
    if (!on.ok) return on;
    const by = l.by === undefined ? null : memberOf(l.by, roster);
    if (by && !by.ok) return by;
    if (by?.value === on.value) return malformed(`${file.name} cannot be used: ${on.value} holds a lever on itself ("${l.what}"); name another holder.`);
    levers.push({ ...l, on: on.value, by: by?.value ?? null });
  }
  return ok({ costs, levers });
}
