import { z } from '@hono/zod-openapi';
import type { StatementRow } from '../../app/statement-rows.js';

export const statementItem = z
  .object({
    id: z.string(),
    document: z.string(),
    publisher: z.string(),
    published: z.string().openapi({ description: 'Day of publication; empty when undated.' }),
    recorded: z.string(),
    speaker: z.string(),
    speaksFor: z.string(),
    attribution: z.string(),
    directness: z.string(),
    about: z.string().openapi({ description: 'Codes of the states it is about, parted by spaces.' }),
    origin: z.string(),
    quote: z.string(),
    start: z.int(),
    end: z.int(),
    rule: z.string(),
  })
  .readonly()
  .openapi('StatementItem') satisfies z.ZodType<StatementRow>;
