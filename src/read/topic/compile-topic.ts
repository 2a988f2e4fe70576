import type { StateCode } from '../../domain/ids.js';
import topics from '../../../knowledge/lexicons/topics.json' with { type: 'json' };
import { actWordsOf, doesSomething, isAmountStem } from './acts.js';
import { INITIALS_CAP, initialsOf, withInitials } from './initials.js';
import { coreOf, innerThrusts, objectOf, objectPhrase, ownActs, parseImperative } from './proposal-syntax.js';
import { stemOf } from './stem.js';
import { proposalThrust, type ProposalThrust } from './thrust.js';
import { isGenericStem, isSettingWord } from './topic-words.js';
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
const relatedOf: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, string[]>();
  for (const group of topics.related) {
    const stems = group.map(stemOf);
    for (const s of stems) map.set(s, [...(map.get(s) ?? []), ...stems]);
  }
  return map;
})();

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
    if (isSettingWord(word) || (word === 'for' && parsed.tokens[i + 1]?.tag === 'PRP$')) setting = true;
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
    const isAct = doesSomething(acts[i]);
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
          : isGenericStem(stem)
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
