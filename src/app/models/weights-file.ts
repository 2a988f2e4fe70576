import { z } from 'zod';
import defaults from '../../../knowledge/models/reason-weights.json' with { type: 'json' };
import type { Failure } from '../../domain/failure.js';
import { ok, type Result } from '../../domain/result.js';
import type { ReasonWeight } from '../../model/tradeoffs/payoff.js';
import { malformed, parseYaml, shaped, type InputFile } from './input-file.js';

const number = z.number().min(0).max(1e6);
const whole = z.record(z.string(), z.union([number.transform((weight) => ({ weight, low: weight / 2, high: weight * 2 })), z.strictObject({ weight: number, low: number, high: number }).refine((w) => w.low <= w.weight && w.weight <= w.high, 'low ≤ weight ≤ high is needed')], 'write a weight of 0 or more, or {weight, low, high}'));

/** Weights of concerns: the stated ones, with those of a user's JSON or YAML (`escalation: 2`, or with a range) in their place. */
export function reasonWeights(file: InputFile | null): Result<ReadonlyMap<string, ReasonWeight>, Failure> {
  const weights = new Map<string, ReasonWeight>(Object.entries(defaults.weights));
  if (!file) return ok(weights);
  const read = parseYaml(file);
  if (!read.ok) return read;
  const given = typeof read.value === 'object' && read.value !== null && 'weights' in read.value ? read.value.weights : read.value;
  const parsed = shaped(whole, given, file.name, 'write {escalation: 2, cost: {weight: 1, low: 0.5, high: 3}}');
  if (!parsed.ok) return parsed;
  for (const [kind, weight] of Object.entries(parsed.value)) {
    if (!weights.has(kind)) return malformed(`${file.name} weighs "${kind}", which is no concern that Holdout reads; use some of: ${[...Object.keys(defaults.weights)].join(', ')}.`);
    weights.set(kind, weight);
  }
  return ok(weights);
}
