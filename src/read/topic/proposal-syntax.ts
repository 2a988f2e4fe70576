import type { ParsedText } from '../../domain/parsed-text.js';
import { parseText } from '../syntax/parse-text.js';
import { range } from '../tree.js';
import { actWord, isActWord, isAmountStem, type ActWord } from './acts.js';
import type { Concept, InnerThrust } from './compile-topic.js';
import { stemOf } from './stem.js';
import { proposalThrust } from './thrust.js';
import { isContainerStem, isLightVerb, isSettingWord } from './topic-words.js';

/** The first verb of a proposal that says something, and its object; null when the parser finds none. */
export function objectOf(parsed: ParsedText): { readonly verb: number; readonly noun: number } | null {
  const verb = parsed.tokens.findIndex((t) => t.tag.startsWith('VB') && !isLightVerb(t.lemma));
  const noun = verb < 0 ? -1 : parsed.tokens.findIndex((t) => t.relation === 'dobj' && t.head === verb);
  return noun < 0 ? null : { verb, noun };
}

/** The words of an object, with what the parser hangs on the verb though it belongs to it ("impose sanctions [on the junta]"). */
export function objectPhrase(parsed: ParsedText, found: { readonly verb: number; readonly noun: number }): number[] {
  const beside = parsed.tokens.flatMap((t, i) => (t.head === found.verb && i > found.noun && /^nmod/.test(t.relation) && parsed.tokens.some((u) => u.head === i && u.relation === 'case' && /^(?:on|of|against|over)$/i.test(u.form)) ? [i] : []));
  return [found.noun, ...beside].flatMap((i) => phraseFrom(parsed, i));
}

/** Tokens that hang on a token, itself among them. */
function phraseFrom(parsed: ParsedText, top: number): number[] {
  const out = [top];
  for (let at = 0; at < out.length; at++) parsed.tokens.forEach((t, i) => { if (t.head === out[at] && !out.includes(i)) out.push(i); });
  return out;
}

/** Ideas named by the object of the first verb, and by what hangs on it when it is a container ("adopt rules under which …"): any of them may stand for it. */
export function coreOf(parsed: ParsedText, found: { readonly verb: number; readonly noun: number } | null, conceptOf: (i: number) => Concept | null): Set<Concept> {
  const out = new Set<Concept>();
  if (found === null || isContainerStem(stemOf(parsed.tokens[found.noun]?.lemma ?? ''))) return out;
  const { verb, noun: object } = found;
  parsed.tokens.forEach((t, i) => {
    const isPart = i === object || (t.relation === 'conj' && t.head === object) || (t.head === object && /^(?:compound|amod)$/.test(t.relation)) || (t.relation === 'xcomp' && t.head === verb);
    const c = isPart ? conceptOf(i) : null;
    if (c) out.add(c);
  });
  const acting = conceptOf(verb);
  if (acting && out.size > 0) out.add(acting);
  return out;
}

/** The parts of a proposal that come after its object and have acts of their own. */
export function innerThrusts(parsed: ParsedText, acts: readonly (ActWord | null)[], states: ReadonlySet<Concept>, conceptOf: (i: number) => Concept | null): InnerThrust[] {
  const out: InnerThrust[] = [];
  const add = (first: number, last: number, words: readonly ActWord[]): void => {
    const concepts = new Set(range(first, last).flatMap((i) => conceptOf(i) ?? []).filter((c) => !states.has(c)));
    if (concepts.size > 0 && words.length > 0) out.push({ concepts, thrust: proposalThrust(words, [...concepts].some((c) => isAmountStem(c.key))) });
  };
  const { length } = parsed.tokens;
  parsed.tokens.forEach((t, i) => {
    if (opensPurpose(parsed, i) || opensSecond(parsed, i)) add(i + 1, length, acts.slice(i + 1).filter((a): a is ActWord => a !== null && !a.isPart));
    if (t.form.toLowerCase() === 'against') add(i + 1, length, AGAINST);
  });
  return out;
}

/** What a coalition, a fight or a case is against is to become less. */
const AGAINST: readonly ActWord[] = [actWord('remove')];

/** "cut output [to] raise prices", "a deadline for Israel [to] withdraw": what is done is done for this. */
function opensPurpose(parsed: ParsedText, i: number): boolean {
  const [before, next] = [parsed.tokens[i - 1], parsed.tokens[i + 1]];
  return parsed.tokens[i]?.form.toLowerCase() === 'to' && next?.tag === 'VB' && before?.tag.startsWith('NN') === true && !isContainerStem(stemOf(before.lemma));
}

/** "lift the ban [and] let trade resume": another thing is done. */
const opensSecond = (parsed: ParsedText, i: number): boolean => /^(?:and|but|while|so|because|unless|until|if)$/i.test(parsed.tokens[i]?.form ?? '') && parsed.tokens[i + 1]?.tag.startsWith('VB') === true;

/** Reads "Waive patents …" as an order: the tagger takes a capitalised verb that opens a text for a name or an adjective. */
export function parseImperative(proposal: string): ParsedText {
  const first = /^\p{Lu}\p{Ll}+/u.exec(proposal)?.[0];
  const parsed = parseText(first !== undefined && isActWord(first) ? first.toLowerCase() + proposal.slice(first.length) : proposal);
  if (first === undefined || !isActWord(first) || parsed.tokens[0]?.tag.startsWith('VB') === true) return parsed;
  const next = parsed.tokens[1];
  // "Membership for Ukraine", "Sanctions on Russia": a noun that opens a proposal stays one.
  if (next === undefined || /^(?:IN|TO|VB.|MD)$/.test(next.tag)) return parsed;
  return { ...parsed, tokens: parsed.tokens.map((t, i) => (i === 0 ? { ...t, tag: 'VB', lemma: t.form.toLowerCase() } : t)) };
}

/**
 * The act words that say what the proposal does: not those of its purpose ("cut output to raise prices") or of a second sentence part
 * ("…, and close the fisheries"). A verb that no list has is taken to start its object.
 */
export function ownActs(parsed: ParsedText, acts: readonly (ActWord | null)[]): ActWord[] {
  const out: ActWord[] = [];
  let isDone = false;
  for (let i = 0; i < parsed.tokens.length; i++) {
    const t = parsed.tokens[i];
    if (!t) continue;
    const word = t.form.toLowerCase();
    const isPurpose = opensPurpose(parsed, i);
    const isSecond = isDone && opensSecond(parsed, i);
    if (isPurpose || isSecond || (isDone && isSettingWord(word))) break;
    const act = acts[i];
    if (act && !act.isPart && !(t.relation === 'amod' && /^(?:VB|JJ$)/.test(t.tag))) out.push(act);
    if (t.tag.startsWith('VB') && !isLightVerb(t.lemma)) isDone = true;
  }
  return out;
}
