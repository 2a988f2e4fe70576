import { z } from 'zod';
import reasons from '../../knowledge/lexicons/reasons.json' with { type: 'json' };
import { ATTRIBUTIONS } from '../domain/statement.js';
import { STANCES } from '../domain/stance.js';

/** Kinds of reason a model may name. */
export const REASON_KINDS: readonly string[] = Object.keys(reasons.kinds);
const CONDITION_KINDS = ['while', 'unless', 'if', 'until', 'after'] as const;
const share = z.number().min(0).max(1);

/** A statement as a model claims it, before anything of it is checked. */
export const claimedStatement = z.object({
  quote: z.string(),
  speaker: z.string(),
  speaksFor: z.string(),
  attribution: z.enum(ATTRIBUTIONS),
  origin: z.string(),
});

/** A signal as a model claims it; `statement` is an index into the statements of the same answer. */
export const claimedSignal = z.object({
  statement: z.int().min(0),
  member: z.string(),
  option: z.string(),
  stance: z.enum(STANCES),
  firmness: share,
  confidence: share,
  evidence: z.string(),
  condition: z.object({ kind: z.enum(CONDITION_KINDS), quote: z.string() }).nullable(),
  reasons: z.array(z.object({ kind: z.string(), quote: z.string() })),
});

export type ClaimedStatement = z.infer<typeof claimedStatement>;
export type ClaimedSignal = z.infer<typeof claimedSignal>;

/** Most statements, and most signals, that one answer may hold: a part of an article has no more claims than that. */
export const MOST_CLAIMS = 400;

/** An answer whose items are still unknown: one wrong item must not cost the others. */
export const answerEnvelope = z.object({
  statements: z.array(z.unknown()).max(MOST_CLAIMS),
  signals: z.array(z.unknown()).max(MOST_CLAIMS),
});
export type Answer = z.infer<typeof answerEnvelope>;

/** The JSON Schema that a server is asked to hold its answer to; without the limits of numbers, which not every server takes. */
export const answerJsonSchema = (): Record<string, unknown> =>
  z.toJSONSchema(z.object({ statements: z.array(claimedStatement), signals: z.array(claimedSignal) }), {
    override: ({ jsonSchema }) => {
      delete jsonSchema.minimum;
      delete jsonSchema.maximum;
    },
  });
