import type { StateCode } from '../../domain/ids.js';
import type { Span } from '../../domain/span.js';
import lexicon from '../../../knowledge/lexicons/influence.json' with { type: 'json' };
import { isNegated } from '../stance/attitude.js';
import { alignmentsOf } from '../stance/alignments.js';
import { caseOf, childrenBy, isRelation, type Tree } from '../tree.js';
import { actorOf, possessorsOf, type Actor, type Cast } from '../who/actors.js';

/** Words that say that one state moves, or is to move, another. */
export interface InfluenceReading {
  readonly from: StateCode;
  readonly to: StateCode;
  /** The sentence that says so. */
  readonly span: Span;
  /** Whether it is hoped, wanted or thought possible, not told as a fact. */
  readonly isHoped: boolean;
  readonly rule: string;
}

const PERSUADING: ReadonlySet<string> = new Set(lexicon.persuading);
const SWAY: ReadonlySet<string> = new Set(lexicon.sway);
const MOVING: ReadonlySet<string> = new Set(lexicon.moving);
const MOVED: ReadonlySet<string> = new Set(lexicon.stance);
const SHELTERING: ReadonlySet<string> = new Set(lexicon.sheltering);
const HOPING: ReadonlySet<string> = new Set(lexicon.hoping);
const none: readonly StateCode[] = [];

/**
 * Who moves whom, as a text tells or hopes it: "Washington persuaded Berlin", "U.S. influence might shift Germany's position", "hides behind
 * Germany", "sides with Paris". A state's lawmakers or companies move nobody. Each pair once, at its first sentence.
 */
export function readInfluences(cast: Cast): InfluenceReading[] {
  const { tree } = cast;
  const out = new Map<string, InfluenceReading>();
  const add = (from: readonly StateCode[], to: readonly StateCode[], at: number, rule: string): void => {
    const s = tree.sentenceOf(at);
    for (const f of from) {
      for (const t of to) {
        const key = `${f}>${t}`;
        if (f !== t && !out.has(key)) out.set(key, { from: f, to: t, span: { start: s.start, end: s.end }, isHoped: isHoped(tree, at), rule });
      }
    }
  };
  for (let i = 0; i < tree.parsed.tokens.length; i++) {
    const t = tree.token(i);
    if (!t.tag.startsWith('VB') || isNegated(tree, i)) continue;
    const lemma = t.lemma.toLowerCase();
    const particle = `${lemma}+${tree.parsed.tokens[i + 1]?.form.toLowerCase() ?? ''}`;
    const subject = childrenBy(tree, i, 'nsubj')[0];
    if (subject === undefined) continue;
    const object = childrenBy(tree, i, 'dobj')[0];
    if (object !== undefined && (PERSUADING.has(lemma) || PERSUADING.has(particle))) add(voiceOf(actorOf(cast, subject)), movedBy(cast, object), i, `influence/${lemma}`);
    if (object !== undefined && MOVING.has(lemma) && SWAY.has(tree.token(subject).lemma.toLowerCase())) add(ownersOfSway(cast, subject), movedBy(cast, object), i, `influence/sway>${lemma}`);
    if (SHELTERING.has(lemma)) {
      for (const c of tree.childrenOf(i)) if (isRelation(tree.token(c).relation, 'nmod') && caseOf(tree, c) === 'behind') add(voiceOf(actorOf(cast, c)), voiceOf(actorOf(cast, subject)), i, 'influence/behind');
    }
  }
  for (const a of alignmentsOf(cast)) add(a.leader.states, a.follower.states, a.head, 'influence/alignment');
  return [...out.values()];
}

const voiceOf = (actor: Actor): readonly StateCode[] => (actor.voice === 'outsider' ? none : actor.states);

/** The state that is moved: the object itself, or the one whose position, mind or vote it is. */
function movedBy(cast: Cast, object: number): readonly StateCode[] {
  const owner = MOVED.has(cast.tree.token(object).lemma.toLowerCase()) ? possessorsOf(cast.tree, object)[0] : undefined;
  return voiceOf(actorOf(cast, owner ?? object));
}

/** Whose influence: "U.S. influence", "Washington's lead", "pressure from Paris". */
function ownersOfSway(cast: Cast, noun: number): readonly StateCode[] {
  const { tree } = cast;
  const owner = possessorsOf(tree, noun)[0];
  if (owner !== undefined) return voiceOf(actorOf(cast, owner));
  for (const c of tree.childrenOf(noun)) {
    const t = tree.token(c);
    if (/^(?:amod|compound|nn)/.test(t.relation) && cast.mentionsAt.has(c)) return (cast.mentionsAt.get(c) ?? []).map((m) => m.state);
    if (isRelation(t.relation, 'nmod') && /^(?:from|of|by)$/.test(caseOf(tree, c))) return voiceOf(actorOf(cast, c));
  }
  return none;
}

/** Whether a verb tells a hope: under a modal of possibility, or a word of hoping above it. */
function isHoped(tree: Tree, verb: number): boolean {
  if (tree.childrenOf(verb).some((c) => /^(?:might|may|could|would|will|can|should)$/i.test(tree.token(c).form))) return true;
  for (let i = tree.token(verb).head, k = 0; i >= 0 && k < 4; k++) {
    if (HOPING.has(tree.token(i).lemma.toLowerCase())) return true;
    i = tree.token(i).head;
  }
  return false;
}

