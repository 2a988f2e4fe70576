import { range, type Tree } from '../tree.js';
import type { StateMention } from './state-mentions.js';

const JOINER = /^(?:,|and|or|&|the|both|as|well)$/i;

const OTHERS = /^(?:others?|several|some|many|most|two|three|four|five|six|seven|eight|nine|ten|dozens|their|its|various)$/;

/**
 * The states of the list that a mention stands in ("A, B, C and D"), by word order, since parsers lose long lists; the mention
 * alone when it stands in none. "Paris, France" is no list, and two names around ", and" are one only when the parser joins them.
 */
export function stateListAt(tree: Tree, mentionsAt: ReadonlyMap<number, readonly StateMention[]>, token: number): StateMention[] {
  const own = usable(mentionsAt, token);
  const first = own[0];
  if (!first) return [];
  const s = tree.sentenceOf(token);
  const found: StateMention[] = [...own];
  let ands = 0;
  let commas = 0;
  const walk = (start: number, step: 1 | -1): void => {
    let i = start;
    let pending: string[] = [];
    while (i >= s.first && i < s.last) {
      const ms = usable(mentionsAt, i);
      const m = ms[0];
      if (m) {
        if (pending.length === 0) break;
        if (pending.some((p) => p === 'and' || p === 'or' || p === '&')) ands += 1;
        if (pending.includes(',')) commas += 1;
        // ", and" between two names may part two clauses: they must hang together.
        if (pending.includes(',') && pending.includes('and') && found.length < 2 && !joined(tree, first, m)) break;
        found.push(...ms);
        pending = [];
        i = step === 1 ? m.last : m.first - 1;
        continue;
      }
      const w = tree.token(i).form.toLowerCase();
      // "A, B and other members": the list goes on without names.
      if (step === 1 && OTHERS.test(w) && pending.includes('and')) ands += 1;
      if (!JOINER.test(w) || pending.length > 3) break;
      pending.push(w);
      i += step;
    }
  };
  walk(first.first - 1, -1);
  walk(first.last, 1);
  const distinct = [...new Map(found.map((m) => [m.first, m])).values()].sort((a, b) => a.first - b.first);
  if (distinct.length === 2 && ands === 0) return own;
  if (ands === 0 && commas < 2) return own;
  return distinct;
}

const usable = (mentionsAt: ReadonlyMap<number, readonly StateMention[]>, token: number): StateMention[] =>
  (mentionsAt.get(token) ?? []).filter((m) => m.form !== 'demonym' && m.form !== 'parliament');

function joined(tree: Tree, a: StateMention, b: StateMention): boolean {
  const heads = new Set([...range(a.first, a.last), ...range(b.first, b.last)]);
  return [...heads].some((i) => ['conj', 'appos'].includes(tree.token(i).relation) && heads.has(tree.token(i).head));
}
