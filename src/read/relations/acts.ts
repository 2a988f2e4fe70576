import type { StateCode } from '../../domain/ids.js';
import type { Span } from '../../domain/span.js';
import lexicon from '../../../knowledge/lexicons/influence.json' with { type: 'json' };
import { isNegated } from '../stance/attitude.js';
import { childrenBy, isRelation, type Tree } from '../tree.js';
import { actorOf, type Cast } from '../who/actors.js';
import { organisationIn } from '../who/organisation.js';

/** What a state did in some body: leverage it may hold beside the question. */
export interface ActReading {
  readonly member: StateCode;
  /** The body, as the text writes it: "EU". */
  readonly body: string;
  readonly verb: string;
  /** The sentence that says so. */
  readonly span: Span;
  readonly rule: string;
}

const OBSTRUCTING: ReadonlySet<string> = new Set(lexicon.obstructing);

/** Acts by which a state held something up in a body that the words name: "Hungary blocked EU funds for Ukraine". Each once, at its first sentence. */
export function readActs(cast: Cast): ActReading[] {
  const { tree } = cast;
  const out = new Map<string, ActReading>();
  for (let i = 0; i < tree.parsed.tokens.length; i++) {
    const t = tree.token(i);
    const lemma = t.lemma.toLowerCase();
    if (!t.tag.startsWith('VB') || !OBSTRUCTING.has(lemma) || isNegated(tree, i) || isSupposed(tree, i)) continue;
    const object = childrenBy(tree, i, 'dobj')[0];
    const subject = subjectOf(tree, i);
    if (object === undefined || subject === undefined) continue;
    const actor = actorOf(cast, subject);
    const body = organisationIn(tree.subtreeOf(object).map((k) => tree.token(k).form));
    if (body === '' || actor.voice === 'outsider') continue;
    const s = tree.sentenceOf(i);
    for (const member of actor.states) if (!out.has(`${member} ${body}`)) out.set(`${member} ${body}`, { member, body, verb: lemma, span: { start: s.start, end: s.end }, rule: `act/${lemma}` });
  }
  return [...out.values()];
}

/** The subject of a verb or of the one that it is joined to. */
function subjectOf(tree: Tree, verb: number): number | undefined {
  for (let i = verb, k = 0; i >= 0 && k < 3; k++) {
    const own = childrenBy(tree, i, 'nsubj')[0];
    if (own !== undefined) return own;
    if (!['conj', 'xcomp'].includes(tree.token(i).relation) && !isRelation(tree.token(i).relation, 'advcl')) return undefined;
    i = tree.token(i).head;
  }
  return undefined;
}

/** "could block", "threatened to block": not done. */
const isSupposed = (tree: Tree, verb: number): boolean =>
  tree.childrenOf(verb).some((c) => /^(?:might|may|could|would|will|can|should|to)$/i.test(tree.token(c).form));
