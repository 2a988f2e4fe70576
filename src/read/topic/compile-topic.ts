import type { StateCode } from '../../domain/ids.js';
import topics from '../../../knowledge/lexicons/topics.json' with { type: 'json' };
import type { ParsedText } from '../../domain/parsed-text.js';
import { parseText } from '../syntax/parse-text.js';
import { actWord, actWordsOf, isActWord, isAmountStem, type ActWord } from './acts.js';
import { stemOf } from './stem.js';
import { proposalThrust, type ProposalThrust } from './thrust.js';
import { range } from '../tree.js';
import { findStateMentions } from '../who/state-mentions.js';

/** One idea of a proposal: any of its stems names it. */
export interface Concept {
  readonly key: string;
  readonly stems: ReadonlySet<string>;
  /** Share of the proposal's meaning that this idea carries, relative to the others. */
  readonly weight: number;
  /** Whether it is a figure. */
  readonly isNumber?: boolean;
  /** Whether it is part of a name ("Arctic Sentry"). */
  readonly isName?: boolean;
  /** Whether it is initials of a restriction ("VAT"). */
  readonly restricts?: boolean;
}

/** What a part of a proposal does, and to what. */
export interface InnerThrust {
  readonly concepts: ReadonlySet<Concept>;
  readonly thrust: ProposalThrust;
}

/** A proposal in a form that phrases can be compared with. */
export interface Topic {
  readonly concepts: readonly Concept[];
  readonly byStem: ReadonlyMap<string, Concept>;
  readonly byState: ReadonlyMap<StateCode, Concept>;
  /** Stem sequences of the aliases. */
  readonly aliases: readonly (readonly string[])[];
  /** Sum of the weights. */
  readonly total: number;
  /** Weight at which a phrase alone is taken to speak of the proposal. */
  readonly enough: number;
  readonly thrust: ProposalThrust;
  /** Concepts of what the proposal acts on, as its syntax has it; empty when the parser finds no such thing. */
  readonly core: ReadonlySet<Concept>;
  /** Concepts of the whole phrase that names what the proposal acts on ("the arms embargo on Bosnia"); empty as `core` is. */
  readonly object: ReadonlySet<Concept>;
  /** Ideas that are names in initials ("VAT"). */
  readonly initials: ReadonlySet<Concept>;
  /** Parts of the proposal with a thrust of their own: what its object is for or against ("a deadline for Israel [to withdraw]", "a coalition [against …]"). */
  readonly inner: readonly InnerThrust[];
  /** Concepts that only name the body. */
  readonly bodyConcepts: ReadonlySet<Concept>;
}

const EMPTY = new Set(topics.empty);
const GENERIC = new Set(topics.generic.map(stemOf));
const CONTAINERS = new Set(topics.containers.map(stemOf));
const LIGHT = new Set(topics.light);
const relatedOf: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, string[]>();
  for (const group of topics.related) {
    const stems = group.map(stemOf);
    for (const s of stems) map.set(s, [...(map.get(s) ?? []), ...stems]);
  }
  return map;
})();

/** Words after these only set the scene ("now, during the war") and count little. */
const SETTING = new Set(['during', 'while', 'amid', 'despite', 'after', 'before', 'by', 'over', 'because']);
const WEIGHT = { state: 1, proper: 1, noun: 1, number: 0.6, verb: 0.7, act: 0.6, adjective: 0.6, generic: 0.25, body: 0.5, setting: 0.2 };
/** Lengths of time and dates say when, not what. */
const PERIOD = /^(?:days?|weeks?|months?|years?|january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d)$/;
/** A phrase of a long proposal need not name all of it. */
const ENOUGH_SHARE = 0.48;
const ENOUGH_CAP = 1.55;

/**
 * Compiles a proposal and its aliases.
 * @param bodyWords names of the body ("NATO", "alliance"): they name the setting in most texts, so they weigh half.
 */
