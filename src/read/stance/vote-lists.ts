import type { StateCode } from '../../domain/ids.js';
import type { TopicHit, TopicMap } from '../topic/match-topic.js';
import { range } from '../tree.js';
import { stateActor, type Actor, type Cast } from '../who/actors.js';
import { stateListAt } from '../who/state-list.js';
import type { Attitude } from './attitude.js';

const LIST_LABEL: readonly (readonly [RegExp, -1 | 0 | 1])[] = [
  [/^(?:in favou?r|for|yes|yea|voting in favou?r|in favou?r were)$/i, 1],
  [/^(?:against|no|nay|opposed|voting against)$/i, -1],
  [/^(?:abstain(?:ed|ing)?|abstentions?)$/i, 0],
];

/** Who cast some votes, by a list after the words that count them: "six abstentions, from A and B", "two votes against (A and B)". */
function countedVotes(cast: Cast, topic: TopicMap): { readonly attitude: Attitude; readonly actor: Actor }[] {
  const { tree } = cast;
  const { tokens } = tree.parsed;
  const out: { attitude: Attitude; actor: Actor }[] = [];
  const wordAt = (i: number): string => tokens[i]?.form.toLowerCase() ?? '';
  for (let i = 0; i < tokens.length; i++) {
    const sign = /^abstentions?$/.test(wordAt(i)) ? 0 : isBallot(wordAt, i, 'against') || isOpposingVote(wordAt, i) ? -1 : isBallot(wordAt, i, 'favour') || isBallot(wordAt, i, 'favor') ? 1 : null;
    if (sign === null) continue;
    const s = tree.sentenceOf(i);
    let at = i + 1;
    let joined = false;
    while (at < s.last && at - i <= 5 && /^(?:,|from|by|of|--|-|–|—|\(|:|came|cast|those|that|being|were|was|including|the|both)$/.test(wordAt(at))) {
      joined ||= wordAt(at) !== ',' && wordAt(at) !== 'the';
      at += 1;
    }
    const list = stateListAt(tree, cast.mentionsAt, at);
    if (list.length === 0 || (!joined && list.length < 2)) continue;
    const context = topic.contextOf(i) ?? topic.hitOf(range(s.first, s.last));
    if (!context) continue;
    const last = Math.max(...list.map((m) => m.last));
    out.push({ attitude: ballot(i, sign, context, range(i, last)), actor: stateActor(list.map((m) => m.state), [i]) });
  }
  return out;
}

/** "votes against", "two against", "nine votes in favour": a count of votes cast one way. */
function isBallot(wordAt: (i: number) => string, i: number, side: string): boolean {
  if (wordAt(i) !== side) return false;
  const before = side === 'against' ? i - 1 : i - 2;
  if (side !== 'against' && wordAt(i - 1) !== 'in') return false;
  return /^(?:votes?|ballots?|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen)$/.test(wordAt(before));
}

/** "The only opposing vote was cast by Libya". */
const isOpposingVote = (wordAt: (i: number) => string, i: number): boolean => /^votes?$/.test(wordAt(i)) && /^(?:opposing|negative|dissenting|no)$/.test(wordAt(i - 1));

const ballot = (head: number, sign: -1 | 0 | 1, topic: TopicHit, tokens: readonly number[]): Attitude => ({ head, sign: (sign * topic.direction) as -1 | 0 | 1, firm: 0.95, stance: sign === 0 ? 'uncommitted' : null, topic, tokens, path: ['vote-list'], negated: false, chain: [head] });

/** Lists of votes: "In favour: A, B, C. Against: D. Abstaining: E." */
export function voteLists(cast: Cast, topic: TopicMap): { readonly attitude: Attitude; readonly actor: Actor }[] {
  const { tree } = cast;
  const out: { attitude: Attitude; actor: Actor }[] = [];
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
    const context = topic.contextOf(i) ?? topic.hitOf(range(s.first, s.last));
    if (!context && topic.coverage < 0.6) continue;
    const states: StateCode[] = [];
    let last = i;
    for (let k = i + 1; k < s.last && !/^[.;:]$/.test(tokens[k]?.form ?? ''); k++) {
      for (const m of cast.mentionsAt.get(k) ?? []) if (m.first === k) states.push(m.state);
      last = k;
    }
    if (states.length === 0) continue;
    const indices = range(first, last + 1);
    const sign = label[1];
    const attitude = ballot(i, sign, context ?? { strength: 0.7, direction: 1, how: 'context', concepts: 0 }, indices);
    out.push({ attitude, actor: stateActor(states, [i]) });
  }
  return [...out, ...countedVotes(cast, topic)];
}
