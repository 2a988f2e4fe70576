import { caseOf, childrenBy, isReducedPassive, isRelation, type Tree } from '../tree.js';
import { actorOf, stateActor, type Actor, type Cast } from '../who/actors.js';
import { stateListAt } from '../who/state-list.js';
import type { Attitude } from './attitude.js';
import type { Holder } from './holder.js';

/** Participles by which others join a holder: "Hungary, backed by Slovakia, opposed …". */
const JOINED = /^(?:backed|supported|joined|flanked|seconded|accompanied|followed|echoed|led)$/;
/** Participles by which others turn against one. */
const OPPOSED = /^(?:opposed|resisted|countered|contradicted)$/;
/** Tokens between a holder and the participle that names its company. */
const NEAR = 12;
/** Tokens of a sentence within which company may be named before the holder ("Supported by Japan, he proposed …"). */
const OPENING = 14;
/** Prepositions that add company to a holder or to what it does. */
const COMPANY = /^(?:along_with|together_with|alongside|as_well_as|like)$/;

/** Somebody whose attitude follows from a holder's: the same (1), or the other way (-1). */
export interface Follower {
  readonly actor: Actor;
  readonly sign: 1 | -1;
}

/**
 * Who shares the holder's attitude, or takes the other side, by the construction of the sentence: "backed by X", "along with X", "as did X", "and so did X",
 * "with help from X", "with X at its side"; "opposed by X".
 */
export function followersOf(cast: Cast, attitude: Attitude, holder: Holder): Follower[] {
  const { tree } = cast;
  const out: Follower[] = [];
  const own = new Set(holder.actor.states);
  const addActor = (actor: Actor, sign: 1 | -1 = 1): void => {
    if (actor.states.length > 0 && actor.voice !== 'outsider' && !actor.states.some((s) => own.has(s))) out.push({ actor, sign });
  };
  const add = (token: number): void => { addActor(actorOf(cast, token)); };
  const s = tree.sentenceOf(attitude.head);
  for (let i = s.first; i < s.last; i++) {
    const t = tree.token(i);
    const lower = t.form.toLowerCase();
    const turn = JOINED.test(lower) ? 1 : OPPOSED.test(lower) ? -1 : 0;
    if (turn !== 0 && isReducedPassive(tree, i) && isBeside(tree, i, holder.actor.heads, attitude.head)) for (const actor of agentsOf(cast, i)) addActor(actor, turn);
    if (/^(?:support|backing|help|assistance)$/.test(lower) && isBeside(tree, i, holder.actor.heads, attitude.head)) for (const actor of lendersOf(cast, i)) addActor(actor);
    if (isRelation(t.relation, 'nmod') && COMPANY.test(caseOf(tree, i)) && (holder.actor.heads.includes(t.head) || attitude.chain.includes(t.head))) add(i);
    // "… in favour along with Slovenia, Malta and Ecuador": by word order, after the predicate.
    if (i > attitude.head && /^(?:along|together)$/.test(lower) && tree.parsed.tokens[i + 1]?.form === 'with' && cast.mentionsAt.has(i + 2)) add(i + 2);
    // "as did Brazil, India and China"; "and so did Argentina".
    if (/^(?:did|does|do|has|have|will|would|is|are|were|was)$/.test(lower) && /^(?:as|so)$/i.test(tree.parsed.tokens[i - 1]?.form ?? '') && i > attitude.head) {
      for (let k = i + 1; k < s.last && k < i + 4; k++) {
        if (cast.mentionsAt.has(k) || cast.nameAt.has(k)) {
          add(topOf(cast, k));
          break;
        }
      }
    }
  }
  // "voted with Britain to end it": whoever it went with did the same.
  for (const i of attitude.chain) {
    if (!/^(?:vote|side|join|combine|unite|agree)$/.test(tree.token(i).lemma)) continue;
    for (const c of tree.childrenOf(i)) if (isRelation(tree.token(c).relation, 'nmod') && caseOf(tree, c) === 'with' && (cast.mentionsAt.has(c) || cast.nameAt.has(c))) add(c);
  }
  // "joined Canada and Japan in calling it premature": whoever was joined does the same.
  for (let i = attitude.head, k = 0; k < 3 && i >= 0; k++) {
    if (/^(?:join|follow)$/.test(tree.token(i).lemma)) for (const c of childrenBy(tree, i, 'dobj')) if (tree.subtreeOf(c).some((k) => cast.mentionsAt.has(k)) || cast.mentionsAt.has(c + 2)) add(c);
    i = tree.token(i).head;
  }
  // "The reluctance of Germany is echoed by Hungary".
  const up = tree.token(attitude.head).head;
  if (up >= 0 && /^nsubj/.test(tree.token(attitude.head).relation) && /^(?:echo|share|mirror|match|repeat)$/.test(tree.token(up).lemma)) {
    for (const c of tree.childrenOf(up)) if (isRelation(tree.token(c).relation, 'nmod') && caseOf(tree, c) === 'by') add(c);
  }
  for (const c of [...tree.childrenOf(attitude.head)]) {
    if (!isRelation(tree.token(c).relation, 'nmod') && tree.token(c).relation !== 'advcl') continue;
    if (caseOf(tree, c) !== 'with') continue;
    if (/^(?:help|support|backing|assistance)$/.test(tree.token(c).lemma)) {
      for (const k of [...tree.childrenOf(c), ...tree.childrenOf(attitude.head)]) if (isRelation(tree.token(k).relation, 'nmod') && caseOf(tree, k) === 'from') add(k);
    } else if (childrenBy(tree, c, 'nmod').some((k) => /^(?:side|heels)$/.test(tree.token(k).lemma)) || childrenBy(tree, attitude.head, 'nmod').some((k) => tree.token(k).lemma === 'side')) add(c);
  }
  return out;
}

