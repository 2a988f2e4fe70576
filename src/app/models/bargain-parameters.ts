import { z } from 'zod';
import type { Failure } from '../../domain/failure.js';
import { err, ok, type Result } from '../../domain/result.js';
import { BARGAINING_MODELS, type BargainingModel, type Chosen } from '../../model/bargaining/bargain.js';
import { CHALLENGE_DEFAULTS, whyNotChallenge } from '../../model/bargaining/challenge-parameters.js';
import { KTAB_DEFAULTS, OPTION_MODELS, VOTING_RULES } from '../../model/bargaining/ktab-parameters.js';
import { NASH_DEFAULTS } from '../../model/bargaining/nash.js';

export { BARGAINING_MODELS };

const number = z.string().regex(/^[-+]?(\d+(?:\.\d*)?|\.\d+)(e[-+]?\d+)?$/i, 'write a number').transform(Number);
const challenge = z.strictObject({
  probabilityDenominator: z.enum(['pair', 'all-pairs']).default(CHALLENGE_DEFAULTS.probabilityDenominator),
  offerSelection: z.enum(['least-change', 'replication']).default(CHALLENGE_DEFAULTS.offerSelection),
  compromise: z.enum(['presser-ahead', 'presser-behind']).default(CHALLENGE_DEFAULTS.compromise),
  dangerOver: z.enum(['actors', 'positions']).default(CHALLENGE_DEFAULTS.dangerOver),
  q: number.default(CHALLENGE_DEFAULTS.q),
  t: z.union([z.literal('median'), number]).default(CHALLENGE_DEFAULTS.t),
  tolerance: number.default(CHALLENGE_DEFAULTS.tolerance),
  rounds: number.default(CHALLENGE_DEFAULTS.rounds),
});
const nash = z.strictObject({
  loss: z.enum(['linear', 'quadratic']).default(NASH_DEFAULTS.loss),
  disagreement: z
    .union([z.literal('far-end'), z.string().regex(/^position:/).transform((s) => s.slice(9)).pipe(number).transform((position) => ({ position })), z.string().regex(/^payoff:/).transform((s) => s.slice(7)).pipe(number).transform((payoff) => ({ payoff }))], 'write far-end, position:X or payoff:X')
    .default(NASH_DEFAULTS.disagreement),
});
const share = z
  .string()
  .regex(/^(0|1|0?\.\d+|1\/2|1\/3|2\/3)$/, 'write a share from 0 to 1')
  .transform((s) => Number(s.split('/')[0]) / Number(s.split('/')[1] ?? 1));
const ktab = z.strictObject({
  voting: z.enum(VOTING_RULES).default(KTAB_DEFAULTS.voting),
  victoryExponent: z.enum(['1', '2', '4', '8']).transform((s) => Number(s) as 1 | 2 | 4 | 8).default(KTAB_DEFAULTS.victoryExponent),
  options: z.enum(OPTION_MODELS).default(KTAB_DEFAULTS.options),
  riskRange: z.enum(['min', 'mid', 'max']).default(KTAB_DEFAULTS.riskRange),
  risksSeen: share.default(KTAB_DEFAULTS.risksSeen),
  interpolation: z.enum(['s1p1', 's2p2']).default(KTAB_DEFAULTS.interpolation),
  thirdParties: z.enum(['none', 'semi', 'full']).default(KTAB_DEFAULTS.thirdParties),
  turns: number.pipe(z.number().int().min(0).max(1000)).default(KTAB_DEFAULTS.turns),
});

const usage = (message: string): Result<never, Failure> => err({ code: 'usage', category: 'caller', message });

/** A model by name with its parameters as text, the defaults filled in; fails with one sentence that lists what there is. */
export function chooseModel(name: string, raw: Readonly<Record<string, string>>): Result<Chosen, Failure> {
  if (!(BARGAINING_MODELS as readonly string[]).includes(name)) return usage(`There is no bargaining model "${name}"; use one of: ${BARGAINING_MODELS.join(', ')}.`);
  // SAFETY: just checked.
  const model = name as BargainingModel;
  switch (model) {
    case 'challenge': {
      const parameters = parsed(challenge, raw, model);
      const wrong = parameters.ok ? whyNotChallenge(parameters.value) : null;
      return wrong === null ? (parameters.ok ? ok({ model, parameters: parameters.value }) : parameters) : usage(`The challenge model cannot be used: ${wrong}.`);
    }
    case 'median':
    case 'mean': {
      const [first] = Object.keys(raw);
      return first === undefined ? ok({ model, parameters: {} }) : usage(`The model ${model} has no parameter "${first}"; it has none at all.`);
    }
    case 'nash': {
      const parameters = parsed(nash, raw, model);
      return parameters.ok ? ok({ model, parameters: parameters.value }) : parameters;
    }
    case 'ktab': {
      const parameters = parsed(ktab, raw, model);
      return parameters.ok ? ok({ model, parameters: parameters.value }) : parameters;
    }
  }
}

function parsed<T extends z.ZodObject>(schema: T, raw: Readonly<Record<string, string>>, model: string): Result<z.output<T>, Failure> {
  const unknown = Object.keys(raw).find((key) => !(key in schema.shape));
  if (unknown !== undefined) return usage(`The model ${model} has no parameter "${unknown}"; it has: ${Object.keys(schema.shape).join(', ')}.`);
  const result = schema.safeParse(raw);
  if (result.success) return ok(result.data);
  const issue = result.error.issues[0];
  return usage(`The parameter ${String(issue?.path[0] ?? '')} of the model ${model} cannot be "${raw[String(issue?.path[0] ?? '')] ?? ''}": ${issue?.message ?? 'wrong value'}.`);
}
