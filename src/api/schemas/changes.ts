import { z } from '@hono/zod-openapi';
import type { Change } from '../../app/changes/changes.js';
import { instant, positionStance, stance, stateCode } from './parts.js';

const told = {
  id: z.string().openapi({ description: 'The same change has the same id whenever it is asked for.' }),
  at: instant.openapi({ description: 'System time: when the register learned the last of what made it.' }),
  question: z.string(),
  option: z.string(),
  sentence: z.string().openapi({ example: 'Hungary moved from oppose to conditional.' }),
};
const outcome = z.enum(['adopted', 'blocked', 'open']);

const signalChange = z
  .object({
    change: z.enum(['gained', 'lost']),
    stance,
    quote: z.string(),
    reader: z.string(),
    because: z.enum(['new document', 'reader', 'person']),
  })
  .readonly()
  .openapi('SignalChange');

export const changeItem = z
  .discriminatedUnion('kind', [
    z
      .object({ ...told, kind: z.literal('position'), member: stateCode, before: positionStance, after: positionStance, signals: z.array(signalChange).readonly() })
      .openapi('PositionChange'),
    z
      .object({ ...told, kind: z.literal('outcome'), before: z.union([outcome, z.null()]), after: outcome, count: z.string().openapi({ description: 'The count in a sentence.' }) })
      .openapi('OutcomeChange'),
  ])
  .openapi('Change') satisfies z.ZodType<Change>;
