import { count, type Outcome } from '../count/count.js';
import type { StatedCondition } from '../count/lifting.js';
import type { Failure } from '../domain/failure.js';
import type { IsoDate, StateCode } from '../domain/ids.js';
import type { QuestionCondition } from '../domain/question.js';
import { err, ok, type Result } from '../domain/result.js';
import type { PositionStance, Stance } from '../domain/stance.js';
import type { StoredWhatIf, Suppositions } from '../domain/what-if.js';
import { stateName } from '../knowledge/state-phrases.js';
import type { Register } from '../register/index.js';
import { conditionsIn, metWords, stateOf } from './conditions.js';
import { countedOf } from './count-input.js';
import { parseRequest, type RawRequest } from './parse-request.js';
import { percent } from './percent.js';
import { probabilityOf } from './probability-report.js';
import { situationOf } from './reports.js';

/** What a what-if may suppose, by the names of an address. */
export const SUPPOSABLE = ['option', 'asOf', 'rule', 'assume', 'met', 'cost', 'chance', 'together', 'exclude'] as const satisfies readonly (keyof RawRequest)[];

/** A count in short. */
export interface CountInShort {
  readonly outcome: Outcome;
  readonly sentence: string;
  readonly holdouts: readonly StateCode[];
  readonly fewestFlips: number | null;
  /** Chance of adoption; null where it is too large to reckon. */
  readonly adoption: number | null;
}

interface Named {
  readonly member: StateCode;
  readonly name: string;
}

/** The answer of `holdout whatif` and of `GET /api/questions/{id}/whatif`. */
export interface WhatIfReport {
  readonly question: { readonly id: string; readonly title: string };
  readonly option: { readonly id: string; readonly proposal: string };
  /** The saved what-if that was asked for, with who named it; null when none was. */
  readonly saved: Omit<StoredWhatIf, 'question' | 'supposes'> | null;
  /** What is supposed; the same again repeats this answer. */
  readonly supposes: Suppositions;
  readonly before: CountInShort;
  readonly after: CountInShort;
  /** Whom it moves: by a condition met, with the words that state it, or because it is supposed. */
  readonly moved: readonly (Named & { readonly from: PositionStance; readonly to: PositionStance; readonly by: 'condition' | 'supposed'; readonly words: readonly string[] })[];
  /** Who named a condition that is met and waits for something else too. */
  readonly held: readonly (Named & { readonly stance: PositionStance; readonly unmet: readonly string[] })[];
  /** Every condition stated on the option: its kind, how the world stands to it, who states it in which words. */
  readonly conditions: readonly { readonly kind: string; readonly state: QuestionCondition['state']; readonly supposedMet: boolean; readonly stated: readonly (Named & { readonly stance: Stance; readonly words: string })[] }[];
  readonly sentence: string;
}

/** Counts with suppositions and without. `saved` names a stored what-if, whose suppositions hold unless `raw` says otherwise. Changes nothing. */
export async function reportWhatIf(register: Register, questionId: string, raw: RawRequest, saved: string | undefined, today: IsoDate): Promise<Result<WhatIfReport, Failure>> {
  const stored = saved === undefined ? null : ((await register.whatIfs(questionId)).find((w) => w.name === saved) ?? null);
  if (saved !== undefined && !stored) {
    const names = (await register.whatIfs(questionId)).map((w) => w.name);
    return err({ code: 'usage', category: 'caller', message: `No what-if "${saved}" of question ${questionId} is saved; ${names.length > 0 ? `there are: ${names.join(', ')}` : 'save one with --save NAME'}.` });
  }
  const supposes = supposedBy({ ...stored?.supposes, ...raw });
  const request = parseRequest(supposes);
  if (!request.ok) return request;
  const found = await situationOf(register, questionId, request.value, today);
  if (!found.ok) return found;
  const s = found.value;
  const plain = { ...request.value, assume: {}, met: [] };
  const [without, with_] = [countedOf(s, plain), countedOf(s, request.value)];
  if (!without.ok) return without;
  if (!with_.ok) return with_;
  const inShort = (counted: typeof with_.value): CountInShort => {
    const c = count(counted.input);
    return { outcome: c.outcome, sentence: c.sentence, holdouts: c.holdouts.map((h) => h.member), fewestFlips: c.fewestFlips?.count ?? null, adoption: probabilityOf(s, counted)?.adoption ?? null };
  };
  const [before, after] = [inShort(without.value), inShort(with_.value)];
  const stanceIn = (counted: typeof with_.value, member: StateCode): PositionStance => counted.supposed.get(member) ?? s.positions.get(member)?.stance ?? 'unknown';
  const named = (member: StateCode): Named => ({ member, name: stateName(member) });
  const wordsOf = (list: readonly StatedCondition[]): readonly string[] => [...new Set(list.map((c) => c.words.replace(/\s+/g, ' ')))];
  const moved = s.roster.flatMap((member) => {
    const [from, to] = [stanceIn(without.value, member), stanceIn(with_.value, member)];
    const byCondition = !with_.value.assumed.has(member);
    return from === to ? [] : [{ ...named(member), from, to, by: byCondition ? ('condition' as const) : ('supposed' as const), words: byCondition ? wordsOf(with_.value.lifted.get(member)?.by ?? []) : [] }];
  });
  const met = new Set(request.value.met ?? []);
  const held = [...with_.value.lifted].filter(([m, l]) => l.unmet.length > 0 && !with_.value.assumed.has(m)).map(([member, l]) => ({ ...named(member), stance: l.to, unmet: wordsOf(l.unmet) }));
  const stated = conditionsIn(s);
  const conditions = [...new Set(stated.map((c) => c.kind))].sort().map((kind) => ({
    kind,
    state: stateOf(s.question, kind, request.value.asOf),
    supposedMet: met.has(kind),
    stated: stated.filter((c) => c.kind === kind).map((c) => ({ ...named(c.member), stance: c.stance, words: c.words.replace(/\s+/g, ' ') })),
  }));
  return ok({
    question: { id: s.question.id, title: s.question.title },
    option: { id: s.option.id, proposal: s.option.proposal },
    saved: stored && { name: stored.name, author: stored.author, note: stored.note, recordedAt: stored.recordedAt },
    supposes,
    before,
    after,
    moved,
    held,
    conditions,
    sentence: sentenceOf([...met].map((kind) => metWords(s.question, kind)), with_.value.assumed.size, moved, before, after),
  });
}

