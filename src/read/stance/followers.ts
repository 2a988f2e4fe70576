import { caseOf, childrenBy, isRelation } from '../tree.js';
import { actorOf, type Actor, type Cast } from '../who/actors.js';
import type { Attitude } from './attitude.js';
import type { Holder } from './holder.js';

/** Participles by which others join a holder: "Hungary, backed by Slovakia, opposed …". */
const JOINED = /^(?:backed|supported|joined|flanked|seconded|accompanied|followed|echoed|led)$/;
/** Prepositions that add company to a holder or to what it does. */
const COMPANY = /^(?:along_with|together_with|alongside|as_well_as|like)$/;

/**
 * Who shares the holder's attitude by the construction of the sentence: "backed by X", "along with X", "as did X", "and so did X",
 * "with help from X", "with X at its side".
 */
export function followersOf(cast: Cast, attitude: Attitude, holder: Holder): Actor[] {
  const { tree } = cast;
  const out: Actor[] = [];
  const own = new Set(holder.actor.states);
  const add = (token: number): void => {
    const actor = actorOf(cast, token);
    if (actor.states.length > 0 && actor.voice !== 'outsider' && !actor.states.every((s) => own.has(s))) out.push(actor);
  };
  const s = tree.sentenceOf(attitude.head);
  for (let i = s.first; i < s.last; i++) {
    const t = tree.token(i);
    const lower = t.form.toLowerCase();
    if (JOINED.test(lower) && t.tag === 'VBN' && holder.actor.heads.some((h) => h < i && i - h < 12)) {
      for (const c of tree.childrenOf(i)) if (isRelation(tree.token(c).relation, 'nmod') && caseOf(tree, c) === 'by') add(c);
    }
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
