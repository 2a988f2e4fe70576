import { z } from '@hono/zod-openapi';
import type { BodyPowerReport, QuestionPowerReport } from '../../app/body-power.js';
import type { PowerReport } from '../../app/power-report.js';
import { day, positionStance, share, stateCode } from './parts.js';
import { optionItem } from './reports.js';

const quantity = z
  .object({
    fraction: z.tuple([z.string(), z.string()]).readonly().nullable().openapi({ description: 'Numerator and denominator; null when the value is not exact.' }),
    value: z.string().openapi({ description: 'Decimal with 16 significant digits, fewer when that many are exact.' }),
  })
  .readonly()
  .openapi('Quantity');
const index = (description: string) => z.union([quantity, z.null()]).openapi({ description: `${description} Null where it is not defined or not computed.` });
const whole = z.string().openapi({ description: 'A whole number.' });

export const powerReport = z
  .object({
    id: z.string(),
    title: z.string(),
    winningCoalitions: whole,
    minimalWinningCoalitions: whole.nullable(),
    totalSwings: whole,
    colemanPowerToAct: index('Share of coalitions that win.'),
    members: z
      .array(
        z
          .object({
            member: z.string(),
            swings: whole,
            banzhafAbsolute: index('Swings by coalitions of the others.'),
            banzhafNormalised: index('Share of all swings.'),
            shapleyShubik: index('Chance of being pivotal in a random order.'),
            deeganPackel: index('Equal share of minimal winning coalitions.'),
            colemanPrevent: index('Swings by winning coalitions.'),
            colemanInitiate: index('Swings by losing coalitions.'),
          })
          .readonly(),
      )
      .readonly(),
    method: z.array(z.string()).readonly(),
  })
  .readonly()
  .openapi('Power') satisfies z.ZodType<PowerReport>;

const bodyFields = {
  body: z.string(),
  rule: z.object({ id: z.string(), text: z.string(), citation: z.string(), notes: z.array(z.string()).readonly() }).readonly(),
  date: day.openapi({ description: 'The day of the roster, rule and weights.' }),
  sentence: z.string(),
  power: powerReport,
};

export const bodyPowerReport = z.object(bodyFields).readonly().openapi('BodyPower') satisfies z.ZodType<BodyPowerReport>;

export const questionPowerReport = z
  .object({
    ...bodyFields,
    question: z.object({ id: z.string(), title: z.string() }).readonly(),
    option: optionItem,
    today: z
      .object({
        adoption: share,
        sentence: z.string(),
        assumptions: z.array(z.string()).readonly(),
        members: z.array(z.object({ member: stateCode, stance: positionStance, chance: share, pivot: share }).readonly()).readonly(),
      })
      .readonly()
      .nullable()
      .openapi({ description: 'Who decides given what the others want; null where it is too large to reckon exactly.' }),
  })
  .readonly()
  .openapi('QuestionPower') satisfies z.ZodType<QuestionPowerReport>;