/** The suppositions among some parameters, those that are empty left out. */
export const supposedBy = (raw: RawRequest): Suppositions => Object.fromEntries(SUPPOSABLE.flatMap((name) => (raw[name] ? [[name, raw[name]]] : [])));

/** "If the war were over, it would move Slovakia: still blocked, by six instead of seven." */
function sentenceOf(met: readonly string[], assumed: number, moved: WhatIfReport['moved'], before: CountInShort, after: CountInShort): string {
  const conditions = [...met, ...(assumed > 0 ? [`${String(assumed)} ${assumed === 1 ? 'member' : 'members'} stood as supposed`] : [])];
  if (conditions.length === 0) return `Nothing is supposed. ${before.sentence}`;
  const names = moved.map((m) => `${m.name} (${m.from} to ${m.to})`);
  const whom = names.length === 0 ? 'nobody would move' : `${names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`} would move`;
  const change = before.outcome === after.outcome ? `still ${after.outcome}` : `${after.outcome} instead of ${before.outcome}`;
  const holdouts = before.holdouts.length === after.holdouts.length ? '' : `, ${String(after.holdouts.length)} ${after.holdouts.length === 1 ? 'holdout' : 'holdouts'} instead of ${String(before.holdouts.length)}`;
  const chance = before.adoption === null || after.adoption === null || percent(before.adoption) === percent(after.adoption) ? '' : `, chance of adoption ${percent(after.adoption)} instead of ${percent(before.adoption)}`;
  return `If ${conditions.join(' and ')}, ${whom}: ${change}${holdouts}${chance}.`;
}

/**
 * Stores suppositions under a name, checked by counting with them once. Fails as that count does, and with `usage` for a name that is no
 * slug, without an author, or where nothing is supposed.
 */
export async function saveWhatIf(register: Register, questionId: string, raw: RawRequest, as: { readonly name: string; readonly author: string; readonly note: string }, today: IsoDate): Promise<Result<StoredWhatIf, Failure>> {
  const usage = (message: string): Result<never, Failure> => err({ code: 'usage', category: 'caller', message });
  if (!/^[a-z0-9][a-z0-9-]*$/.test(as.name)) return usage(`"${as.name}" is no name of a what-if; write lower-case letters, digits and hyphens, such as ceasefire.`);
  if (as.author.trim() === '') return usage('A what-if needs its author; give a name with --author.');
  const supposes = supposedBy(raw);
  if (!['assume', 'met', 'rule', 'exclude', 'chance', 'cost', 'together'].some((name) => supposes[name] !== undefined)) return usage('Nothing is supposed; give --met KIND, --assume HUN=support or another supposition.');
  const report = await reportWhatIf(register, questionId, supposes, undefined, today);
  if (!report.ok) return report;
  await register.putWhatIf({ question: questionId, name: as.name, author: as.author.trim(), note: as.note, supposes });
  const stored = (await register.whatIfs(questionId)).find((w) => w.name === as.name);
  if (!stored) throw new RangeError('what was stored is not there');
  return ok(stored);
}

/** The what-ifs of a question in force, by name. Fails with `question-unknown`. */
export async function listWhatIfs(register: Register, questionId: string): Promise<Result<readonly StoredWhatIf[], Failure>> {
  if (!(await register.question(questionId))) return err({ code: 'question-unknown', category: 'caller', message: `The register has no question "${questionId}"; it holds: ${(await register.questions()).map((q) => q.id).join(', ') || 'none'}.` });
  return ok(await register.whatIfs(questionId));
}
