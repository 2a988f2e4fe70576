import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { parseRule } from '../count/parse-rule.js';
import type { Failure } from '../domain/failure.js';
import { parseIsoDate, type IsoDate, type StateCode } from '../domain/ids.js';
import type { Option, Question } from '../domain/question.js';
import { err, ok, type Result } from '../domain/result.js';
import { allBodies, resolveBody, rosterAt } from '../knowledge/bodies.js';
import { knownConditionKinds } from '../knowledge/condition-kinds.js';
import { parseState } from '../knowledge/state-phrases.js';
import { entailmentFault } from './entailment.js';
import { ruleOfQuestion } from './rule-of-question.js';
import { plainValue } from '../domain/plain-value.js';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens');
const option = z.strictObject({ id: slug, proposal: z.string().min(3), aliases: z.array(z.string().min(1)).default([]), entails: z.array(slug).optional() });
const isoDay = z.string().transform((raw, ctx) => {
  const day = parseIsoDate(raw);
  if (day) return day;
  ctx.addIssue(`"${raw}" is no day; write it as YYYY-MM-DD`);
  return z.NEVER;
});
const condition = z
  .strictObject({ kind: slug, words: z.array(z.string().min(2)).default([]), met: z.string().min(3).optional(), state: z.enum(['open', 'met', 'failed'], 'write open, met or failed').default('open'), since: isoDay.optional() })
  .refine((c) => c.words.length > 0 || knownConditionKinds.some((k) => k.kind === c.kind), {
    path: ['kind'],
    error: ({ input }) => `"${(input as { kind: string }).kind}" is no known kind of condition, so it needs words; known: ${knownConditionKinds.map((k) => k.kind).join(', ')}`,
  });
/** A question as a file or a caller writes it. */
export const questionFile = z.strictObject({
  id: slug,
  title: z.string().min(1).optional(),
  body: z.string().min(1),
  rule: z.union([z.string().min(1), z.record(z.string(), z.unknown())], 'write the name of a rule, the path of a YAML file with one, or a rule of your own').optional(),
  date: z.string().optional(),
  proposal: z.string().min(3).optional(),
  aliases: z.array(z.string().min(1)).default([]),
  options: z
    .array(option)
    .min(1)
    .superRefine((options, ctx) => {
      const fault = entailmentFault(options);
      if (fault) ctx.addIssue({ code: 'custom', path: [fault.option, 'entails', fault.entry], message: fault.message });
    })
    .optional(),
  conditions: z.array(condition).optional(),
  members: z.array(z.string()).optional(),
});

const malformed = (message: string): Result<never, Failure> => err({ code: 'question-malformed', category: 'caller', message });

/** States of a roster given as codes or names; fails with `member-unknown` naming the first that is no state. */
export function parseRoster(raw: readonly string[]): Result<readonly StateCode[], Failure> {
  const out: StateCode[] = [];
  for (const r of raw) {
    const state = parseState(r);
    if (!state) return err({ code: 'member-unknown', category: 'caller', message: `"${r}" is no state that Holdout knows; give an ISO 3166 alpha-3 code such as HUN.` });
    if (!out.includes(state)) out.push(state);
  }
  return ok(out);
}

/** Text of a file that a question names, seen from the question's own folder; null when it cannot be read. */
export type ReadBeside = (path: string) => string | null;

/**
 * The rule as the question gives it: a name, or a rule of the user's own – written in place or in a YAML file – with its id and text.
 * In place, the text keeps its lines, so that a mistake is reported on the line where it stands.
 */
function givenRule(yaml: string, name: string, doc: ReturnType<typeof parseDocument>, rule: string | object | undefined, readBeside: ReadBeside): Result<{ readonly name?: string; readonly text?: string }, Failure> {
  if (rule === undefined) return ok({});
  let text: string;
  let from = name;
  if (typeof rule === 'string') {
    if (!/\.(ya?ml|json)$/i.test(rule)) return ok({ name: rule });
    const read = readBeside(rule);
    if (read === null) return err({ code: 'input-unreadable', category: 'caller', message: `${name} takes its rule from ${rule}, which cannot be read; give the path of a YAML file as seen from the question's folder.` });
    [text, from] = [read, rule];
  } else {
    const node = doc.get('rule', true) as { readonly range?: readonly [number, number, number] } | undefined;
    const [start, end] = node?.range ?? [0, yaml.length];
    text = yaml.slice(0, start).replace(/[^\n]/g, ' ') + yaml.slice(start, end);
  }
  const own = parseRule(text, from);
  return own.ok ? ok({ name: own.value.id, text: text.replace(/^(?:[ ]*\n)+/, '') }) : own;
}