export function compileTopic(proposal: string, aliases: readonly string[], bodyWords: readonly string[]): Topic {
  const parsed = parseImperative(proposal);
  const mentions = findStateMentions(parsed);
  const stateAt = new Map<number, StateCode>();
  for (const m of mentions) for (let i = m.first; i < m.last; i++) stateAt.set(i, m.state);
  const bodyStems = new Set(bodyWords.flatMap((w) => w.toLowerCase().split(/\s+/)).filter((w) => !EMPTY.has(w) || w === 'nato').map(stemOf));
  const concepts: Concept[] = [];
  const byStem = new Map<string, Concept>();
  const byState = new Map<StateCode, Concept>();
  const bodyConcepts = new Set<Concept>();
  const initials = new Map<Concept, readonly Concept[]>();
  const acts = actWordsOf(parsed.tokens);
  let setting = false;
  parsed.tokens.forEach((t, i) => {
    const word = t.form.toLowerCase();
    // "Impose sanctions on them for their tests": why, not what.
    if (SETTING.has(word) || (word === 'for' && parsed.tokens[i + 1]?.tag === 'PRP$')) setting = true;
    const state = stateAt.get(i);
    if (state) {
      if (!byState.has(state)) {
        const c: Concept = { key: state, stems: new Set(), weight: setting ? WEIGHT.setting : WEIGHT.state };
        byState.set(state, c);
        concepts.push(c);
      }
      return;
    }
    if (!/[\p{L}\p{N}]/u.test(word)) return;
    const stem = stemOf(t.lemma || word);
    const isAct = acts[i]?.act != null || acts[i]?.restricts === true;
    if ((EMPTY.has(word) || EMPTY.has(t.lemma)) && !bodyStems.has(stem)) return;
    const claimed = byStem.get(stem);
    // A word of the proposal is an idea of its own, even where it is related to an earlier one ("no-fly zone").
    if (claimed?.key === stem || (claimed && bodyConcepts.has(claimed))) return;
    const isBody = bodyStems.has(stem);
    const weight = setting || PERIOD.test(word)
      ? WEIGHT.setting
      : isBody
        ? WEIGHT.body
        : isAct && (i === 0 || t.tag.startsWith('VB'))
          ? WEIGHT.act
          : GENERIC.has(stem)
            ? isAct
              ? WEIGHT.act
              : WEIGHT.generic
            : /\d/.test(word) || t.tag === 'CD'
              ? WEIGHT.number
              : t.tag.startsWith('NN')
                ? WEIGHT.noun
                : t.tag.startsWith('VB')
                  ? WEIGHT.verb
                  : t.tag.startsWith('JJ')
                    ? WEIGHT.adjective
                    : 0;
    if (weight === 0) return;
    const stems = new Set([stem, ...(relatedOf.get(stem) ?? [])]);
    if (isBody) for (const b of bodyStems) stems.add(b);
    const concept: Concept = { key: stem, stems, weight, isNumber: t.tag === 'CD', isName: t.tag.startsWith('NNP') && !isBody };
    concepts.push(concept);
    if (isBody) bodyConcepts.add(concept);
    byStem.set(stem, concept);
    for (const s of stems) if (!byStem.has(s)) byStem.set(s, concept);
  });
  // Words that only an alias has ("arms ban") name the proposal too, without being asked of every text.
  for (const alias of aliases) {
    for (const word of alias.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
      const stem = stemOf(word);
      if (word.length < 3 || EMPTY.has(word) || byStem.has(stem) || bodyStems.has(stem)) continue;
      const extra: Concept = { key: stem, stems: new Set([stem]), weight: WEIGHT.adjective };
      for (const s of [stem, ...(relatedOf.get(stem) ?? [])]) if (!byStem.has(s)) byStem.set(s, extra);
    }
  }
  const conceptOfToken = (i: number): Concept | null => {
    const t = parsed.tokens[i];
    const state = stateAt.get(i);
    return state ? (byState.get(state) ?? null) : t ? (byStem.get(stemOf(t.lemma || t.form.toLowerCase())) ?? null) : null;
  };
  const restrictions = new Set(parsed.tokens.flatMap((_, i) => (acts[i]?.restricts === true ? (conceptOfToken(i) ?? []) : [])));
  for (const [letters, parts] of initialsOf(parsed, conceptOfToken)) {
    if (byStem.has(letters)) continue;
    const named: Concept = { key: letters, stems: new Set([letters]), weight: Math.min(INITIALS_CAP, parts.reduce((n, c) => n + c.weight, 0)), isName: true, restricts: parts.some((c) => restrictions.has(c)) };
    byStem.set(letters, named);
    initials.set(named, parts);
  }
  const object = objectOf(parsed);
  const core = coreOf(parsed, object, conceptOfToken);
  const isAmount = (core.size > 0 ? [...core] : concepts).some((c) => isAmountStem(c.key));
  const total = concepts.reduce((n, c) => n + c.weight, 0);
  return {
    concepts,
    byStem,
    byState,
    aliases: aliases.map((a) => a.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((w) => w && !['the', 'a', 'an', 'of'].includes(w)).map(stemOf)).filter((a) => a.length > 0),
    total,
    enough: Math.min(ENOUGH_CAP, total * ENOUGH_SHARE),
    thrust: proposalThrust(ownActs(parsed, acts), isAmount),
    core: withInitials(core, initials),
    object: withInitials(new Set(object === null ? [] : objectPhrase(parsed, object).flatMap((i) => conceptOfToken(i) ?? [])), initials),
    initials: new Set(initials.keys()),
    inner: innerThrusts(parsed, acts, new Set(byState.values()), conceptOfToken),
    bodyConcepts,
  };
}

