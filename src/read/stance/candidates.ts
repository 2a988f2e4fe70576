import type { StateCode } from '../../domain/ids.js';
import { isRelation, type Tree } from '../tree.js';
import { actorAt, stateActor, type Actor, type Cast } from '../who/actors.js';
import { stateListAt } from '../who/state-list.js';

/** A place in the text where somebody who speaks for a member is named, and may be said to take a stance. */
export interface Candidate {
  /** Token that names the holder. */
  readonly token: number;
  /** Token by which the holder hangs in the tree: the first of a list. */
  readonly anchor: number;
  readonly actor: Actor;
  readonly members: readonly StateCode[];
  readonly form: 'state' | 'modifier' | 'person' | 'office' | 'pronoun';
  /** How many are named together. */
  readonly size: number;
}

const NOMINAL = /^(?:NN|PRP|WP|WDT|CD|DT|JJ|FW)/;
const CLIMB = new Set(['conj', 'appos', 'compound', 'name']);

/** Every candidate of a text, in text order. */
export function candidatesOf(cast: Cast, roster: ReadonlySet<StateCode>): Candidate[] {
  const { tree } = cast;
  const out: Candidate[] = [];
  for (let i = 0; i < tree.parsed.tokens.length; i++) {
    const c = candidateAt(cast, i);
    if (!c) continue;
    const members = c.actor.states.filter((s) => roster.has(s));
    if (members.length > 0) out.push({ ...c, members });
  }
  return out;
}

function candidateAt(cast: Cast, i: number): Omit<Candidate, 'members'> | null {
  const { tree } = cast;
  const t = tree.token(i);
  const mention = cast.mentionsAt.get(i);
  if ((!NOMINAL.test(t.tag) && !mention) || /^(?:det|case|cc|mark|cop)$/.test(t.relation)) return null;
  const run = cast.nameAt.get(i);
  if (run && i !== run.last - 1) return null;
  if (mention && mention.every((m) => m.last - 1 !== i || m.form === 'parliament')) return null;
  const up = t.head < 0 ? null : tree.token(t.head);
  const modifies = up !== null && (up.tag.startsWith('NN') || isRelation(t.relation, 'nmod:poss')) && /^(?:amod|compound|nmod:poss|nn|poss)$/.test(t.relation) && t.head > i;
  if (modifies) {
    // "German minister", "its government", "Chancellor Scholz": the noun is the candidate, or an outsider.
    if (cast.nameAt.has(t.head) || cast.mentionsAt.has(t.head)) return null;
    const whole = actorAt(cast, t.head);
    if (whole.voice !== 'unknown' || whole.kind !== 'other') return null;
    const owner = mention ? stateActor(mention.map((m) => m.state), [i], t.form) : actorAt(cast, i);
    if (owner.voice !== 'government' || owner.states.length === 0) return null;
    return { token: i, anchor: i, actor: owner, form: 'modifier', size: owner.states.length };
  }
  const actor = actorAt(cast, i);
  if (actor.states.length === 0 || actor.voice === 'outsider') return null;
  const form = run ? 'person' : mention ? 'state' : /^(?:PRP|WP|WDT|CD|DT)/.test(t.tag) ? 'pronoun' : 'office';
  const list = stateListAt(tree, cast.mentionsAt, i);
  const first = list.length > 1 ? Math.min(...list.map((m) => m.last - 1)) : i;
  return { token: i, anchor: anchorOf(tree, first), actor, form, size: Math.max(list.length, actor.states.length) };
}

/** The token by which a conjunct, apposition or part of a name hangs in its clause. */
function anchorOf(tree: Tree, token: number): number {
  let i = token;
  for (let k = 0; k < 6; k++) {
    const t = tree.token(i);
    if (t.head < 0 || !CLIMB.has(t.relation) || !/^(?:NN|PRP|CD|DT|JJ)/.test(tree.token(t.head).tag)) break;
    i = t.head;
  }
  return i;
}
