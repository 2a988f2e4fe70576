import type { IsoDate, StateCode } from '../../domain/ids.js';
import type { Signal } from '../../domain/signal.js';
import type { Stance } from '../../domain/stance.js';
import type { Statement } from '../../domain/statement.js';
import type { Span } from '../../domain/span.js';
import type { TokenStatement } from '../statements/build-statements.js';
import type { TopicMap } from '../topic/match-topic.js';
import { caseOf, childrenBy, spanOfTokens, type Tree } from '../tree.js';
import { stateActor, type Actor, type Cast } from '../who/actors.js';
import { attitudeOf, isNegated, type Attitude } from './attitude.js';
import { conditionOf, isAbstract, realityOf, reasonsOf } from './context.js';
import { followersOf } from './followers.js';
import { holderOf, type Holder } from './holder.js';
import { idiomAt, type IdiomAttitude } from './idioms.js';
import { evaluationOf } from './predicates.js';

/** Signals of one option, with any outlet statements they needed appended to the list. */
export interface SignalReading {
  readonly signals: readonly Signal[];
  readonly statements: readonly Statement[];
}

/** What the reading of one option rests on. */
export interface SignalContext {
  readonly cast: Cast;
  readonly topic: TopicMap;
  readonly statements: readonly TokenStatement[];
  readonly option: string;
  readonly roster: ReadonlySet<StateCode>;
  readonly publisher: string;
  readonly asOf?: IsoDate;
}

/** Least confidence at which a reading is worth keeping. */
const LEAST = 0.3;
const HOW_SURE: Record<Holder['how'], number> = { subject: 1, agent: 1, self: 0.95, possessor: 0.9, source: 0.9, modified: 0.9, modifier: 0.85, object: 0.75 };

/** Reads every stance on one option that the text states, with its words. */
export function readSignals(c: SignalContext): SignalReading {
  const { tree } = c.cast;
  const statements: Statement[] = c.statements.map((s) => s.statement);
  const signals: Signal[] = [];
  const owner = ownersOf(c.statements, tree);
  const outletAt = new Map<number, number>();
  const statementFor = (token: number): number => {
    const own = owner(token);
    if (own >= 0) return own;
    const si = tree.sentenceIndexOf(token);
    const known = outletAt.get(si);
    if (known !== undefined) return known;
    const s = tree.sentenceOf(token);
    statements.push({
      speaker: c.publisher,
      speaksFor: { kind: 'nobody' },
      about: [...new Set(c.cast.mentions.filter((m) => m.first >= s.first && m.last <= s.last).map((m) => m.state))],
      attribution: 'outlet',
      directness: 'indirect',
      source: [],
      cue: [],
      content: [{ start: s.start, end: s.end }],
      rule: 'statement/outlet',
    });
    outletAt.set(si, statements.length - 1);
    return statements.length - 1;
  };
  const emit = (a: Attitude, actor: Actor, how: Holder['how'], rule: string): void => {
    if (actor.voice === 'outsider') return;
    const members = actor.states.filter((s) => c.roster.has(s));
    if (members.length === 0) return;
    const reality = realityOf(tree, a);
    const condition = conditionOf(tree, a);
    const excepted = actor.heads.some((h) => isExcepted(c.cast, h));
    const stance = isYetTo(tree, a) ? 'uncommitted' : stanceOf(tree, excepted ? { ...a, sign: -a.sign as -1 | 0 | 1 } : a, condition);
    const confidence = a.topic.strength * HOW_SURE[how] * reality * (0.55 + 0.45 * a.firm);
    if (confidence < LEAST) return;
    const evidence: [Span, ...Span[]] = [evidenceSpan(tree, a, actor)];
    for (const member of members) {
      signals.push({
        member,
        option: c.option,
        stance,
        firmness: Math.round(a.firm * reality * 100) / 100,
        confidence: Math.round(Math.min(0.99, confidence) * 100) / 100,
        ...(condition ? { condition: { span: condition.span, kind: condition.kind } } : {}),
        reasons: reasonsOf(tree, a),
        ...(c.asOf ? { asOf: c.asOf } : {}),
        statement: statementFor(a.head),
        evidence,
        rule,
      });
    }
  };

  const attitudes: Attitude[] = [];
  for (let i = 0; i < tree.parsed.tokens.length; i++) {
    const a = attitudeOf(tree, c.topic, i) ?? prepositional(tree, c.topic, i);
    if (a) attitudes.push(a);
  }
  const idioms: IdiomAttitude[] = [];
  for (let i = 0; i < tree.parsed.tokens.length; i++) {
    const a = idiomAt(tree, c.topic, i);
    if (a) {
      idioms.push(a);
      i = Math.max(i, ...a.chain);
    }
  }
  // A phrase is surer than the words in it.
  const inPhrase = new Set(idioms.flatMap((a) => a.chain));
  const inner = new Set(attitudes.flatMap((a) => a.chain.slice(1)));
  const all: (Attitude | IdiomAttitude)[] = [...attitudes.filter((a) => !inPhrase.has(a.head)), ...idioms.filter((a) => !inner.has(a.head))].sort((x, y) => x.head - y.head);
  let previous: Attitude | null = null;
  for (const a of all) {
    if (inner.has(a.head) && !('same' in a)) continue;
    if ('same' in a && a.same) {
      if (!previous || tree.sentenceIndexOf(a.head) - tree.sentenceIndexOf(previous.head) > 2) continue;
      const sign = (a.negated ? -previous.sign : previous.sign) as -1 | 0 | 1;
      const holder = holderOf(c.cast, a);
      if (holder) emit({ ...a, sign, stance: previous.stance }, holder.actor, holder.how, `stance/same>${a.path.join('>')}`);
      continue;
    }
    const holder = holderOf(c.cast, a) ?? cueHolder(c, owner, a);
    if (!holder) continue;
    const rule = `stance/${a.path.join('>').replace(/\s/g, '-')}`;
    emit(a, holder.actor, holder.how, rule);
    for (const follower of followersOf(c.cast, a, holder)) emit(a, follower, 'modified', `${rule}+follower`);
    previous = a;
  }
  for (const e of evaluations(tree, c.topic)) {
    const own = owner(e.head);
    const speaker = own >= 0 ? c.statements[own] : undefined;
    if (speaker && speaker.actor.voice === 'government' && !inner.has(e.head)) emit(e, speaker.actor, 'source', `stance/judgement>${e.path.join('>')}`);
  }
  readVoteLists(c, emit);
  return { signals, statements };
}