/** What a name in its initials weighs at most. */
const INITIALS_CAP = 2;

/** Ideas with those that name one of them by its initials. */
const withInitials = (ideas: ReadonlySet<Concept>, initials: ReadonlyMap<Concept, readonly Concept[]>): Set<Concept> =>
  new Set([...ideas, ...[...initials].flatMap(([named, parts]) => (ideas.has(parts[parts.length - 1] as Concept) ? [named] : []))]);

/** "value added tax" is VAT, "emissions trading system" ETS: runs of two to five words of a proposal by their initials, with their ideas. */
function initialsOf(parsed: ParsedText, conceptOf: (i: number) => Concept | null): Map<string, readonly Concept[]> {
  const words = parsed.tokens.flatMap((t, i) => (/^\p{L}/u.test(t.form) && !/^(?:of|the|on|for|and|in|to|a|an)$/i.test(t.form) && !t.tag.startsWith('VB') || /^(?:added|trading)$/i.test(t.form) ? [i] : []));
  const out = new Map<string, readonly Concept[]>();
  for (let from = 0; from < words.length; from++) {
    for (let n = 2; n <= 5 && from + n <= words.length; n++) {
      const run = words.slice(from, from + n);
      // Words far apart are no name.
      if ((run[n - 1] ?? 0) - (run[0] ?? 0) > n + 2) break;
      const letters = run.map((i) => parsed.tokens[i]?.form[0] ?? '').join('').toLowerCase();
      const parts = run.flatMap((i) => conceptOf(i) ?? []);
      if (letters.length >= 3 && parts.length >= 2) out.set(letters, parts);
    }
  }
  return out;
}

/** The first verb of a proposal that says something, and its object; null when the parser finds none. */
function objectOf(parsed: ParsedText): { readonly verb: number; readonly noun: number } | null {
  const verb = parsed.tokens.findIndex((t) => t.tag.startsWith('VB') && !LIGHT.has(t.lemma.toLowerCase()));
  const noun = verb < 0 ? -1 : parsed.tokens.findIndex((t) => t.relation === 'dobj' && t.head === verb);
  return noun < 0 ? null : { verb, noun };
}

