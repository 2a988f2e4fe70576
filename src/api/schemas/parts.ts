import { z } from '@hono/zod-openapi';
import { parseInstant } from '../../app/parse-request.js';
import { parseIsoDate, type IsoDate, type Sha256, type StateCode } from '../../domain/ids.js';
import type { Attribution } from '../../domain/statement.js';
import { ATTRIBUTIONS } from '../../domain/statement.js';
import { STANCES } from '../../domain/stance.js';

/** Small schemas that the others are made of. Brands are put on here: each pattern is its brand's definition (SAFETY). */
export const stateCode = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .openapi({ description: 'ISO 3166-1 alpha-3 code (XKX for Kosovo).', example: 'HUN' }) as unknown as z.ZodType<StateCode>;

export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).openapi({ format: 'date', example: '2024-10-18' }) as unknown as z.ZodType<IsoDate>;

export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi({ description: 'SHA-256 in hexadecimal.' }) as unknown as z.ZodType<Sha256>;

export const instant = z.string().openapi({ format: 'date-time', example: '2026-11-24T09:20:29.716Z' });

export const share = z.number().min(0).max(1);
export const stance = z.enum(STANCES);
export const positionStance = z.enum([...STANCES, 'unknown']);
export const attribution = z.enum(ATTRIBUTIONS) satisfies z.ZodType<Attribution>;

export const span = z
  .object({ start: z.int().min(0), end: z.int().min(1) })
  .readonly()
  .openapi('Span', { description: 'Half-open range of UTF-16 code units into the document’s text.' });

/** An issue of a schema that carries the failure code it stands for. */
const malformedDate = { params: { code: 'date-malformed' } };

/** A day as a caller writes it; empty counts as absent. */
export const askedDay = z
  .string()
  .refine((raw) => raw === '' || parseIsoDate(raw) !== null, { error: ({ input }) => `"${String(input)}" is no day; write it as YYYY-MM-DD.`, ...malformedDate })
  .openapi({ format: 'date', example: '2024-10-18' });

/** An instant of system time as a caller writes it: ISO 8601 with its zone, or a day, which means its end in UTC. */
export const askedInstant = z
  .string()
  .refine((raw) => raw === '' || parseInstant(raw) !== null, {
    error: ({ input }) => `"${String(input)}" is no instant; write it as YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.`,
    ...malformedDate,
  })
  .openapi({ example: '2026-11-24T09:20:29Z', description: 'ISO 8601 with its zone, or a day, which means its end in UTC.' });

export const questionPath = z.object({ id: z.string().min(1).openapi({ description: 'Id of the question.', example: 'nato-ukraine-2024' }) });

/** What a count may be asked for. */
export const countQuery = z.object({
  asOf: askedDay.optional().openapi({ description: 'Valid time: only what was said on or before this day.' }),
  knownAt: askedInstant.optional().openapi({ description: 'System time: only what the register knew then.' }),
  option: z.string().optional().openapi({ description: 'Option of the question; the first when absent.' }),
  rule: z.string().optional().openapi({ description: 'Another decision rule.', example: 'qualified-majority' }),
  assume: z.string().optional().openapi({ description: 'Suppositions.', example: 'HUN=support,SVK=support' }),
  met: z.string().optional().openapi({ description: 'Kinds of condition supposed to be met.', example: 'war-over' }),
  cost: z.string().optional().openapi({ description: 'What it costs to move a member; the others cost 1.', example: 'HUN=3,SVK=1.5' }),
  chance: z.string().optional().openapi({ description: 'Chance of a yes by member or stance, 0 to 1.', example: 'HUN=0.2,unknown=0.7' }),
  together: z.string().optional().openapi({ description: 'Chance that members move together, 0 to 1; 0 when absent.', example: '0.3' }),
  exclude: z.string().optional().openapi({ description: 'Members that may not vote.', example: 'RUS,CHN' }),
  publisher: z.string().optional().openapi({ description: 'Only what documents of this publisher say.', example: 'Harbour Times' }),
});

export const memberPath = questionPath.extend({ member: z.string().min(1).openapi({ description: 'Code or name of the member.', example: 'HUN' }) });
