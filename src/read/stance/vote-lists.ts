import type { StateCode } from '../../domain/ids.js';
import type { TopicMap } from '../topic/match-topic.js';
import { range } from '../tree.js';
import { stateActor, type Actor, type Cast } from '../who/actors.js';
import type { Attitude } from './attitude.js';

const LIST_LABEL: readonly (readonly [RegExp, -1 | 0 | 1])[] = [
  [/^(?:in favou?r|for|yes|yea|voting in favou?r|in favou?r were)$/i, 1],
  [/^(?:against|no|nay|opposed|voting against)$/i, -1],
  [/^(?:abstain(?:ed|ing)?|abstentions?)$/i, 0],
];

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
    const attitude: Attitude = { head: i, sign, firm: 0.95, stance: sign === 0 ? 'uncommitted' : null, topic: context ?? { strength: 0.7, direction: 1, how: 'context', concepts: 0 }, tokens: indices, path: ['vote-list'], negated: false, chain: [i] };
    out.push({ attitude, actor: stateActor(states, [i]) });
  }
  return out;
}
