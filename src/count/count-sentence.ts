import type { StateCode } from '../domain/ids.js';
import type { Count } from './count.js';
import type { Requirement } from './requirements.js';
import type { Rule } from './rule.js';

const WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** Numbers to ten in words, as a newspaper writes them. */
const inWords = (n: number): string => WORDS[n] ?? String(n);
const areIs = (n: number): string => (n === 1 ? 'is' : 'are');
const grouped = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: 20 }).replaceAll(',', ' ');
const percent = (part: number, total: number): string => `${String(Number(((100 * part) / total).toFixed(2)))} %`;

/**
 * One English sentence: the outcome, why, in numbers, and what the rule asks: "Blocked: seven of 32 allies are not available; consensus
 * needs all."
 */
export function countSentence(c: Omit<Count, 'sentence'>, rule: Rule, nameOf: (member: StateCode) => string): string {
  if (c.members === 0) return 'Open: the roster is empty, so there is nothing to count.';
  const noun = rule.memberNoun;
  const [s, h, k] = [c.supporters.length, c.holdouts.length, c.unknown.length];
  const objecting = c.requirements.some((r) => r.kind === 'objections');
  if (c.outcome === 'adopted') {
    if (s === c.members) return `Adopted: all ${c.members} ${noun} are available; ${rule.needs}.`;
    return `Adopted: ${inWords(s)} of ${c.members} ${noun} ${areIs(s)} available, enough whatever the other ${inWords(c.members - s)} ${c.members - s === 1 ? 'does' : 'do'}; ${rule.needs}.`;
  }
  if (c.outcome === 'open') {
    const undecided = undecidedWords(c, noun);
    if (k === c.members) return `Open: all ${c.members} ${noun} are silent; ${rule.needs}.`;
    if (objecting && h === 0) return `Open: no objection is known, but ${undecided.first}; ${rule.needs}.`;
    const lead = s > 0 ? `${inWords(s)} of ${c.members} ${noun} ${areIs(s)} available` : `none of ${c.members} ${noun} is known to be available`;
    return `Open: ${[lead, ...(h > 0 ? [`${inWords(h)} ${areIs(h)} not`] : []), undecided.later].join(', ')}; ${rule.needs}.`;
  }
  return `Blocked: ${blockedReason(c, rule, nameOf)}; ${rule.needs}.`;
}

/** "19 are silent and one is uncommitted", with the roster named at the first number when it opens a clause. */
function undecidedWords(c: Omit<Count, 'sentence'>, noun: string): { readonly first: string; readonly later: string } {
  const kinds = ([[c.unknown.length, 'silent'], [c.uncommitted.length, 'uncommitted']] as const).filter(([n]) => n > 0);
  const say = (named: boolean): string => kinds.map(([n, word], i) => `${inWords(n)}${named && i === 0 ? ` of ${c.members} ${noun}` : ''} ${areIs(n)} ${word}`).join(' and ');
  return { first: say(true), later: say(false) };
}

/** Why the best case fails: the tests that cannot be met in the first alternative, the veto before the numbers. */
function blockedReason(c: Omit<Count, 'sentence'>, rule: Rule, nameOf: (member: StateCode) => string): string {
  const failed = c.requirements.filter((r) => r.alternative === 0 && r.met === 'no');
  const h = c.holdouts.length;
  const noun = rule.memberNoun;
  const plain = `${inWords(h)} of ${c.members} ${noun} ${areIs(h)} not available`;
  const parts = [...failed].sort((a, b) => rank(a) - rank(b)).map((r) => {
    switch (r.kind) {
      case 'veto': {
        const names = c.holdouts.filter((x) => c.vetoes.includes(x.member)).map((x) => nameOf(x.member)).sort();
        return `${list(names)} ${names.length === 1 ? 'has' : 'have'} a veto and ${areIs(names.length)} not available`;
      }
      case 'yes':
        if (r.measure === 'members') return r.limit === r.total ? plain : `at most ${inWords(r.possible)} of ${r.total} ${noun} can vote yes where ${inWords(r.limit)} ${areIs(r.limit)} needed`;
        return r.measure === 'population'
          ? `those who can vote yes hold at most ${percent(r.possible, r.total)} of the population where ${percent(r.limit, r.total)} is needed`
          : `at most ${grouped(r.possible)} of ${grouped(r.total)} ${r.measure} can be yes where ${grouped(r.limit)} are needed`;
      default:
        return plain;
    }
  });
  return parts.length > 0 ? [...new Set(parts)].join(', and ') : plain;
}

const rank = (r: Requirement): number => (r.kind === 'veto' ? 0 : r.measure === 'members' ? 1 : 2);

function list(names: readonly string[]): string {
  return names.length <= 2 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