/** Innermost statement whose words (content first, then cue) a token belongs to; -1 for the outlet's own words. */
function ownersOf(statements: readonly TokenStatement[], tree: Tree): (token: number) => number {
  const content = new Int32Array(tree.parsed.tokens.length).fill(-1);
  const size = new Int32Array(tree.parsed.tokens.length).fill(0x7fffffff);
  const cue = new Int32Array(tree.parsed.tokens.length).fill(-1);
  statements.forEach((s, k) => {
    const n = s.attribution.tokens.content.length;
    for (const i of s.attribution.tokens.content) {
      if (n < (size[i] as number)) {
        size[i] = n;
        content[i] = k;
      }
    }
    for (const i of s.attribution.tokens.cue) cue[i] = k;
  });
  return (i) => ((content[i] as number) >= 0 ? (content[i] as number) : (cue[i] as number));
}

/** A cue that is itself a stance ("urged", "warned against") is held by its source. */
function cueHolder(c: SignalContext, owner: (t: number) => number, a: Attitude): Holder | null {
  const k = owner(a.head);
  const s = k >= 0 ? c.statements[k] : undefined;
  if (!s?.attribution.tokens.cue.includes(a.head)) return null;
  return { actor: s.actor, how: 'source' };
}

/** "is against the plan", "are in favour", "was behind the move": a prepositional phrase as predicate. */
function prepositional(tree: Tree, topic: TopicMap, i: number): Attitude | null {
  const t = tree.token(i);
  if (!/^NN|^PRP|^DT/.test(t.tag)) return null;
  const preposition = caseOf(tree, i);
  const sign = /^(?:against)$/.test(preposition) ? -1 : /^(?:for|behind|in_favou?r_of)$/.test(preposition) ? 1 : 0;
  if (sign === 0) return null;
  const predicate = tree.childrenOf(i).some((k) => tree.token(k).relation === 'cop') || (t.head >= 0 && tree.token(t.head).lemma === 'be');
  if (!predicate) return null;
  const tokens = tree.subtreeOf(i).filter((k) => !['nsubj', 'cop', 'aux', 'punct'].includes(tree.token(k).relation));
  const hit = topic.hitOf(tokens);
  if (!hit) return null;
  const negated = isNegated(tree, i);
  return { head: i, sign: ((negated ? -sign : sign) * hit.direction) as -1 | 1, firm: 0.85, stance: null, topic: hit, tokens: [i, ...tokens], path: [preposition], negated, chain: [i] };
}

/** Judgements whose subject is the proposal: "the plan is unacceptable". */
function evaluations(tree: Tree, topic: TopicMap): Attitude[] {
  const out: Attitude[] = [];
  for (let i = 0; i < tree.parsed.tokens.length; i++) {
    const t = tree.token(i);
    if (!t.tag.startsWith('JJ') && !t.tag.startsWith('NN')) continue;
    const e = evaluationOf(t.lemma.toLowerCase()) ?? evaluationOf(t.form.toLowerCase());
    if (!e) continue;
    const subject = childrenBy(tree, i, 'nsubj', 'nsubjpass')[0];
    if (subject === undefined || !tree.childrenOf(i).some((k) => tree.token(k).relation === 'cop')) continue;
    const tokens = tree.subtreeOf(subject);
    const hit = topic.hitOf(tokens);
    if (!hit) continue;
    const negated = isNegated(tree, i);
    out.push({ head: i, sign: ((negated ? -e.sign : e.sign) * hit.direction) as -1 | 1, firm: e.firm, stance: null, topic: hit, tokens: [i, ...tokens], path: [`${negated ? 'not ' : ''}${e.lemma}`], negated, chain: [i] });
  }
  return out;
}

