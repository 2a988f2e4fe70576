import type { TokenStatement } from '../statements/build-statements.js';
import type { TopicMap } from '../topic/match-topic.js';
import { isRelation, range, type Tree } from '../tree.js';
import type { Cast } from '../who/actors.js';
import { lexicalSign, type Attitude } from './attitude.js';
import type { Candidate } from './candidates.js';
import { evaluationOf } from './predicates.js';

/** What the features of a candidate are read from; one for each text and option. */
export interface FeatureContext {
  readonly cast: Cast;
  readonly topic: TopicMap;
  readonly statements: readonly TokenStatement[];
  /** What the rules read for a candidate: stance, construction and topic, or null. */
  readonly ruleFor: (c: Candidate) => string | null;
  /** As `ruleFor`, were every predicate said of the proposal. */
  readonly looseFor: (c: Candidate) => string | null;
  readonly looseBefore: (sentence: number) => string | null;
  /** Sign of a token, see {@link signReader}; made once for a text, since neighbours ask for the same tokens. */
  readonly signOf: SignOf;
  /** What the rules read in the sentence before. */
  readonly ruleBefore: (sentence: number) => string | null;
}

const REACH = { climb: 5, after: 10, before: 6, content: 24 };
const SKIPPED = /^(?:DT|,|\.|:|``|''|"|POS|-LRB-|-RRB-|“|”)$/;

/** Features of a candidate, as text: what stands around its name, how the tree leads to a predicate, and what the rules make of it. */
export function candidateFeatures(x: FeatureContext, c: Candidate): string[] {
  const { tree } = x.cast;
  const out: string[] = ['bias', `form:${c.form}`, `size:${c.size > 4 ? 'many' : String(c.size)}`];
  const { signOf } = x;
  climb(x, c, signOf, out);
  windows(x, c, signOf, out);
  speech(x, c, signOf, out);
  const si = tree.sentenceIndexOf(c.token);
  const rule = x.ruleFor(c);
  out.push(`rule:${rule ?? 'none'}`);
  if (rule !== null) out.push(`rule:${rule.split('/')[0] ?? ''}`, `rule:${rule.split('/')[0] ?? ''}:${c.form}`);
  const loose = x.looseFor(c);
  const looseParts = loose?.split('/') ?? ['none'];
  out.push(`loose:${loose ?? 'none'}`, `loose1:${looseParts[0] ?? ''}`, `loose2:${looseParts.slice(0, 2).join('/')}`, `looserule:${looseParts[0] ?? ''}:${rule?.split('/')[0] ?? ''}`);
  const before = x.ruleBefore(si) ?? x.looseBefore(si);
  if (before !== null) out.push(`before:${before}`);
  surroundings(x, c, si, signOf, before, rule, out);
  return out;
}

/** Short sign of a token; empty when it has none. */
export type SignOf = (i: number) => string;

/** Reads signs of tokens: of the attitude a token heads (`attitudeAt`), else of the predicate or judgement it is. */
export function signReader(tree: Tree, topic: TopicMap, attitudeAt: ReadonlyMap<number, Attitude>): SignOf {
  const known = new Map<number, string>();
  return (i) => {
    const memo = known.get(i);
    if (memo !== undefined) return memo;
    let sign = '';
    const a = attitudeAt.get(i);
    if (a) sign = `A${a.stance ?? mark(a.sign)}`;
    else {
      const p = lexicalSign(tree, topic, i);
      const e = p ? undefined : evaluationOf(tree.token(i).lemma.toLowerCase());
      if (p) sign = `${p.light ? 'L' : 'P'}${mark(p.sign)}${p.negated ? 'n' : ''}`;
      else if (e) sign = `E${mark(e.sign)}`;
    }
    known.set(i, sign);
    return sign;
  };
}

const mark = (sign: number): string => (sign > 0 ? '+' : sign < 0 ? '-' : '0');
const relationOf = (r: string): string => (r.startsWith('nmod') && r !== 'nmod:poss' ? 'nmod' : r);

function climb(x: FeatureContext, c: Candidate, signOf: SignOf, out: string[]): void {
  const { tree } = x.cast;
  let i = c.anchor;
  let route = '';
  for (let k = 1; k <= REACH.climb; k++) {
    const t = tree.token(i);
    if (t.head < 0) {
      out.push(`top:${route}`);
      break;
    }
    const relation = relationOf(t.relation);
    const preposition = relation === 'nmod' ? caseWord(tree, i) : '';
    route += `<${relation}${preposition ? `_${preposition}` : ''}`;
    const from = i;
    i = t.head;
    const u = tree.token(i);
    const lemma = u.lemma.toLowerCase();
    const sign = signOf(i);
    if (k <= 3) out.push(`up:${route}:${lemma}`, `up${String(k)}:${lemma}`);
    if (sign) out.push(`ups:${route}:${sign}`, `ups${String(k)}:${sign}`, `upf:${route.split('<')[1] ?? ''}:${sign}`);
    if (k <= 3) below(tree, i, from, `${String(k)}${k === 1 ? route : ''}`, signOf, out);
  }
}

/** What else hangs on a node of the path: objects, complements, negators, auxiliaries. */
function below(tree: Tree, node: number, from: number, at: string, signOf: SignOf, out: string[]): void {
  for (const c of tree.childrenOf(node)) {
    if (c === from) continue;
    const t = tree.token(c);
    const relation = relationOf(t.relation);
    if (relation === 'punct' || relation === 'det') continue;
    const lemma = t.lemma.toLowerCase();
    const preposition = relation === 'nmod' ? `_${caseWord(tree, c)}` : '';
    if (/^(?:neg|aux|mark|cop|auxpass|advmod|case)$/.test(relation)) {
      out.push(`ch${at}:${relation}:${lemma}`);
      continue;
    }
    out.push(`ch${at.charAt(0)}:${relation}${preposition}:${lemma}`);
    const sign = signOf(c);
    if (sign) out.push(`chs${at}:${relation}${preposition}:${sign}`, `chs:${relation}:${sign}`);
    for (const d of tree.childrenOf(c)) {
      const inner = signOf(d);
      const u = tree.token(d);
      if (inner && !/^(?:det|punct|case)$/.test(u.relation)) out.push(`ch2s:${relation}>${relationOf(u.relation)}:${inner}`);
      if (/^(?:neg|mark)$/.test(u.relation)) out.push(`ch2:${relation}>${u.relation}:${u.form.toLowerCase()}`);
    }
  }
}

const caseWord = (tree: Tree, i: number): string => {
  const c = tree.childrenOf(i).find((k) => isRelation(tree.token(k).relation, 'case') || tree.token(k).relation === 'mark');
  return c === undefined ? '' : tree.token(c).form.toLowerCase();
};

/** Words and signs on either side, in the sentence; other states' names stand as "STATE". */
function windows(x: FeatureContext, c: Candidate, signOf: SignOf, out: string[]): void {
  const { tree } = x.cast;
  const s = tree.sentenceOf(c.token);
  const word = (i: number): string => (x.cast.mentionsAt.has(i) ? 'STATE' : x.cast.nameAt.has(i) ? 'NAME' : tree.token(i).lemma.toLowerCase());
  let last = '';
  let steps = 0;
  let states = 0;
  for (let i = c.token + 1; i < s.last && steps < REACH.after; i++) {
    if (SKIPPED.test(tree.token(i).tag) && !/^[;:]$/.test(tree.token(i).form)) {
      if (tree.token(i).form === ',' && steps === 0) out.push('next:,');
      continue;
    }
    const w = word(i);
    if (w === 'STATE') states += 1;
    const near = steps < 4 ? 'a' : 'b';
    out.push(`w+${near}:${w}`, `w+2:${last}_${w}`);
    const sign = signOf(i);
    if (sign) out.push(`s+${near}${states > 0 ? 'x' : ''}:${sign}`);
    last = w;
    steps += 1;
  }
  last = '';
  steps = 0;
  states = 0;
  for (let i = c.token - 1; i >= s.first && steps < REACH.before; i--) {
    if (SKIPPED.test(tree.token(i).tag)) continue;
    const w = word(i);
    if (w === 'STATE') states += 1;
    out.push(`w-${steps < 2 ? 'a' : 'b'}:${w}`, `w-2:${w}_${last}`);
    const sign = signOf(i);
    if (sign) out.push(`s-${states > 0 ? 'x' : ''}:${sign}`);
    last = w;
    steps += 1;
  }
}

/** What the candidate says, where it is the source of a statement; and whose words it stands in. */
function speech(x: FeatureContext, c: Candidate, signOf: SignOf, out: string[]): void {
  const { tree } = x.cast;
  for (const s of x.statements) {
    const { source, content, cue } = s.attribution.tokens;
    if (content.includes(c.token)) {
      const own = s.actor.states.some((m) => c.members.includes(m));
      out.push(`in:${own ? 'self' : s.actor.states.length > 0 ? 'state' : s.actor.kind}:${s.actor.voice}`);
      continue;
    }
    const speaks = source.includes(c.token) || source.includes(c.anchor) || s.actor.heads.includes(c.token);
    if (!speaks) continue;
    out.push('says');
    for (const i of cue) out.push(`cue:${tree.token(i).lemma.toLowerCase()}`);
    let n = 0;
    let last = '';
    for (const i of content) {
      const t = tree.token(i);
      if (x.cast.mentionsAt.has(i) && !content.includes(c.token)) out.push('say:STATE');
      if (SKIPPED.test(t.tag)) continue;
      const sign = signOf(i);
      if (sign) out.push(`sayS:${sign}`, ...(n < 12 ? [`sayS1:${sign}`] : []));
      if (n < REACH.content) out.push(`say:${t.lemma.toLowerCase()}`, `say2:${last}_${t.lemma.toLowerCase()}`);
      last = t.lemma.toLowerCase();
      n += 1;
    }
  }
}

function surroundings(x: FeatureContext, c: Candidate, si: number, signOf: SignOf, before: string | null, rule: string | null, out: string[]): void {
  const { tree } = x.cast;
  const s = tree.sentenceOf(c.token);
  let plus = 0;
  let minus = 0;
  const words = new Set<string>();
  for (let i = s.first; i < s.last; i++) {
    const sign = signOf(i);
    if (/\+n?$/.test(sign)) plus += sign.endsWith('n') ? 0 : 1;
    if (/-n?$/.test(sign)) minus += sign.endsWith('n') ? 0 : 1;
    words.add(tree.token(i).lemma.toLowerCase());
  }
  out.push(`tally:${String(Math.min(2, plus))}/${String(Math.min(2, minus))}`);
  const hit = x.topic.hitOf(range(s.first, s.last));
  out.push(`topic:${hit ? hit.how : 'none'}:${x.topic.isAbout ? 'about' : ''}`, `dir:${String(hit?.direction ?? 0)}`, `place:${si === 0 ? 'lead' : 'body'}`);
  if (x.topic.contextOf(c.token)) out.push('context');
  for (const w of words) if (LINKS.has(w)) out.push(`link:${w}:${before ?? ''}`);
  for (const w of words) if (TURNS.has(w)) out.push(`turn:${w}:${rule?.split('/')[0] ?? ''}`);
}

/** Words by which a sentence takes up the stance of the one before. */
const LINKS = new Set(['same', 'too', 'also', 'similar', 'similarly', 'likewise', 'echo', 'join', 'side', 'agree', 'share', 'follow', 'so', 'neither', 'nor', 'both']);
/** Words that turn or weaken what is said beside them. */
const TURNS = new Set(['if', 'unless', 'until', 'but', 'however', 'although', 'though', 'while', 'only', 'principle', 'provided', 'condition', 'would', 'could', 'may', 'might', 'yet', 'once', 'former', 'opposition', 'previously', 'theory', 'reservation']);
