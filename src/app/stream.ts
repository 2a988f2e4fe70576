import { z } from 'zod';
import { count } from '../count/count.js';
import { derivePosition } from '../count/positions.js';
import { resolveRule } from '../count/rules.js';
import { HoldoutError } from '../domain/failure.js';
import { parseIsoDate, type IsoDate, type StateCode } from '../domain/ids.js';
import type { PositionStance } from '../domain/stance.js';
import { quoteSpanOf, type Statement } from '../domain/statement.js';
import { resolveBody, rosterAt } from '../knowledge/bodies.js';
import { knownStates, stateName } from '../knowledge/state-phrases.js';
import { readAttributions } from '../read/attribution/read-attributions.js';
import { parseText } from '../read/syntax/parse-text.js';
import { parseRoster } from './parse-question.js';
import { bodyNamesOf } from '../work/readable-question.js';
import { offlineReader } from '../work/offline-reader.js';
import { isOfOneText } from '../work/job.js';
import type { Reader } from './readers/open-reader.js';
import { weighSignals } from './weigh-signals.js';

const id = z.union([z.string(), z.number()]);
const streamLine = z.object({
  id,
  text: z.string(),
  title: z.string().nullish(),
  publisher: z.string().nullish(),
  published: z.string().nullish(),
  question: z.object({
    body: z.string().min(1),
    proposal: z.string().min(1),
    aliases: z.array(z.string()).nullish(),
    rule: z.string().nullish(),
    members: z.array(z.string()).nullish(),
  }),
});
const attributeLine = z.object({ id, text: z.string() });

/** Longest text of a line, in UTF-16 code units. */
export const MAX_LINE_TEXT = 20_000_000;

const idOf = (raw: unknown): string | number | null => {
  if (typeof raw === 'object' && raw !== null && 'id' in raw) {
    const value = (raw as { id: unknown }).id;
    if (typeof value === 'string' || typeof value === 'number') return value;
  }
  return null;
};

function parseLine(line: string): { readonly raw: unknown } | { readonly error: string } {
  try {
    return { raw: JSON.parse(line) as unknown };
  } catch {
    return { error: 'the line is not JSON; give one JSON object a line' };
  }
}

const why = (error: z.ZodError): string => {
  const issue = error.issues[0];
  return `${issue && issue.path.length > 0 ? `"${issue.path.join('.')}": ` : ''}${issue?.message ?? 'wrong shape'}`;
};

/** Whose side a statement is on, in one word: a state's code, an organisation's name, or `other`. */
export const sideOf = (s: Statement): string => (s.speaksFor.kind === 'state' ? s.speaksFor.state : s.speaksFor.kind === 'organisation' ? s.speaksFor.name : 'other');

/**
 * Answers one line of `holdout stream`: `{id, positions, statements, count}`, or `{id, error}` for a line that cannot be read. Signals that
 * wait for a person are in `waiting` and nowhere else. Throws the failure of a reader that cannot go on.
 * @param today the day for bodies' rosters where the line has neither a date nor members
 */
export async function answerStreamLine(line: string, today: IsoDate, reader: Reader = offlineReader): Promise<object> {
  const json = parseLine(line);
  if ('error' in json) return { id: null, error: json.error };
  const parsed = streamLine.safeParse(json.raw);
  if (!parsed.success) return { id: idOf(json.raw), error: why(parsed.error) };
  const { text, title, publisher, published, question } = parsed.data;
  const answerId = parsed.data.id;
  if (text.trim() === '') return { id: answerId, error: 'the text is empty' };
  if (text.length > MAX_LINE_TEXT) return { id: answerId, error: `the text is longer than ${String(MAX_LINE_TEXT)} characters; split it` };
  const date = published ? parseIsoDate(published) : null;
  if (published && !date) return { id: answerId, error: `"published": "${published}" is no date; write YYYY-MM-DD` };
  const day = date ?? today;
  const body = resolveBody(question.body);
  let roster: readonly StateCode[];
  if (question.members) {
    const r = parseRoster(question.members);
    if (!r.ok) return { id: answerId, error: r.error.message };
    roster = r.value;
  } else if (body) roster = rosterAt(body, day);
  // A body Holdout does not know: whoever speaks may be a member.
  else roster = knownStates();
  const isOpenRoster = !question.members && !body;
  const source = { text, ...(title ? { title } : {}), ...(publisher ? { publisher } : {}), ...(date ? { published: date } : {}) };
  const answer = await reader.read(source, {
    options: [{ id: 'proposal', proposal: question.proposal, aliases: question.aliases ?? [] }],
    roster,
    bodyNames: bodyNamesOf(question.body),
  });
  if (!answer.ok) {
    if (isOfOneText(answer.error)) return { id: answerId, error: answer.error.message };
    throw new HoldoutError(answer.error.code, answer.error.message, { category: answer.error.category });
  }
  const { reading, model } = answer.value;
  const weighed = weighSignals(
    reading.signals.flatMap((signal) => {
      const statement = reading.statements[signal.statement];
      return statement ? [{ signal, statement, order: signal.evidence[0].start, document: String(answerId) }] : [];
    }),
  );
  const positions: Record<string, { stance: PositionStance; confidence: number; evidence: number[] }> = {};
  const stances = new Map<StateCode, PositionStance>();
  for (const m of new Set(reading.signals.map((s) => s.member))) {
    const p = derivePosition(m, weighed);
    positions[m] = { stance: p.stance, confidence: p.confidence, evidence: [...new Set(p.evidence.flatMap((k) => reading.signals[k]?.statement ?? []))] };
    stances.set(m, p.stance);
  }
  const voters = isOpenRoster ? [...stances.keys()] : roster;
  const rule = resolveRule(question.body, question.rule ?? undefined, date ?? undefined, voters);
  const statements = reading.statements.map((s) => {
    const quote = quoteSpanOf(s);
    return {
      speaker: s.speaker,
      speaksFor: sideOf(s),
      about: s.about,
      attribution: s.attribution,
      quote: text.slice(quote.start, quote.end),
      start: quote.start,
      end: quote.end,
      cue: s.cue.map((x) => [x.start, x.end]),
      source: s.source.map((x) => [x.start, x.end]),
      ...(s.origin ? { origin: s.origin.name } : {}),
    };
  });
  const waiting = (reading.waiting ?? []).map(({ member, stance, confidence, evidence, statement, rule }) => ({
    member,
    stance,
    confidence,
    quote: text.slice(evidence[0].start, evidence[0].end),
    start: evidence[0].start,
    end: evidence[0].end,
    statement,
    rule,
  }));
  return {
    id: answerId,
    positions,
    statements,
    count: rule.ok ? count({ roster: voters, positions: stances, rule: rule.value, nameOf: stateName }) : { outcome: 'open', holdouts: [], error: rule.error.message },
    ...(model ? { reader: reader.id, waiting, dropped: model.dropped, cached: model.cached } : {}),
  };
}

/** Answers one line of `holdout attribute`: `{id, attributions}` in the format of the attribution corpora, or `{id, error}`. Pure. */
export function answerAttributeLine(line: string): object {
  const json = parseLine(line);
  if ('error' in json) return { id: null, error: json.error };
  const parsed = attributeLine.safeParse(json.raw);
  if (!parsed.success) return { id: idOf(json.raw), error: why(parsed.error) };
  const pairs = (spans: readonly { start: number; end: number }[]): number[][] => spans.map((s) => [s.start, s.end]);
  return {
    id: parsed.data.id,
    attributions: readAttributions(parseText(parsed.data.text)).map((a) => ({ source: pairs(a.source), cue: pairs(a.cue), content: pairs(a.content) })),
  };
}
