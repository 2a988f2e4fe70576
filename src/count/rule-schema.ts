import { z } from 'zod';
import { parseIsoDate, parseStateCode } from '../domain/ids.js';
import type { BlockingPlusOne, RuleDefinition, RuleTest, Threshold } from './rule.js';
import { own } from '../domain/own.js';

/** A share as people write it, "55%", "2/3" or "66.7 %", as a fraction of whole numbers; null when it is none or outside (0, 1]. */
export function parseShare(raw: string): { readonly num: number; readonly den: number } | null {
  const percent = /^(\d{1,3})(?:\.(\d{1,6}))?\s*%$/.exec(raw.trim());
  const ratio = /^(\d{1,6})\s*\/\s*(\d{1,6})$/.exec(raw.trim());
  let num: number, den: number;
  if (percent) {
    den = 100 * 10 ** (percent[2]?.length ?? 0);
    num = Number(percent[1] + (percent[2] ?? ''));
  } else if (ratio) {
    num = Number(ratio[1]);
    den = Number(ratio[2]);
  } else return null;
  return num > 0 && num <= den ? { num, den } : null;
}

const stateCode = z.string().transform((raw, ctx) => {
  const code = parseStateCode(raw);
  if (code) return code;
  ctx.addIssue(`"${raw}" is not a three-letter capital state code such as FRA`);
  return z.NEVER;
});
const isoDate = z.string().transform((raw, ctx) => {
  const date = parseIsoDate(raw);
  if (date) return date;
  ctx.addIssue(`"${raw}" is not a day such as 2014-11-01`);
  return z.NEVER;
});
const share = z.string('write a share in quotes or with a sign: "2/3" or 55%').transform((raw, ctx) => {
  const parsed = parseShare(raw);
  if (parsed) return parsed;
  ctx.addIssue(`"${raw}" is not a share above 0 and up to 1, such as 55% or 2/3`);
  return z.NEVER;
});
const wholeNumber = z.number('write a whole number').int('write a whole number').min(0, 'write 0 or more');
const measure = z.string().min(1);
const base = z.enum(['all', 'present-voting'], 'write all or present-voting').default('all');

const numberOrShare = z.unknown().transform((raw, ctx): number | { readonly num: number; readonly den: number } => {
  if (typeof raw === 'number' && Number.isInteger(raw) && raw >= 0) return raw;
  const parsed = typeof raw === 'string' ? parseShare(raw) : null;
  if (parsed) return parsed;
  ctx.addIssue(`"${String(raw)}" is neither a whole number such as 9 nor a share up to 1 such as 55% or 2/3`);
  return z.NEVER;
});

/** `at-least: 9`, `at-least: 55%` or `more-than: 1/2`, one of them. */
const thresholdKeys = { 'at-least': numberOrShare.optional(), 'more-than': share.optional() };
function threshold(raw: { 'at-least'?: number | { readonly num: number; readonly den: number } | undefined; 'more-than'?: { num: number; den: number } | undefined }, ctx: z.RefinementCtx): Threshold | null {
  const [atLeast, moreThan] = [raw['at-least'], raw['more-than']];
  if ((atLeast === undefined) === (moreThan === undefined)) {
    ctx.addIssue('give one of at-least and more-than');
    return null;
  }
  if (typeof atLeast === 'number') return { kind: 'number', value: atLeast };
  if (atLeast) return { kind: 'share', ...atLeast, strict: false };
  return moreThan ? { kind: 'share', ...moreThan, strict: true } : null;
}
const summing = (kind: 'yes' | 'present') =>
  z.strictObject({ [kind]: measure, ...thresholdKeys, of: base } as { yes: typeof measure; of: typeof base } & typeof thresholdKeys).transform((raw, ctx): RuleTest => {
    const asked = threshold(raw, ctx);
    // SAFETY: the one computed key holds a measure.
    return asked ? { kind, measure: (raw as unknown as Record<string, string>)[kind] ?? '', threshold: asked, base: raw.of } : z.NEVER;
  });

