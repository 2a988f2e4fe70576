import type { StateCode } from '../../domain/ids.js';
import type { Span } from '../../domain/span.js';
import type { Attribution, Directness, Origin, SpeaksFor, Statement } from '../../domain/statement.js';
import outlets from '../../../knowledge/lexicons/outlets.json' with { type: 'json' };
import voices from '../../../knowledge/lexicons/voices.json' with { type: 'json' };
import type { ReadAttribution } from '../attribution/read-attributions.js';
import type { Tree } from '../tree.js';
import { actorOf, type Actor, type Cast } from '../who/actors.js';

/** A statement with the tokens it was read from. */
export interface TokenStatement {
  readonly statement: Statement;
  readonly actor: Actor;
  readonly attribution: ReadAttribution;
}

const OUTLET = new RegExp(`(?<![\\p{L}])(?:${[...outlets.names].sort((a, b) => b.length - a.length).map((n) => n.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})(?![\\p{L}])`, 'u');
const PAPER = /\b(?:document|paper|draft|memo|letter|cable|text|report|note|e-?mail|transcript|reporting|non-paper)s?\b/i;
const ANYBODY = /^(?:an?|one|another|some|several|two|three|four|five) /i;
const SPEECH = new Set(voices.speech);
const HEARSAY = /\b(?:reportedly|allegedly|is said to|are said to|leaked|seen by|obtained by)\b/i;

const WHEN = /^(?:yesterday|today|tomorrow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|morning|evening|night|week|month|year)$/i;

/** The token of a source by which it is named: the one whose head lies outside, nouns and names before other words. */
export function sourceHeadOf(tree: Tree, source: readonly number[]): number | null {
  const inside = new Set(source);
  const tops = source.filter((i) => !inside.has(tree.token(i).head) && /^(?:NN|PRP|W|DT|CD|JJ|VBG)/.test(tree.token(i).tag));
  const nominal = tops.find((i) => /^(?:NN|PRP)/.test(tree.token(i).tag) && !WHEN.test(tree.token(i).form));
  return nominal ?? tops[0] ?? source[0] ?? null;
}

/** The subject of a cue verb, found by climbing out of "…, saying that" and "… and warned"; null when there is none. */
export function subjectOfCue(tree: Tree, cue: number): number | null {
  let i = cue;
  for (let climb = 0; climb < 4 && i >= 0; climb++) {
    const t = tree.token(i);
    const subject = tree.childrenOf(i).find((c) => tree.token(c).relation === 'nsubj' || (climb > 0 && tree.token(c).relation === 'nsubjpass'));
    if (subject !== undefined) return subject;
    if (!/^VB/.test(t.tag) && !(climb > 0 && /^(?:JJ|NN)/.test(t.tag))) return null;
    if (tree.childrenOf(i).some((c) => tree.token(c).relation === 'nsubjpass')) return null;
    if (t.relation === 'acl' && t.tag === 'VBG') return t.head;
    if (t.relation === 'acl:relcl') return t.head;
    if (!['xcomp', 'advcl', 'conj', 'dep', 'ccomp', 'parataxis'].includes(t.relation)) return null;
    i = t.head;
  }
  return null;
}

/** Who an attribution's source is; an actor without a name when the text gives none. */
export function speakerOf(cast: Cast, a: ReadAttribution): Actor {
  const head = sourceHeadOf(cast.tree, a.tokens.source);
  const nobody: Actor = { kind: 'unnamed', name: '', states: [], voice: 'unknown', organisation: '', heads: [] };
  if (head === null) {
    const subject = subjectOfCue(cast.tree, a.cueHead);
    return subject === null || a.tokens.content.includes(subject) ? nobody : actorOf(cast, subject);
  }
  // Only the owner was marked ("[Slovakia]'s prime minister, Robert Fico"): the phrase it opens is the source.
  const owned = cast.tree.token(head);
  if (owned.relation === 'nmod:poss' && owned.head > head && a.tokens.source.length <= 2) {
    const whole = actorOf(cast, owned.head);
    if (whole.name !== '' && whole.kind !== 'other') return whole;
  }
  // A name anywhere in the source decides: "Julianne Smith, the outgoing ambassador".
  for (const i of a.tokens.source) {
    const run = cast.nameAt.get(i);
    if (!run) continue;
    const relation = cast.tree.token(run.last - 1).relation;
    if (!/^nmod/.test(relation) || i === head) return actorOf(cast, run.last - 1).kind === 'person' ? actorOf(cast, run.last - 1) : actorOf(cast, head);
  }
  const actor = actorOf(cast, head);
  return actor.name ? actor : { ...actor, name: wordsOf(cast.tree, a.source) };
}

const wordsOf = (tree: Tree, spans: readonly Span[]): string => spans.map((s) => tree.parsed.text.slice(s.start, s.end)).join(' … ');