/**
 * Reads a question from YAML: one proposal, or several options each with an id; `members` only where the body is not one Holdout
 * knows or its roster is another. Fails with one sentence that names the file, the line and what is expected.
 * @param name how the file is called in messages
 * @param today the day of the roster where the question has no date
 * @param readBeside gives the text of a rule's file; nothing can be read when absent
 */
export function parseQuestion(yaml: string, name: string, today: IsoDate, readBeside: ReadBeside = () => null): Result<Question, Failure> {
  const lines = new LineCounter();
  const doc = parseDocument(yaml, { lineCounter: lines, logLevel: 'error' });
  const syntax = doc.errors[0];
  if (syntax) return malformed(`${name} is not valid YAML at line ${String(lines.linePos(syntax.pos[0]).line)}: ${syntax.message.split('\n')[0] ?? ''} Correct that line.`);
  const value = plainValue(doc);
  if (!value.ok) return malformed(`${name} is no question: ${value.error}; write the values out.`);
  const parsed = questionFile.safeParse(value.value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = (issue?.path ?? []).map(String);
    const node = path.length > 0 ? doc.getIn(path, true) : undefined;
    const range = typeof node === 'object' && node !== null && 'range' in node ? (node as { range?: [number, number, number] }).range : undefined;
    const line = range ? ` at line ${String(lines.linePos(range[0]).line)}` : '';
    return malformed(`${name} is no question${line}: ${path.length > 0 ? `"${path.join('.')}": ` : ''}${issue?.message ?? 'wrong shape'}; a question needs id, body and a proposal (or options).`);
  }
  const q = parsed.data;
  if (!q.proposal && !q.options) return malformed(`${name} has neither "proposal" nor "options"; say what the body is asked to adopt.`);
  const body = resolveBody(q.body);
  let members: readonly StateCode[] | undefined;
  if (q.members) {
    const roster = parseRoster(q.members);
    if (!roster.ok) return roster;
    members = roster.value;
  } else if (!body) {
    return err({ code: 'body-unknown', category: 'caller', message: `${name} asks of "${q.body}", a body Holdout does not know; add "members" with its roster, or use one of: ${allBodies().map((b) => b.name).join(', ')}.` });
  }
  let date: IsoDate | undefined;
  if (q.date !== undefined) {
    const d = parseIsoDate(q.date);
    if (!d) return err({ code: 'date-malformed', category: 'caller', message: `${name} has the date "${q.date}"; write it as YYYY-MM-DD.` });
    date = d;
  }
  const given = givenRule(yaml, name, doc, q.rule, readBeside);
  if (!given.ok) return given;
  const ownRule = given.value.text === undefined ? {} : { ownRule: given.value.text };
  const rule = ruleOfQuestion({ id: q.id, body: q.body, rule: given.value.name ?? '', ...ownRule }, undefined, date, members ?? (body ? rosterAt(body, date ?? today) : []));
  if (!rule.ok) return rule;
  const options: readonly Option[] = q.options?.map(({ entails, ...o }) => (entails && entails.length > 0 ? { ...o, entails } : o)) ?? [{ id: 'proposal', proposal: q.proposal ?? '', aliases: q.aliases }];
  const [first, ...rest] = options;
  if (!first) return malformed(`${name} lists no option.`);
  return ok({
    id: q.id,
    title: q.title ?? first.proposal,
    body: body?.id ?? q.body,
    rule: rule.value.id,
    ...ownRule,
    options: [first, ...rest],
    ...(q.conditions && q.conditions.length > 0 ? { conditions: q.conditions.map(({ met, since, ...c }) => ({ ...c, ...(met === undefined ? {} : { met }), ...(since === undefined ? {} : { since }) })) } : {}),
    ...(members ? { members } : {}),
    ...(date ? { date } : {}),
  });
}
