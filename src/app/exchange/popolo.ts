import { z } from 'zod';
import type { Failure } from '../../domain/failure.js';
import { parseIsoDate, type IsoDate } from '../../domain/ids.js';
import { err, ok, type Result } from '../../domain/result.js';
import { resolveBody } from '../../knowledge/bodies.js';
import { stateName } from '../../knowledge/state-phrases.js';
import type { Register } from '../../register/index.js';
import { reportCount } from '../reports.js';
import { declarePosition } from '../review/decide.js';
import type { Imported } from './annotations.js';
import { own } from '../../domain/own.js';

const stateId = (code: string): string => `holdout:state:${code}`;

/**
 * A question as Popolo: the body and its members as organizations, memberships with their days, the option as a motion, and the count as a
 * vote event that says it is expected, not cast. Members of whom nothing is known have no vote in it.
 */
export async function exportPopolo(register: Register, questionId: string, option: string | undefined, today: IsoDate): Promise<Result<object, Failure>> {
  const counted = await reportCount(register, questionId, option ? { option } : {}, today);
  if (!counted.ok) return counted;
  const report = counted.value;
  const body = resolveBody(report.question.body);
  const bodyId = `holdout:body:${report.question.body}`;
  const motion = `holdout:motion:${questionId}/${report.option.id}`;
  const known = report.members.filter((m) => m.stance !== 'unknown');
  return ok({
    organizations: [
      { id: bodyId, name: report.question.bodyName, classification: 'council of states' },
      ...report.members.map((m) => ({ id: stateId(m.member), name: m.name, classification: 'state', identifiers: [{ scheme: 'ISO 3166-1 alpha-3', identifier: m.member }] })),
    ],
    memberships: report.members.map((m) => {
      const term = body?.members.filter((x) => x.state === m.member).at(-1);
      return { id: `holdout:membership:${report.question.body}/${m.member}`, organization_id: bodyId, member: { '@type': 'Organization', id: stateId(m.member) }, ...(term ? { start_date: term.from, ...(term.to ? { end_date: term.to } : {}) } : {}) };
    }),
    motions: [{ id: motion, organization_id: bodyId, text: report.option.proposal, requirement: report.rule.text }],
    vote_events: [
      {
        id: `holdout:vote-event:${questionId}/${report.option.id}`,
        motion_id: motion,
        organization_id: bodyId,
        classification: 'expected, not cast',
        ...(report.asOf ? { start_date: report.asOf } : {}),
        counts: [...new Set(known.map((m) => m.stance))].map((stance) => ({ option: stance, value: known.filter((m) => m.stance === stance).length })),
        votes: known.map((m) => ({ voter_id: stateId(m.member), option: m.stance, role: 'member' })),
      },
    ],
  });
}

/** Popolo's usual options of a cast vote, as stances; Holdout's own stances stand for themselves. */
const CAST: Readonly<Record<string, string>> = { yes: 'support', aye: 'support', for: 'support', no: 'oppose', nay: 'oppose', against: 'oppose', abstain: 'uncommitted', abstention: 'uncommitted' };

const popolo = z.object({
  organizations: z.array(z.object({ id: z.string(), name: z.string().optional(), identifiers: z.array(z.object({ scheme: z.string().optional(), identifier: z.string() })).optional() })).default([]),
  vote_events: z.array(z.object({ id: z.string(), start_date: z.string().optional(), votes: z.array(z.object({ voter_id: z.string(), option: z.string() })).default([]) })).min(1),
});

/**
 * Declares positions from the vote events of a Popolo file, such as a roll call: voters are states by ISO code or name, from the day of the
 * vote on. Votes that the register declares already add nothing; a voter that is no member, or an option it does not know, fails by itself.
 */
export async function importPopolo(register: Register, questionId: string, raw: unknown, option: string | undefined, author: string): Promise<Result<readonly Imported[], Failure>> {
  const parsed = popolo.safeParse(raw);
  if (!parsed.success) return err({ code: 'input-unreadable', category: 'caller', message: `This is no Popolo file with vote events: ${parsed.error.issues[0]?.path.join('.') ?? ''} ${parsed.error.issues[0]?.message ?? ''}.` });
  const question = await register.question(questionId);
  if (!question) return err({ code: 'question-unknown', category: 'caller', message: `The register has no question "${questionId}".` });
  const chosen = option ?? question.options[0].id;
  const names = new Map(parsed.data.organizations.map((o) => [o.id, o.identifiers?.find((i) => /3166/.test(i.scheme ?? ''))?.identifier ?? o.name ?? o.id]));
  const found: Imported[] = [];
  for (const event of parsed.data.vote_events) {
    const from = event.start_date === undefined ? undefined : (parseIsoDate(event.start_date) ?? undefined);
    for (const vote of event.votes) {
      const member = names.get(vote.voter_id) ?? vote.voter_id;
      const stance = own(CAST, vote.option.toLowerCase()) ?? vote.option;
      const declared = (await register.reviews({ question: questionId })).filter((r) => r.action === 'declare' && r.option === chosen && (r.member === member || stateName(r.member) === member)).at(-1);
      if (declared?.action === 'declare' && declared.stance === stance && declared.validFrom === from) {
        found.push({ kind: 'known' });
        continue;
      }
      const made = await declarePosition(register, questionId, { member, stance, option: chosen, ...(from ? { from } : {}) }, { author, note: `vote event ${event.id}` });
      found.push(made.ok ? { kind: 'added' } : { kind: 'failed', message: made.error.message });
    }
  }
  return ok(found);
}
