import type { StateCode } from '../../domain/ids.js';
import type { Span } from '../../domain/span.js';
import type { Stance } from '../../domain/stance.js';
import type { TokenStatement } from '../statements/build-statements.js';
import type { TopicMap } from '../topic/match-topic.js';
import { caseOf, range, type Tree } from '../tree.js';
import { actorOf, type Actor, type Cast } from '../who/actors.js';
import { alignmentsOf } from './alignments.js';
import type { Attitude } from './attitude.js';
import type { Attitudes } from './attitudes.js';
import { conditionOf, realityOf, type FoundCondition } from './context.js';
import { followersOf } from './followers.js';
import { holderOf, nounOwner, type Holder } from './holder.js';
import { restOfRoster } from './rest-of-roster.js';
import { stanceOf } from './stance-of.js';
import { voteLists } from './vote-lists.js';

/** A stance that a construction of the text gives to some members. */
export interface Finding {
  readonly attitude: Attitude;
  readonly actor: Actor;
  readonly members: readonly StateCode[];
  readonly stance: Stance;
  readonly how: Holder['how'];
  readonly condition: FoundCondition | null;
  /** 0–1. */
  readonly firmness: number;
  /** 0–1, not yet calibrated. */
  readonly confidence: number;
  readonly rule: string;
}

/** What rules need of a text and a question. */
export interface RuleContext {
  readonly cast: Cast;
  readonly topic: TopicMap;
  readonly statements: readonly TokenStatement[];
  readonly roster: ReadonlySet<StateCode>;
}

/** A vote that was cast says more than words around it. */
const VOTING = /^(?:not )?(?:abstain|vote|veto|cast_)/;
const CAST = 1.3;
/** What taking somebody's side is worth beside saying so oneself. */
const ALIGNED = 0.85;
const HOW_SURE: Record<Holder['how'], number> = { subject: 1, agent: 1, self: 0.95, possessor: 0.9, source: 0.9, modified: 0.9, modifier: 0.85, object: 0.75 };

/**
 * Joins attitudes to those who hold them.
 * @param owner index of the statement that a token's words belong to; -1 for the outlet's own
 */
