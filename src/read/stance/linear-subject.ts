import type { StateCode } from '../../domain/ids.js';
import voices from '../../../knowledge/lexicons/voices.json' with { type: 'json' };
import { actorOf, stateActor, type Actor, type Cast } from '../who/actors.js';
import { own } from '../../domain/own.js';

const STATES = new Set(voices.states);
const CLOSER_OF: Readonly<Record<string, string>> = { ',': ',', '--': '--', '–': '–', '—': '—', ')': '(' };
const MOST = 45;

/**
 * Who stands right before a verb, by word order alone: adverbs, auxiliaries and one insertion ("--A, B and C--", ", which …,") are
 * stepped over. Null when what stands there is no state, person or group.
 */
export function linearSubject(cast: Cast, verb: number): Actor | null {
  const { tree } = cast;
  const s = tree.sentenceOf(verb);
  let j = verb - 1;
  while (j >= s.first && /^(?:RB|RBR|MD)$/.test(tree.token(j).tag) || (j >= s.first && /^(?:be|have|do|also|reportedly)$/.test(tree.token(j).lemma.toLowerCase()))) j -= 1;
  const inserted: number[] = [];
  const opener = own(CLOSER_OF, tree.parsed.tokens[j]?.form ?? '');
  if (opener !== undefined && j >= s.first) {
    let k = j - 1;
    while (k > s.first && j - k < MOST && tree.token(k).form !== opener) {
      inserted.push(k);
      k -= 1;
    }
    if (tree.parsed.tokens[k]?.form !== opener) return null;
    // A list's own comma is no insertion: "such as A, B, and C, support".
    // "Ethiopia, with Russia, China and three others, abstained": both.
    const joined = opener === ',' ? listAfterWith(cast, j - 1, s.first) : null;
    if (joined) return joined;
    if (opener === ',' && inserted.every((i) => cast.mentionsAt.has(i) || /^(?:and|or)$/.test(tree.token(i).form))) {
      return listEndingAt(cast, j - 1, s.first);
    }
    j = k - 1;
  }
  if (j < s.first) return null;
  const listed = listEndingAt(cast, j, s.first);
  if (listed) return listed;
  const t = tree.token(j);
  if (STATES.has(t.form.toLowerCase()) && inserted.length > 0) {
    const states = inserted.flatMap((i) => (cast.mentionsAt.get(i) ?? []).filter((m) => m.form !== 'demonym' && m.first === i).map((m) => m.state));
    if (states.length > 0) return stateActor(states, [j]);
  }
  if (!/^(?:NN|NNS|NNP|NNPS|PRP)$/.test(t.tag)) return null;
  // "traders in Singapore doubt": whoever is there, not the state.
  const place = placeEndingAt(cast, j, s.first);
  if (place !== null) {
    const there = place - 1;
    if (there < s.first || !tree.token(there).tag.startsWith('NN')) return null;
    const who = actorOf(cast, there);
    return who.states.length > 0 && who.voice !== 'outsider' ? who : null;
  }
  const actor = actorOf(cast, j);
  return actor.states.length > 0 ? actor : null;
}

/** "Ethiopia, with Russia, China and three others": the states of such a list whose last word is at `last`, and the one that it joins. */
function listAfterWith(cast: Cast, last: number, first: number): Actor | null {
  const { tokens } = cast.tree.parsed;
  let at = last;
  while (at > first && last - at < MOST && /^(?:NN.*|CD|CC|JJ|DT|,)$/.test(tokens[at]?.tag ?? '')) at -= 1;
  if (!/^(?:with|like|along|together)$/i.test(tokens[at]?.form ?? '') || tokens[at - 1]?.form !== ',') return null;
  const lead = listEndingAt(cast, at - 2, first) ?? (cast.mentionsAt.has(at - 2) ? stateActor((cast.mentionsAt.get(at - 2) ?? []).map((m) => m.state), [at - 2]) : null);
  const states: StateCode[] = [];
  const heads: number[] = [];
  for (let i = at + 1; i <= last; i++) {
    for (const m of cast.mentionsAt.get(i) ?? []) {
      if (m.form === 'demonym' || m.last - 1 !== i) continue;
      states.push(m.state);
      heads.push(i);
    }
  }
  return lead === null || states.length === 0 ? null : stateActor([...lead.states, ...states], [...lead.heads, ...heads]);
}

/** Index of the preposition of a phrase of place whose last word is at `last` ("in Australia and New Zealand"); null when it is none. */
function placeEndingAt(cast: Cast, last: number, first: number): number | null {
  const { tree } = cast;
  let i = last;
  while (i >= first) {
    const m = (cast.mentionsAt.get(i) ?? [])[0];
    if (!m) return null;
    const before = tree.parsed.tokens[m.first - 1]?.form.toLowerCase() ?? '';
    if (/^(?:in|from|at|near)$/.test(before)) return m.first - 1;
    if (before !== 'and') return null;
    i = m.first - 2;
  }
  return null;
}

/** A list of states whose last word is at `last`: "A, B and C". A name after "in", "from" or "to" is a place and ends it. */
export function listEndingAt(cast: Cast, last: number, first: number): Actor | null {
  const { tree } = cast;
  const states: StateCode[] = [];
  const heads: number[] = [];
  let i = last;
  while (i >= first) {
    const mentions = (cast.mentionsAt.get(i) ?? []).filter((m) => m.form !== 'demonym' && m.form !== 'parliament');
    const m = mentions[0];
    if (m) {
      const before = tree.parsed.tokens[m.first - 1]?.form.toLowerCase() ?? '';
      const beforeArticle = before === 'the' ? (tree.parsed.tokens[m.first - 2]?.form.toLowerCase() ?? '') : before;
      if (m.first > first && /^(?:in|from|to|at|with|of|on|against|for|by|into|near|between|over|about)$/.test(beforeArticle)) {
        // "campaigners in Australia and New Zealand are": both are where; "in Brussels, Germany and France are": only the first is.
        const joined = tree.parsed.tokens[m.last]?.form.toLowerCase() === 'and';
        return states.length > 0 && !joined ? stateActor(states, heads) : null;
      }
      states.push(m.state);
      heads.push(i);
      i = m.first - 1;
    } else if (/^(?:,|and|or|&|the|both)$/i.test(tree.token(i).form) && (states.length > 0 || i === last)) i -= 1;
    else break;
  }
  return states.length > 0 ? stateActor(states, heads) : null;
}