/** On record, second-hand or anonymous, from who speaks and how the words reached the text. */
export function attributionOf(tree: Tree, a: ReadAttribution, actor: Actor): Attribution {
  const source = wordsOf(tree, a.source);
  const first = a.content[0];
  const cueSentence = tree.sentenceOf(a.cueHead);
  const sentence = tree.parsed.text.slice(cueSentence.start, cueSentence.end);
  // Nobody is named as the source: the outlet says it, or passes on hearsay.
  if (a.source.length === 0 && actor.name === '') return HEARSAY.test(sentence) ? 'second-hand' : 'outlet';
  // "Hungary has rejected the plan": the outlet tells what a state does; nobody speaks.
  if (actor.kind === 'state' && !SPEECH.has(tree.token(a.cueHead).lemma.toLowerCase()) && !/[“"]/.test(tree.parsed.text.slice(first.start - 2 < 0 ? 0 : first.start - 2, first.end))) return HEARSAY.test(sentence) ? 'second-hand' : 'outlet';
  if (actor.kind === 'unnamed' || /\b(?:anonym|who (?:spoke|asked) (?:on|not|to remain)|on condition of anonymity|unnamed)/i.test(source)) return 'anonymous';
  if (actor.kind === 'outlet' || OUTLET.test(source) || (PAPER.test(source) && actor.kind !== 'person')) return 'second-hand';
  if (HEARSAY.test(sentence) && (a.source.length === 0 || HEARSAY.test(tree.parsed.text.slice(a.source[0]?.start ?? 0, first.start)))) return 'second-hand';
  // "a Danish minister", "one trader": somebody, and not who.
  if (actor.kind !== 'person' && actor.kind !== 'state' && ANYBODY.test(actor.name) && !/spokes|statement/i.test(actor.name)) return 'anonymous';
  // "ten of the 12 ministers", "the five nations": many, in public.
  if (actor.kind === 'other' && /\b(?:nations|countries|states|members|ministers|allies|governments|leaders|delegations|powers)$/i.test(actor.name)) return 'on-record';
  if (actor.kind === 'other') return /^\p{Lu}/u.test(actor.name) && actor.name.split(' ').length <= 4 ? 'on-record' : actor.voice === 'outsider' ? 'on-record' : 'anonymous';
  return 'on-record';
}

function speaksForOf(actor: Actor): SpeaksFor {
  const only = actor.states[0];
  if (actor.voice === 'outsider') return { kind: 'nobody' };
  if ((actor.voice === 'government' || actor.kind === 'state') && actor.states.length === 1 && only !== undefined) return { kind: 'state', state: only };
  if (actor.organisation !== '') return { kind: 'organisation', name: actor.organisation };
  return { kind: 'nobody' };
}

/** Whether content stands in quotation marks, outside them, or both. */
export function directnessOf(text: string, content: readonly Span[]): Directness {
  let inside = 0;
  let all = 0;
  for (const s of content) {
    const before = text.slice(Math.max(0, s.start - 2), s.start);
    let open = /["“]\s*$/.test(before);
    for (const ch of text.slice(s.start, s.end)) {
      if (ch === '“') open = true;
      else if (ch === '”') open = false;
      else if (ch === '"') open = !open;
      else if (/\p{L}/u.test(ch)) {
        all += 1;
        if (open) inside += 1;
      }
    }
  }
  return all > 0 && inside / all >= 0.8 ? 'direct' : inside === 0 ? 'indirect' : 'mixed';
}

/** "told Reuters", "reported by Politico", "seen by the FT": who first published the claim. */
export function originOf(tree: Tree, a: ReadAttribution): Origin | undefined {
  const s = tree.sentenceOf(a.cueHead);
  const text = tree.parsed.text.slice(s.start, s.end);
  const reported = /(?:(?:first|originally) )?(?:reported|published) (?:by|in) (?:the )?((?:\p{Lu}[\p{L}'’.&-]*)(?: (?:of |the )?\p{Lu}[\p{L}'’.&-]*){0,4})|report(?:ing)? (?:by|in|from) (?:the )?((?:\p{Lu}[\p{L}'’.&-]*)(?: \p{Lu}[\p{L}'’.&-]*){0,4})/u.exec(text);
  // A sentence's full stop is no part of the name before it; that of an abbreviation ("A.P.") is.
  const name = (reported?.[1] ?? reported?.[2])?.replace(/(?<![.\p{Lu}])\.$/u, '');
  if (reported && name) {
    const start = s.start + reported.index + reported[0].lastIndexOf(name);
    return { name, span: { start, end: start + name.length } };
  }
  const m = /(?:told|to|by|with|in|report(?:ing)?|according to|obtained by|seen by)\s+(?:the\s+|an?\s+)?(?:\p{L}+\s+){0,3}?/giu;
  for (const lead of text.matchAll(m)) {
    const from = lead.index + lead[0].length;
    const hit = OUTLET.exec(text.slice(from));
    if (hit && hit.index <= 24) {
      const start = s.start + from + hit.index;
      return { name: hit[0], span: { start, end: start + hit[0].length } };
    }
  }
  return undefined;
}

/** Turns attributions into statements: who speaks, for whom, how, and about whom. */
export function buildStatements(cast: Cast, attributions: readonly ReadAttribution[], actors: ReadonlyMap<ReadAttribution, Actor>): TokenStatement[] {
  const { tree } = cast;
  return attributions.map((a) => {
    const actor = actors.get(a) ?? speakerOf(cast, a);
    const inContent = new Set(a.tokens.content);
    const about: StateCode[] = [];
    for (const m of cast.mentions) if (inContent.has(m.first) && !about.includes(m.state)) about.push(m.state);
    const origin = originOf(tree, a);
    const statement: Statement = {
      speaker: actor.name || wordsOf(tree, a.source),
      speaksFor: speaksForOf(actor),
      about,
      attribution: attributionOf(tree, a, actor),
      directness: directnessOf(tree.parsed.text, a.content),
      source: a.source,
      cue: a.cue,
      content: a.content,
      ...(origin ? { origin } : {}),
      rule: a.rule,
    };
    return { statement, actor, attribution: a };
  });
}