export function findByRule(c: RuleContext, attitudes: Attitudes, owner: (token: number) => number): Finding[] {
  const { tree } = c.cast;
  const out: Finding[] = [];
  /** Attitudes of some who are not named; who they are may follow from who votes. */
  const unnamed: { readonly head: number; readonly attitude: Attitude; readonly actor: Actor; readonly how: Holder['how']; readonly rule: string }[] = [];
  const add = (a: Attitude, actor: Actor, how: Holder['how'], rule: string, isJudgement = false): void => {
    if (actor.voice === 'outsider') return;
    const members = actor.states.filter((s) => c.roster.has(s));
    if (members.length === 0) {
      const head = actor.heads[0];
      const isStated = a.topic.how !== 'context' || a.path.some((x) => VOTING.test(x));
      if (actor.states.length === 0 && head !== undefined && isStated) unnamed.push({ head, attitude: a, actor, how, rule });
      return;
    }
    if (isForecast(c, owner, a)) return;
    // "could backfire" judges no less than "would backfire".
    const reality = isJudgement ? Math.min(1, 2 * realityOf(tree, a)) : realityOf(tree, a);
    const cast = a.path.some((p) => VOTING.test(p)) ? CAST : 1;
    const confidence = Math.min(1, cast * a.topic.strength) * HOW_SURE[how] * reality * (0.55 + 0.45 * a.firm);
    if (confidence === 0) return;
    const found = conditionOf(tree, a);
    // "send troops if a deal is signed", where that is what is proposed.
    const condition = found && a.sign > 0 && c.topic.isOwn(tokensIn(tree, a.head, found.span)) ? null : found;
    const excepted = actor.heads.some((h) => isExcepted(c.cast, h));
    const stance = stanceOf(tree, excepted ? { ...a, sign: -a.sign as -1 | 0 | 1 } : a, condition);
    out.push({ attitude: a, actor, members, stance, how, condition, firmness: a.firm * reality, confidence, rule });
  };
  let previous: Attitude | null = null;
  for (const a of attitudes.outer) {
    if ('same' in a && a.same) {
      if (!previous || tree.sentenceIndexOf(a.head) - tree.sentenceIndexOf(previous.head) > 2) continue;
      const sign = (a.negated ? -previous.sign : previous.sign) as -1 | 0 | 1;
      const holder = holderOf(c.cast, a);
      if (holder) add({ ...a, sign, stance: previous.stance }, holder.actor, holder.how, `stance/same>${a.path.join('>')}`);
      continue;
    }
    const holder = holderOf(c.cast, a) ?? cueHolder(c, owner, a);
    if (!holder) continue;
    const rule = `stance/${a.path.join('>').replace(/\s/g, '-')}`;
    add(a, holder.actor, holder.how, rule);
    for (const { actor, sign } of followersOf(c.cast, a, holder)) {
      if (sign > 0) add(a, actor, 'modified', `${rule}+follower`);
      else if (a.sign !== 0) add({ ...a, sign: -a.sign as -1 | 1, stance: null }, actor, 'modified', `${rule}+opponent`);
    }
    previous = a;
  }
  for (const a of attitudes.innerNouns) {
    const owned = nounOwner(c.cast, a);
    // "dropped its objections": what the verb above does with them is what counts.
    const told = owned && out.some((f) => f.attitude.chain.includes(a.head) && f.members.some((m) => owned.actor.states.includes(m)));
    if (owned && !told) add(a, owned.actor, owned.how, `stance/${a.path.join('>').replace(/\s/g, '-')}`);
  }
  for (const e of attitudes.judgements) {
    const rule = `stance/judgement>${e.path.join('>')}`;
    // "unacceptable to Britain": whoever it is so to holds it.
    const whose = tree.childrenOf(e.head).find((k) => k > e.head && /^(?:to|for)$/.test(caseOf(tree, k)) && c.cast.mentionsAt.has(k));
    if (whose !== undefined) {
      add(e, actorOf(c.cast, whose), 'source', rule, true);
      continue;
    }
    const own = owner(e.head);
    const speaker = own >= 0 ? c.statements[own] : undefined;
    const feared = speaker !== undefined && speaker.attribution.tokens.cue.some((k) => /^(?:fear|worry|concern)/.test(tree.token(k).lemma)) && e.sign < 0;
    if (feared && speaker.actor.voice === 'government') add({ ...e, stance: 'conditional' }, speaker.actor, 'source', `stance/feared>${e.path.join('>')}`, true);
    else if (speaker && speaker.actor.voice === 'government') add(e, speaker.actor, 'source', rule, true);
  }
  for (const x of alignmentsOf(c.cast)) {
    const leader = lastOf(c.cast.tree, out, x.leader.states, x.head);
    if (leader === null) continue;
    if (x.sign < 0 && leader.stance !== 'support' && leader.stance !== 'oppose') continue;
    const stance = x.sign > 0 ? leader.stance : leader.stance === 'support' ? 'oppose' : 'support';
    const attitude: Attitude = { ...leader.attitude, sign: (leader.attitude.sign * x.sign) as -1 | 0 | 1, head: x.head, tokens: x.tokens, path: [x.sign > 0 ? 'as' : 'unlike', ...leader.attitude.path], chain: [x.head] };
    const members = x.follower.states.filter((s) => c.roster.has(s) && !leader.members.includes(s));
    if (members.length === 0) continue;
    out.push({ ...leader, stance, attitude, actor: x.follower, members, condition: null, how: 'modified', confidence: leader.confidence * ALIGNED * realityOf(tree, attitude), rule: `stance/${x.sign > 0 ? 'as' : 'unlike'}>${leader.rule.replace('stance/', '')}` });
  }
  for (const v of voteLists(c.cast, c.topic)) add(v.attitude, v.actor, 'subject', 'stance/vote-list');
  for (const u of unnamed.splice(0)) {
    const apart = new Set(out.filter((f) => f.attitude.sign !== u.attitude.sign || f.stance === 'uncommitted').flatMap((f) => f.members));
    const rest = restOfRoster(tree, u.head, c.roster, apart);
    if (rest.length > 0) add(u.attitude, { ...u.actor, states: rest, kind: 'state', voice: 'government' }, 'modified', `${u.rule}+rest`);
  }
  return withoutWordsBesideVotes(tree, out);
}