/** The words of an object, with what the parser hangs on the verb though it belongs to it ("impose sanctions [on the junta]"). */
function objectPhrase(parsed: ParsedText, found: { readonly verb: number; readonly noun: number }): number[] {
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
function coreOf(parsed: ParsedText, found: { readonly verb: number; readonly noun: number } | null, conceptOf: (i: number) => Concept | null): Set<Concept> {
  const out = new Set<Concept>();
  if (found === null || CONTAINERS.has(stemOf(parsed.tokens[found.noun]?.lemma ?? ''))) return out;
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
function innerThrusts(parsed: ParsedText, acts: readonly (ActWord | null)[], states: ReadonlySet<Concept>, conceptOf: (i: number) => Concept | null): InnerThrust[] {
  const out: InnerThrust[] = [];
  const add = (first: number, last: number, words: readonly ActWord[]): void => {
    const concepts = new Set(range(first, last).flatMap((i) => conceptOf(i) ?? []).filter((c) => !states.has(c)));
    if (concepts.size > 0 && words.length > 0) out.push({ concepts, thrust: proposalThrust(words, [...concepts].some((c) => isAmountStem(c.key))) });
  };
  const { length } = parsed.tokens;
  parsed.tokens.forEach((t, i) => {
    if (opensPurpose(parsed, i)) add(i + 1, length, acts.slice(i + 1).filter((a) => a !== null && !a.isPart) as ActWord[]);
    if (opensSecond(parsed, i)) add(i + 1, length, acts.slice(i + 1).filter((a) => a !== null && !a.isPart) as ActWord[]);
    if (t.form.toLowerCase() === 'against') add(i + 1, length, AGAINST);
  });
  return out;
}

/** What a coalition, a fight or a case is against is to become less. */
const AGAINST: readonly ActWord[] = [actWord('remove')];

/** "cut output [to] raise prices", "a deadline for Israel [to] withdraw": what is done is done for this. */
function opensPurpose(parsed: ParsedText, i: number): boolean {
  const [before, next] = [parsed.tokens[i - 1], parsed.tokens[i + 1]];
  return parsed.tokens[i]?.form.toLowerCase() === 'to' && next?.tag === 'VB' && before?.tag.startsWith('NN') === true && !CONTAINERS.has(stemOf(before.lemma));
}

/** "lift the ban [and] let trade resume": another thing is done. */
const opensSecond = (parsed: ParsedText, i: number): boolean => /^(?:and|but|while|so|because|unless|until|if)$/i.test(parsed.tokens[i]?.form ?? '') && parsed.tokens[i + 1]?.tag.startsWith('VB') === true;

/** Reads "Waive patents …" as an order: the tagger takes a capitalised verb that opens a text for a name or an adjective. */
function parseImperative(proposal: string): ParsedText {
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
function ownActs(parsed: ParsedText, acts: readonly (ActWord | null)[]): ActWord[] {
  const out: ActWord[] = [];
  let isDone = false;
  for (let i = 0; i < parsed.tokens.length; i++) {
    const t = parsed.tokens[i];
    if (!t) continue;
    const word = t.form.toLowerCase();
    const isPurpose = opensPurpose(parsed, i);
    const isSecond = isDone && opensSecond(parsed, i);
    if (isPurpose || isSecond || (isDone && SETTING.has(word))) break;
    const act = acts[i];
    if (act && !act.isPart && !(t.relation === 'amod' && /^(?:VB|JJ$)/.test(t.tag))) out.push(act);
    if (t.tag.startsWith('VB') && !LIGHT.has(t.lemma.toLowerCase())) isDone = true;
  }
  return out;
}

/** Whether a stem belongs to a noun that means a proposal as a whole ("the plan"), not what it acts on ("the embargo"). */
export const isContainerStem = (stem: string): boolean => CONTAINERS.has(stem);

/** Whether a stem belongs to a noun that takes a proposal up again ("the plan", "the draft"). */
export const isGenericStem = (stem: string): boolean => GENERIC.has(stem);
