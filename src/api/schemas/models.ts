import { z } from '@hono/zod-openapi';
import { BARGAINING_MODELS } from '../../app/models/bargain-parameters.js';
import { INFLUENCE_BASES } from '../../domain/influence.js';
import { positionStance, share, stateCode } from './parts.js';

const numbers = z.array(z.number()).readonly();

/** A number or word as JSON has it, handed on as text. */
export const scalar = z.union([z.string(), z.number()]).transform(String);

/** What a file of the command line would hold: its text, or the value itself as JSON. */
export const fileText = z
  .union([z.string(), z.array(z.unknown()), z.record(z.string(), z.unknown())])
  .transform((value) => (typeof value === 'string' ? value : JSON.stringify(value)));

const spread = z.looseObject({ mean: z.number(), sd: z.number(), quantiles: z.array(z.object({ level: z.number(), value: z.number() })).readonly() });

export const bargainReport = z
  .looseObject({
    model: z.enum(BARGAINING_MODELS),
    parameters: z.looseObject({}).openapi({ description: 'The reading of the model, defaults too.' }),
    sentence: z.string(),
    forecast: numbers.nullable().openapi({ description: 'One value a dimension, in the unit of positions; null when the model has no answer.' }),
    actors: z.array(z.looseObject({ name: z.string(), positions: numbers, capability: z.number(), saliences: numbers, uncertain: z.boolean(), ends: numbers.nullable() })).readonly(),
    rounds: z.array(z.looseObject({ positions: z.record(z.string(), numbers), moves: z.array(z.looseObject({ actor: z.string(), pressedBy: z.string(), kind: z.string(), from: numbers, to: numbers })).readonly() })).readonly(),
    pressure: z.array(z.object({ actor: z.string(), moves: z.int(), distance: z.number() })).readonly(),
    settled: z.boolean().nullable(),
    simulation: z.looseObject({ runs: z.int(), seed: z.int(), unanswered: z.int(), dimensions: z.array(spread).readonly() }).nullable(),
    notes: z.array(z.string()).readonly(),
  })
  .openapi('Bargain', { description: 'Where bargaining on one issue ends; docs/models/bargaining.md has the equations.' });

const influenceEdge = z.looseObject({ from: stateCode, to: stateCode, weight: share, basis: z.enum(INFLUENCE_BASES), note: z.string().optional() }).openapi('InfluenceEdge', { description: '`from` carries `to` with this weight.' });
const joinedEdge = z.object({ from: stateCode, to: stateCode, weight: share, parts: z.array(influenceEdge).readonly() });
const view = z.number().min(0).max(100).nullable();

export const influenceReport = z
  .looseObject({
    question: z.string(),
    option: z.string(),
    sentence: z.string(),
    members: z
      .array(z.looseObject({ member: stateCode, name: z.string(), stance: positionStance, view, stubbornness: share, ends: view, shifted: view, change: z.number().nullable(), carried: z.boolean(), hears: z.array(z.object({ member: stateCode, share: z.number() })).readonly() }))
      .readonly(),
    carriers: z.array(z.object({ member: stateCode, total: z.number() })).readonly(),
    shift: z.record(z.string(), positionStance),
    edges: z.array(joinedEdge).readonly(),
    notes: z.array(z.string()).readonly(),
  })
  .openapi('Influence', { description: 'Views from 0 (against, come what may) to 100 (for it, now); docs/models/influence.md has the equations.' });

const lever = z.looseObject({ on: stateCode, by: stateCode.nullable(), kind: z.enum(['payment', 'threat']), what: z.string(), body: z.string(), worth: z.number(), price: z.number() });
const planStep = z.looseObject({
  order: z.int(),
  member: stateCode,
  name: z.string(),
  stance: positionStance,
  how: z.enum(['direct', 'carried']),
  cost: z.number(),
  through: z.array(z.object({ member: stateCode, weight: share, bases: z.array(z.enum(INFLUENCE_BASES)).readonly() })).readonly(),
  levers: z.array(lever).readonly(),
});

export const planReport = z
  .looseObject({
    question: z.string(),
    option: z.string(),
    goal: z.enum(['possible', 'certain']),
    budget: z.number().nullable(),
    outcome: z.enum(['adopted', 'blocked', 'open']),
    reached: z.boolean(),
    sentence: z.string(),
    proof: z.string().openapi({ description: 'Why no less would do, or why it cannot be done.' }),
    steps: z.array(planStep).readonly(),
    cost: z.number(),
    cheapest: z.number().nullable(),
    needed: z.array(stateCode).readonly(),
    left: z.array(stateCode).readonly(),
    chance: z.object({ before: share, after: share }).nullable(),
    conditions: z.array(z.looseObject({ kind: z.string(), met: z.string(), words: z.array(z.string()).readonly(), members: z.array(stateCode).readonly(), stillNeeded: z.array(stateCode).readonly(), cost: z.number().nullable() })).readonly(),
    notes: z.array(z.string()).readonly(),
  })
  .openapi('Plan', { description: 'A persuasion plan; docs/models/plan.md has the program.' });

const payoffs = z.record(z.string(), z.number().nullable());

export const tradeoffsReport = z
  .looseObject({
    question: z.string(),
    sentence: z.string(),
    options: z
      .array(
        z.looseObject({
          id: z.string(),
          proposal: z.string(),
          payoff: z.number().nullable(),
          members: z.array(z.looseObject({ member: stateCode, payoff: z.number(), parts: z.array(z.object({ kind: z.string(), adds: z.number() })).readonly() })).readonly(),
        }),
      )
      .readonly(),
    best: z.string().nullable(),
    tornado: z.array(z.looseObject({ kind: z.string(), weight: z.number(), low: z.number(), high: z.number(), atLow: payoffs, atHigh: payoffs, swing: z.number(), turnsBest: z.boolean() })).readonly(),
    notes: z.array(z.string()).readonly(),
  })
  .openapi('Tradeoffs', { description: 'Payoffs of options by weighed reasons; docs/models/tradeoffs.md.' });

export const priorReport = z
  .looseObject({
    question: z.string(),
    option: z.string(),
    sentence: z.string(),
    leans: z.array(z.looseObject({ member: stateCode, name: z.string(), lean: z.number().min(0).max(100), like: z.array(z.object({ member: stateCode, agreement: share, votes: z.int() })).readonly() })).readonly(),
    without: z.array(stateCode).readonly(),
    rollCalls: z.int(),
    notes: z.array(z.string()).readonly(),
  })
  .openapi('Prior', { description: 'The voting record of silent members: no evidence, part of no count; docs/models/prior.md.' });