/** Each test is named by its first key; the key picks the schema, so that a mistake is reported in the words of that test. */
const tests: Readonly<Record<string, z.ZodType<RuleTest>>> = {
  all: z.lazy(() => z.strictObject({ all: z.array(test).min(1, 'list at least one test') }).transform((raw): RuleTest => ({ kind: 'all', of: raw.all }))),
  any: z.lazy(() => z.strictObject({ any: z.array(test).min(1, 'list at least one test') }).transform((raw): RuleTest => ({ kind: 'any', of: raw.any }))),
  yes: summing('yes'),
  present: summing('present'),
  'objections-at-most': z.strictObject({ 'objections-at-most': z.union([wholeNumber, z.literal('all-but-one')], 'write a whole number or all-but-one') })
    .transform((raw): RuleTest => ({ kind: 'objections', atMost: raw['objections-at-most'] })),
  'absent-at-most': z.strictObject({ 'absent-at-most': wholeNumber }).transform((raw): RuleTest => ({ kind: 'absent', atMost: raw['absent-at-most'] })),
  'against-fewer-than': z
    .strictObject({
      'against-fewer-than': z.union(
        [wholeNumber, z.strictObject({ 'members-with-more-than': share, of: measure }).transform((raw): BlockingPlusOne => ({ measure: raw.of, moreThan: raw['members-with-more-than'] }))],
        'write a whole number, or members-with-more-than and of',
      ),
    })
    .transform((raw): RuleTest => ({ kind: 'against', fewerThan: raw['against-fewer-than'] })),
  'no-veto-by': z.strictObject({ 'no-veto-by': z.array(stateCode).min(1, 'list at least one member') }).transform((raw): RuleTest => ({ kind: 'veto', members: raw['no-veto-by'] })),
  'declared-below': z.strictObject({ 'declared-below': share, of: measure })
    .transform((raw): RuleTest => ({ kind: 'declared', measure: raw.of, below: { kind: 'share', ...raw['declared-below'], strict: false } })),
};
const test: z.ZodType<RuleTest> = z.unknown().transform((raw, ctx): RuleTest => {
  const keys = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? Object.keys(raw) : [];
  const schema = keys.map((k) => own(tests, k)).find((s) => s !== undefined);
  if (!schema) {
    ctx.addIssue(`a test needs one of the keys ${Object.keys(tests).join(', ')}`);
    return z.NEVER;
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const key = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    ctx.issues.push({ code: 'custom', message: issueMessage(issue), path: [...issue.path, ...key].map(String), input: raw });
  }
  return z.NEVER;
});

/** An issue in words; an unknown key is named. */
export const issueMessage = (issue: { readonly code?: string | undefined; readonly message: string; readonly keys?: readonly string[] }): string =>
  issue.code === 'unrecognized_keys' && issue.keys ? `unknown key ${issue.keys.map((k) => `"${k}"`).join(', ')}` : issue.message;

const weightTable = z.union([z.string(), z.record(z.string(), wholeNumber)], 'write the name of a weight table, or a list of members with whole numbers');

/** A rule as written in JSON or YAML. Parsing gives the `RuleDefinition`, or issues with paths. */
export const ruleSchema = z
  .strictObject(
    {
    id: z.string('give the rule an id').regex(/^[a-z0-9][a-z0-9-]*$/, 'write the id in small letters, digits and hyphens'),
    title: z.string('give the rule a title').min(1),
    names: z.array(z.string()).default([]),
    bodies: z.array(z.string()).default(['*']),
    'default-for': z.array(z.string()).default([]),
    from: isoDate.optional(),
    until: isoDate.optional(),
    source: z.string('say where the rule is written down').min(1, 'say where the rule is written down'),
    needs: z.string().optional(),
    passes: test,
    weights: z.record(z.string(), weightTable).default({}),
    'when-partial': z.string().optional(),
    then: z.array(z.string()).default([]),
    note: z.string().optional(),
    },
    { error: (issue) => (issue.code === 'invalid_type' ? 'a rule is a list of keys: id, title, source and passes at least' : undefined) },
  )
  .superRefine((rule, ctx) => {
    for (const name of measuresOf(rule.passes)) {
      if (name !== 'members' && rule.weights[name] === undefined) ctx.addIssue({ code: 'custom', path: ['weights'], message: `the tests add up "${name}", so weights needs a table of that name` });
    }
    if (rule.from && rule.until && rule.until <= rule.from) ctx.addIssue({ code: 'custom', path: ['until'], message: 'until must be later than from' });
  })
  .transform((raw): RuleDefinition => ({
    id: raw.id, title: raw.title, names: raw.names, bodies: raw.bodies, defaultFor: raw['default-for'], source: raw.source,
    needs: raw.needs ?? `the rule is ${raw.title}`, passes: raw.passes, weights: raw.weights, then: raw.then,
    ...(raw.from && { from: raw.from }), ...(raw.until && { until: raw.until }),
    ...(raw['when-partial'] !== undefined && { whenPartial: raw['when-partial'] }), ...(raw.note !== undefined && { note: raw.note }),
  }));

/** Names of the measures that a test adds up. */
export function measuresOf(ruleTest: RuleTest): readonly string[] {
  switch (ruleTest.kind) {
    case 'all':
    case 'any':
      return [...new Set(ruleTest.of.flatMap(measuresOf))];
    case 'yes':
    case 'present':
    case 'declared':
      return [ruleTest.measure];
    case 'against':
      return typeof ruleTest.fewerThan === 'number' ? [] : [ruleTest.fewerThan.measure];
    case 'objections':
    case 'absent':
    case 'veto':
      return [];
  }
}
