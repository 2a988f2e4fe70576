import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { resolveRule } from '../count/rules.js';
import type { Failure } from '../domain/failure.js';
import { parseIsoDate, type IsoDate, type StateCode } from '../domain/ids.js';
import type { Option, Question } from '../domain/question.js';
import { err, ok, type Result } from '../domain/result.js';
import { allBodies, resolveBody, rosterAt } from '../knowledge/bodies.js';
import { parseState } from '../knowledge/state-phrases.js';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens');
const option = z.strictObject({ id: slug, proposal: z.string().min(3), aliases: z.array(z.string().min(1)).default([]) });
const questionFile = z.strictObject({
  id: slug,
  title: z.string().min(1).optional(),
  body: z.string().min(1),
  rule: z.string().min(1).optional(),
  date: z.string().optional(),
  proposal: z.string().min(3).optional(),
  aliases: z.array(z.string().min(1)).default([]),
  options: z.array(option).min(1).optional(),
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

/**
 * Reads a question from YAML: one proposal, or several options each with an id; `members` only where the body is not one Holdout
 * knows or its roster is another. Fails with one sentence that names the file, the line and what is expected.
 * @param name how the file is called in messages
 * @param today the day of the roster where the question has no date
 */
export function parseQuestion(yaml: string, name: string, today: IsoDate): Result<Question, Failure> {
  const lines = new LineCounter();
  const doc = parseDocument(yaml, { lineCounter: lines });
  const syntax = doc.errors[0];
  if (syntax) return malformed(`${name} is not valid YAML at line ${String(lines.linePos(syntax.pos[0]).line)}: ${syntax.message.split('\n')[0] ?? ''} Correct that line.`);
  const parsed = questionFile.safeParse(doc.toJS());
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
  const rule = resolveRule(q.body, q.rule, date, members ?? (body ? rosterAt(body, date ?? today) : []));
  if (!rule.ok) return rule;
  const options: readonly Option[] = q.options ?? [{ id: 'proposal', proposal: q.proposal ?? '', aliases: q.aliases }];
  const [first, ...rest] = options;
  if (!first) return malformed(`${name} lists no option.`);
  return ok({
    id: q.id,
    title: q.title ?? first.proposal,
    body: body?.id ?? q.body,
    rule: rule.value.id,
    options: [first, ...rest],
    ...(members ? { members } : {}),
    ...(date ? { date } : {}),
  });
}