/** Whether a participle stands right after a holder and before what it does, or opens its sentence. */
function isBeside(tree: Tree, token: number, heads: readonly number[], does: number): boolean {
  const opens = token - tree.sentenceOf(token).first < OPENING && heads.every((h) => h > token);
  return token < does && (opens || heads.some((h) => h < token && token - h < NEAR));
}

/** Who follows "by". */
function agentsOf(cast: Cast, participle: number): Actor[] {
  const { tree } = cast;
  const by = [1, 2].map((k) => participle + k).find((i) => tree.parsed.tokens[i]?.form.toLowerCase() === 'by') ?? participle;
  const listed = listFrom(cast, by + 1);
  if (listed) return [listed];
  return tree.childrenOf(participle).filter((c) => isRelation(tree.token(c).relation, 'nmod') && caseOf(tree, c) === 'by').map((c) => actorOf(cast, c));
}

/** "with the backing of Sweden and Finland", "with some support from the Netherlands". */
function lendersOf(cast: Cast, noun: number): Actor[] {
  const { tokens } = cast.tree.parsed;
  const before = tokens.slice(Math.max(0, noun - 3), noun).map((t) => t.form.toLowerCase());
  const listed = before.includes('with') && /^(?:of|from)$/i.test(tokens[noun + 1]?.form ?? '') ? listFrom(cast, noun + 2) : null;
  return listed ? [listed] : [];
}

/** The states of a list that begins at a token, after an article at most. */
function listFrom(cast: Cast, token: number): Actor | null {
  const first = cast.mentionsAt.has(token) ? token : token + 1;
  const list = stateListAt(cast.tree, cast.mentionsAt, first);
  return list.length > 0 && list[0] !== undefined && list[0].first <= first && list.every((m) => m.form !== 'demonym' && m.form !== 'parliament') ? stateActor(list.map((m) => m.state), [first]) : null;
}

/** The head of the phrase a token lies in, as far as it stays nominal. */
function topOf(cast: Cast, token: number): number {
  const { tree } = cast;
  let i = token;
  for (let k = 0; k < 3; k++) {
    const t = tree.token(i);
    if (!/^(?:compound|conj|amod|nn)/.test(t.relation) || t.head < 0) break;
    i = t.head;
  }
  return i;
}