const LIST_LABEL: readonly (readonly [RegExp, -1 | 0 | 1])[] = [
  [/^(?:in favou?r|for|yes|yea|voting in favou?r|in favou?r were)$/i, 1],
  [/^(?:against|no|nay|opposed|voting against)$/i, -1],
  [/^(?:abstain(?:ed|ing)?|abstentions?)$/i, 0],
];

/** Lists of votes: "In favour: A, B, C. Against: D. Abstaining: E." */
function readVoteLists(c: SignalContext, emit: (a: Attitude, actor: Actor, how: Holder['how'], rule: string) => void): void {
  const { tree } = c.cast;
  const { tokens, text } = tree.parsed;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]?.form !== ':') continue;
    const s = tree.sentenceOf(i);
    let first = i;
    while (first > s.first && i - first < 3 && /^[\p{L}]+$/u.test(tokens[first - 1]?.form ?? '')) first -= 1;
    let label: readonly [RegExp, -1 | 0 | 1] | undefined;
    for (let k = first; k < i && !label; k++) {
      const words = text.slice(tokens[k]?.start ?? 0, tokens[i - 1]?.end ?? 0);
      label = LIST_LABEL.find(([pattern]) => pattern.test(words));
    }
    if (!label) continue;
    const context = c.topic.contextOf(i) ?? c.topic.hitOf(Array.from({ length: s.last - s.first }, (_, k) => s.first + k));
    if (!context && c.topic.coverage < 0.6) continue;
    const states: StateCode[] = [];
    let last = i;
    for (let k = i + 1; k < s.last && !/^[.;:]$/.test(tokens[k]?.form ?? ''); k++) {
      for (const m of c.cast.mentionsAt.get(k) ?? []) if (m.first === k) states.push(m.state);
      last = k;
    }
    if (states.length === 0) continue;
    const indices = Array.from({ length: last - first + 1 }, (_, k) => first + k);
    const sign = label[1];
    emit(
      { head: i, sign, firm: 0.95, stance: sign === 0 ? 'uncommitted' : null, topic: context ?? { strength: 0.7, direction: 1, how: 'context', concepts: 0 }, tokens: indices, path: ['vote-list'], negated: false, chain: [i] },
      stateActor(states, [i]),
      'subject',
      'stance/vote-list',
    );
  }
}

/** "All but Hungary supported it": what is said of all is denied of the one. */
function isExcepted(cast: Cast, head: number): boolean {
  const { tree } = cast;
  const first = cast.mentionsAt.get(head)?.[0]?.first ?? head;
  const before = tree.parsed.tokens[first - 1]?.form.toLowerCase() ?? '';
  const before2 = tree.parsed.tokens[first - 2]?.form.toLowerCase() ?? '';
  return (/^(?:but|except|bar|barring)$/.test(before) && /^(?:all|everyone|everybody|every|allies|members|countries|states|else|none|nobody)$/.test(before2)) || (/^(?:for|from)$/.test(before) && /^(?:except|apart)$/.test(before2));
}

/** "has yet to back it": nothing said so far. */
function isYetTo(tree: Tree, a: Attitude): boolean {
  const at = a.chain[0] ?? a.head;
  return tree.parsed.tokens[at - 1]?.form === 'to' && tree.parsed.tokens[at - 2]?.form === 'yet';
}

function stanceOf(tree: Tree, a: Attitude, condition: ReturnType<typeof conditionOf>): Stance {
  if (a.stance) return a.stance;
  if (a.sign > 0 && isAbstract(tree, a)) return 'abstract-support';
  if (condition?.effect === 'needs') return 'conditional';
  if (condition?.effect === 'lasts' && a.sign > 0 && condition.phrase.endsWith('as long as')) return 'conditional';
  return a.sign > 0 ? 'support' : a.sign < 0 ? 'oppose' : 'uncommitted';
}

/** The words to show: from the holder to the end of the target, within the sentence; the whole sentence when that is short. */
function evidenceSpan(tree: Tree, a: Attitude, actor: Actor): Span {
  const s = tree.sentenceOf(a.head);
  const near = [...a.tokens, ...actor.heads].filter((i) => i >= s.first && i < s.last);
  const span = spanOfTokens(tree, near.length > 0 ? near : [a.head]);
  return s.end - s.start <= 240 ? { start: s.start, end: s.end } : span;
}

