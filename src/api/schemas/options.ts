import { z } from '@hono/zod-openapi';
import type { OptionReport, OptionsReport } from '../../app/options-report.js';
import { share, stateCode } from './parts.js';
import { pricedSetOrNone } from './reports.js';

const ids = z.array(z.string()).readonly();
const members = z.array(stateCode).readonly();

const optionReport = z
  .object({
    id: z.string(),
    proposal: z.string(),
    restsOn: ids.openapi({ description: 'Options whose evidence carries over by a declared entailment.' }),
    outcome: z.enum(['adopted', 'blocked', 'open']),
    sentence: z.string(),
    supporters: members,
    holdouts: members,
    undecided: members,
    signals: z.int().openapi({ description: 'Signals that speak of it, entailed ones among them.' }),
    fewestFlips: z.int().nullable(),
    toPossible: pricedSetOrNone,
    toCertain: pricedSetOrNone,
    probability: z.object({ adoption: share, apart: share, together: share }).readonly().nullable(),
    dominatedBy: ids.openapi({ description: 'Options that every member likes at least as well and one more.' }),
  })
  .readonly()
  .openapi('OptionCount') satisfies z.ZodType<OptionReport>;

export const optionsReport = z
  .object({
    question: z.object({ id: z.string(), title: z.string() }).readonly(),
    rule: z.object({ id: z.string(), text: z.string(), needs: z.string() }).readonly(),
    options: z.array(optionReport).readonly(),
    adopted: ids.openapi({ description: 'Adopted whatever the undecided do.' }),
    possible: ids.openapi({ description: 'Not blocked today.' }),
    nearest: ids.openapi({ description: 'Least cost to make possible, then certain.' }),
    pareto: ids.openapi({ description: 'Options that no other is better than for some members and worse for none.' }),
    sentence: z.string(),
  })
  .readonly()
  .openapi('Options') satisfies z.ZodType<OptionsReport>;
