import { z } from '@hono/zod-openapi';
import type { CountInShort, WhatIfReport } from '../../app/what-if.js';
import { SUPPOSABLE } from '../../app/what-if.js';
import type { StoredWhatIf } from '../../domain/what-if.js';
import { countQuery, instant, positionStance, share, stance, stateCode } from './parts.js';

const named = { member: stateCode, name: z.string() };
const supposes = z.record(z.string(), z.string()).readonly().openapi({ description: 'Suppositions by the names of the query parameters.', example: { met: 'war-over' } });

const countInShort = z
  .object({ outcome: z.enum(['adopted', 'blocked', 'open']), sentence: z.string(), holdouts: z.array(stateCode).readonly(), fewestFlips: z.int().nullable(), adoption: share.nullable() })
  .readonly()
  .openapi('CountInShort') satisfies z.ZodType<CountInShort>;

const name = z.string().openapi({ example: 'ceasefire' });

export const whatIfItem = z
  .object({ question: z.string(), name, author: z.string(), note: z.string(), supposes, recordedAt: instant })
  .readonly()
  .openapi('WhatIfItem') satisfies z.ZodType<StoredWhatIf>;

export const whatIfReport = z
  .object({
    question: z.object({ id: z.string(), title: z.string() }).readonly(),
    option: z.object({ id: z.string(), proposal: z.string() }).readonly(),
    saved: z.object({ name, author: z.string(), note: z.string(), recordedAt: instant }).readonly().nullable(),
    supposes,
    before: countInShort,
    after: countInShort,
    moved: z.array(z.object({ ...named, from: positionStance, to: positionStance, by: z.enum(['condition', 'supposed']), words: z.array(z.string()).readonly() }).readonly()).readonly(),
    held: z
      .array(z.object({ ...named, stance: positionStance, unmet: z.array(z.string()).readonly() }).readonly())
      .readonly()
      .openapi({ description: 'Who named a condition that is met and waits for something else too.' }),
    conditions: z
      .array(
        z
          .object({ kind: z.string(), state: z.enum(['open', 'met', 'failed']), supposedMet: z.boolean(), stated: z.array(z.object({ ...named, stance, words: z.string() }).readonly()).readonly() })
          .readonly(),
      )
      .readonly(),
    sentence: z.string(),
  })
  .readonly()
  .openapi('WhatIf') satisfies z.ZodType<WhatIfReport>;

export const whatIfQuery = countQuery.omit({ knownAt: true }).extend({ saved: z.string().optional().openapi({ description: 'Name of a saved what-if; other parameters come before its suppositions.' }) });

const supposable = Object.fromEntries(SUPPOSABLE.map((key) => [key, z.string().optional()])) as { [K in (typeof SUPPOSABLE)[number]]: z.ZodOptional<z.ZodString> };

export const whatIfBody = z
  .object({ name, author: z.string().optional(), note: z.string().default(''), supposes: z.strictObject(supposable) })
  .openapi('SaveWhatIf');