/** "criticised the text and abstained": of what one sentence says of a member, the vote that it cast counts. */
function withoutWordsBesideVotes(tree: Tree, findings: readonly Finding[]): Finding[] {
  const isVote = (f: Finding): boolean => f.attitude.path.some((p) => VOTING.test(p)) && f.confidence >= 0.6 && f.condition === null;
  const cast = findings.filter(isVote);
  return findings.flatMap((f) => {
    if (cast.length === 0 || isVote(f)) return [f];
    const si = tree.sentenceIndexOf(f.attitude.head);
    const members = f.members.filter((m) => !cast.some((v) => v.members.includes(m) && tree.sentenceIndexOf(v.attitude.head) === si));
    return members.length === f.members.length ? [f] : members.length === 0 ? [] : [{ ...f, members }];
  });
}

/** What was last found for one of some members before a token, else first after it. */
function lastOf(tree: Tree, findings: readonly Finding[], members: readonly StateCode[], token: number): Finding | null {
  const theirs = findings.filter((f) => f.members.some((m) => members.includes(m)) && tree.sentenceIndexOf(f.attitude.head) - tree.sentenceIndexOf(token) <= 2);
  const before = theirs.filter((f) => f.attitude.head < token).sort((a, b) => b.attitude.head - a.attitude.head);
  return before[0] ?? theirs[0] ?? null;
}

/** A cue that is itself a stance ("urged", "warned against") is held by its source. */
function cueHolder(c: RuleContext, owner: (t: number) => number, a: Attitude): Holder | null {
  const k = owner(a.head);
  const s = k >= 0 ? c.statements[k] : undefined;
  if (!s?.attribution.tokens.cue.includes(a.head)) return null;
  return { actor: s.actor, how: 'source' };
}

/** "A researcher said Russia would probably not agree": somebody else's guess at what is to come. */
export function isForecast(c: RuleContext, owner: (t: number) => number, a: Attitude): boolean {
  const own = owner(a.head);
  const speaker = own >= 0 ? c.statements[own]?.actor : undefined;
  if (speaker?.voice !== 'outsider') return false;
  const { tree } = c.cast;
  return a.chain.slice(0, 2).some((p) => tree.childrenOf(p).some((k) => /^(?:would|will|may|might|could|probably|likely|should|must)$/i.test(tree.token(k).form)));
}

/** "All but Hungary supported it": what is said of all is denied of the one. */
function isExcepted(cast: Cast, head: number): boolean {
  const { tree } = cast;
  const first = cast.mentionsAt.get(head)?.[0]?.first ?? head;
  const before = tree.parsed.tokens[first - 1]?.form.toLowerCase() ?? '';
  const before2 = tree.parsed.tokens[first - 2]?.form.toLowerCase() ?? '';
  // "All 15 members endorsed it except Venezuela".
  const s = tree.sentenceOf(first);
  if (/^(?:except|bar|barring)$/.test(before) && tree.parsed.tokens.slice(s.first, first).some((t) => /^(?:all|every|everyone|everybody)$/i.test(t.form))) return true;
  return (/^(?:but|except|bar|barring)$/.test(before) && /^(?:all|everyone|everybody|every|allies|members|countries|states|else|none|nobody)$/.test(before2)) || (/^(?:for|from)$/.test(before) && /^(?:except|apart)$/.test(before2));
}

/** Tokens of a span in the sentence of a token. */
const tokensIn = (tree: Tree, token: number, span: Span): number[] => {
  const s = tree.sentenceOf(token);
  return range(s.first, s.last).filter((i) => tree.token(i).start >= span.start && tree.token(i).end <= span.end);
};
