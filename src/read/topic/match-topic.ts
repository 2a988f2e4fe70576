import { RESTRICTION, actWord, actWordsOf, doesSomething, type ActClass, type ActWord } from './acts.js';
import type { Concept, Topic } from './compile-topic.js';
import { stemOf } from './stem.js';
import { isContainerStem, isGenericStem } from './topic-words.js';
import { directionOf, directionOfAct, thrustOf, type Thrust } from './thrust.js';
import { caseOf, range, type Tree } from '../tree.js';
import type { StateCode } from '../../domain/ids.js';
import type { StateMention } from '../who/state-mentions.js';

/** How far some words speak of the proposal. */
export interface TopicHit {
  /** 0–1: 1 when the words alone are enough to name the proposal. */
  readonly strength: number;
  /** Whether the words point the proposal's way (1), the other way ("keep the embargo" where lifting it is proposed; -1). */
  readonly direction: 1 | -1;
  /** `words` named it, `anaphor` took it up ("the plan"), `context` only the surroundings did. */
  readonly how: 'words' | 'anaphor' | 'context';
  readonly concepts: number;
}

/** A text read against one topic. */
export interface TopicMap {
  /** Whether the words of these tokens name the proposal or take it up, with what is done to it beside what they say; null when they do not. */
  readonly hitOf: (tokens: readonly number[], done?: ActClass) => TopicHit | null;
  /** Whether the surroundings of a token speak of the proposal, for predicates with no object of their own. */
  readonly contextOf: (token: number) => TopicHit | null;
  /** Share of the proposal's weight that the whole text (and its title) names, 0–1. */
  readonly coverage: number;
  /** Whether a verb says nothing of its own, or something of the proposal: what it governs then stands for itself. */
  readonly isPlainVerb: (token: number) => boolean;
  /** Whether every thing and act that some tokens name is the proposal's own, as a condition that only repeats its terms. */
  readonly isOwn: (tokens: readonly number[]) => boolean;
  /** Whether a word does something to a thing ("lift", "withdraw"). */
  readonly isAct: (token: number) => boolean;
  /** Share of what is enough to name the proposal that some tokens name, 0–1. */
  readonly shareOf: (tokens: readonly number[]) => number;
  /** Whether the proposal itself names a state. */
  readonly namesState: (state: StateCode) => boolean;
  /** Whether a token names a state. */
  readonly isState: (token: number) => boolean;
}

const ANAPHORS = new Set(['it', 'this', 'that', 'them', 'they', 'so', 'which']);
/** Sentences between the last time the proposal was named and a word that takes it up. */
const REACH = { generic: 6, pronoun: 1, context: 2 };
const OWN_STRENGTH = 1;
const ANAPHOR_STRENGTH = 0.75;
const CONTEXT_STRENGTH = 0.62;
/** A phrase that names this much of the proposal names part of it, in a text that is about it; and what that is worth. */
const PART_WEIGHT = 0.6;
/** Weight of a thing of the proposal; an adjective or figure alone is no part of it. */
const PART_NOUN = 0.7;
const PART_STRENGTH = 0.6;
/** In a text that is about the proposal, further from where it was last named. */
const FAR_CONTEXT_STRENGTH = 0.5;
/** A phrase that names this share of a proposal cannot be a neighbour's. */
const RIVAL_SHARE = 0.75;
/** Nouns that modify anything without changing what it is. */
const EVERYDAY = new Set(['year', 'month', 'week', 'day', 'time', 'kind', 'part', 'level', 'principle', 'theory', 'practice', 'abstract', 'end', 'start', 'number', 'rest', 'majority', 'member', 'bloc', 'group', 'world', 'meeting', 'summit', 'talk', 'council', 'place', 'force', 'effect', 'moment'].map(stemOf));
/** What comes after these is not what is done ("without waiting for the end of …"). */
const BESIDE = /^(?:without|instead_of|rather_than|before|after|since|until|despite|during|when|while|because|because_of)$/;
/** Nouns of how things are done. */
const SYSTEM = /^(?:system|arrangement|rule|regime|practice|situation|law|treaty|procedure|order|structure|set-up|setup|policy|status|level|rate|size|limit|ceiling|quota|boundary)$/;
/** Verbs that say nothing of what is done. */
const TAKEN_UP = /^(?:it|this|that|so|move|step|idea|such)$/i;
const SUPPLE = /^(?:be|have|do|go|get|make|take|give|keep|put|let|see|hold|happen|proceed|continue|act|move|agree|accept|vote|sign|join|wait|adopt|approve|pass|decide|proceed|commit|say|come|work|look|want|need|use|bring|set|go|contain|include|concern|propose|draft|suggest|plan|call|table|back|support|discuss|consider)$/i;
/** A phrase that names this share of a proposal need not name its object. */
const CENTRAL_SHARE = 0.7;
/** What naming an alias is worth as coverage. */
const ALIAS_COVERAGE = 0.8;
/** Share of a proposal's weight that a text about it names. */
const ABOUT_COVERAGE = 0.55;
/** Sentences within which a text says what it is about. */
const LEAD = 4;
/** A sentence that names this share of what is enough keeps the topic alive. */
const SENTENCE_SHARE = 0.999;

/** "arms-embargo", "oil-output": a compound is what a part of it is. */
function partConcept(topic: Topic, form: string): Concept | null {
  if (!form.includes('-')) return null;
  for (const part of form.toLowerCase().split('-')) {
    const c = part.length > 2 ? topic.byStem.get(stemOf(part)) : undefined;
    if (c) return c;
  }
  return null;
}

/** Reads a text against a topic: O(tokens) once, then O(phrase) for each phrase asked. */
export function mapTopic(tree: Tree, topic: Topic, mentions: readonly StateMention[], titleConcepts: ReadonlySet<Concept> = new Set()): TopicMap {
  const { tokens, sentences } = tree.parsed;
  const stems = tokens.map((t) => stemOf(t.lemma && t.lemma !== '-PRON-' ? t.lemma : t.form));
  const surface = tokens.map((t) => stemOf(t.form));
  const conceptAt: (Concept | null)[] = tokens.map((t, i) => {
    const c = topic.byStem.get(stems[i] ?? '') ?? topic.byStem.get(surface[i] ?? '') ?? partConcept(topic, t.form);
    // Initials are written in capitals ("VAT"), not words that happen to be spelt so.
    return c !== null && topic.initials.has(c) && t.form !== t.form.toUpperCase() ? null : c;
  });
  for (const m of mentions) {
    const c = topic.byState.get(m.state) ?? null;
    for (let i = m.first; i < m.last; i++) conceptAt[i] = c ?? conceptAt[i] ?? null;
  }
  const mentionAt = new Set(mentions.flatMap((m) => range(m.first, m.last)));

  const weightOf = (indices: readonly number[]): { weight: number; concepts: number } => {
    const seen = new Set<Concept>();
    let weight = 0;
    for (const i of indices) {
      const c = conceptAt[i];
      if (c && !seen.has(c)) {
        seen.add(c);
        weight += c.weight;
      }
    }
    return { weight, concepts: seen.size };
  };
  /** Tokens of the alias that a phrase names, or null. */
  const aliasIn = (indices: readonly number[]): readonly number[] | null => {
    if (topic.aliases.length === 0) return null;
    const kept = indices.filter((i) => !['the', 'a', 'an', 'of'].includes(surface[i] ?? ''));
    for (const alias of topic.aliases) {
      for (let at = 0; at + alias.length <= kept.length; at++) {
        if (alias.every((a, k) => surface[kept[at + k] ?? -1] === a || stems[kept[at + k] ?? -1] === a)) return kept.slice(at, at + alias.length);
      }
    }
    return null;
  };
  const namesAlias = (indices: readonly number[]): boolean => aliasIn(indices) !== null;
  const hasNumber = topic.concepts.some((c) => c.isNumber);
  /**
   * Whether a phrase speaks of a neighbour of the proposal: a concept with another thing for its modifier ("beef prices" where the
   * price of sugar is meant), or another number where the proposal has one.
   */
  const isRival = (indices: readonly number[], weight: number): boolean => {
    if (weight >= topic.total * RIVAL_SHARE) return false;
    // A name of two words is no neighbour's ("an “Arctic Sentry” surveillance mission").
    if (new Set(indices.flatMap((i) => (conceptAt[i]?.isName === true ? [conceptAt[i]] : []))).size >= 2) return false;
    const inside = new Set(indices);
    const otherNumber = hasNumber && !indices.some((i) => conceptAt[i]?.isNumber === true);
    return indices.some((i) => {
      const t = tokens[i];
      if (!t || conceptAt[i] !== null) return false;
      if (otherNumber && t.tag === 'CD' && !/^(?:19|20)\d\d$/.test(t.form) && /^(?:%|pct|per|percent|pc|mln|million|billion|dlrs?|dollars?)$/.test(tokens[i + 1]?.form.toLowerCase() ?? '')) return true;
      const modifies = t.head >= 0 && inside.has(t.head) && conceptAt[t.head] !== null && tokens[t.head]?.tag.startsWith('NN') === true;
      if (!modifies || mentionAt.has(i) || !/^NNS?$/.test(t.tag)) return false;
      if (!/^(?:compound|nmod)$/.test(t.relation)) return false;
      if (t.relation === 'nmod' && !tree.childrenOf(i).some((c) => /^(?:of|on)$/.test(tokens[c]?.form.toLowerCase() ?? ''))) return false;
      return !isGenericStem(stems[i] ?? '') && !EVERYDAY.has(stems[i] ?? '');
    });
  };
  const enough = (indices: readonly number[], share = 1): boolean => {
    const { weight, concepts } = weightOf(indices);
    // Words around the object ("arms", "Russia") are not the object ("an arms embargo on Russia").
    const isCentral = topic.core.size === 0 || weight >= topic.total * CENTRAL_SHARE || indices.some((i) => topic.core.has(conceptAt[i] as Concept));
    return namesAlias(indices) || (isCentral && weight >= topic.enough * share && (concepts >= 2 || topic.concepts.length < 2) && (indices.length > 24 || !isRival(indices, weight)));
  };
  const acts = actWordsOf(tokens).map((a, i) => a ?? (conceptAt[i]?.restricts === true ? RESTRICTION : null));
  /** A thing of its own that an act is done to ("to raise [prices]", "an end to [violence]"). */
  const isForeignObject = (i: number): boolean => {
    const t = tokens[i];
    if (!t || !/^NNS?$|^NNP/.test(t.tag)) return false;
    return conceptAt[i] === null && acts[i] === null && !mentionAt.has(i) && !isGenericStem(stems[i] ?? '') && !EVERYDAY.has(stems[i] ?? '');
  };
  const actsOnOther = (i: number): boolean =>
    tree.childrenOf(i).some((c) => {
      const t = tokens[c];
      if (!t || c < i) return false;
      const isObject = t.relation === 'dobj' || (/^nmod/.test(t.relation) && /^(?:of|in|on|to)$/.test(caseOf(tree, c)) && tokens[i]?.tag.startsWith('NN') === true);
      return isObject && isForeignObject(c) && tree.subtreeOf(c).every((d) => isForeignObject(d) || conceptAt[d] === null);
    });
  /** The act words of a phrase that are done to what it names, in its order. */
  const actsIn = (all: readonly number[]): ActWord[] => {
    const aside = new Set(all.filter((i) => /^(?:nmod|advcl|acl)/.test(tokens[i]?.relation ?? '') && BESIDE.test(caseOf(tree, i))).flatMap((i) => tree.subtreeOf(i)));
    return all.filter((i) => !aside.has(i)).flatMap((i) => {
      const [act, t] = [acts[i], tokens[i]];
      if (!act || !t || act.isPart) return [];
      // A refusal is a stance of its own, unless it is what the proposal asks for.
      if (act.act === 'deny' && topic.thrust.act !== 'deny') return [];
      // "the suspended talks": how they are, not what is to be done with them.
      if (t.relation === 'amod' && /^VB/.test(t.tag) && act.act !== 'keep' && tokens[i + 1]?.tag !== 'IN') return [];
      if (act.comparative !== null && (conceptAt[t.head] ?? null) === null && acts[t.head] == null) return [];
      return actsOnOther(i) ? [] : [act];
    });
  };
  /** "a smaller cut", "weaker rules": less of what is done asks for less of the proposal. */
  const asksForLess = (indices: readonly number[]): boolean =>
    indices.some((i) => acts[i]?.comparative === 'less' && ((acts[tokens[i]?.head ?? -1]?.act ?? null) !== null || isContainerStem(stems[tokens[i]?.head ?? -1] ?? '')));
  const isRaised = topic.thrust.isAmount && topic.thrust.changes;
  const thrustOfWords = (words: readonly ActWord[]): Thrust => thrustOf(words, topic.thrust.isAmount, isRaised);
  const thrustIn = (indices: readonly number[], done: ActClass | undefined): Thrust => {
    const least = asksForLess(indices);
    const words = actsIn(indices).filter((w) => !(least && w.comparative === 'less'));
    return thrustOfWords(done === undefined ? words : [actWord(done), ...words]);
  };
  const isObject = (i: number | undefined): boolean => i !== undefined && (conceptAt[i]?.weight ?? 0) >= PART_WEIGHT && !mentionAt.has(i) && !isContainerStem(stems[i] ?? '');
  /** Whether a noun is what the proposal acts on, not another thing of it ("send the dispute to a [panel]"). */
  const isActedOn = (i: number | undefined): boolean => i !== undefined && (topic.object.size === 0 || topic.object.has(conceptAt[i] as Concept));
  /** Whether a phrase is headed by a thing, not by what is said or planned of it ("a 20% target for emissions"). */
  const namesThing = (top: number | undefined): boolean => top !== undefined && (isObject(top) ? isActedOn(top) : acts[top] == null && !isGenericStem(stems[top] ?? '') && !EVERYDAY.has(stems[top] ?? ''));
  /** The first noun of a phrase that a verb heads, with nothing but verbs above it ("go ahead with a [resolution]"). */
  const nounUnderVerbs = (indices: readonly number[]): number | undefined => {
    const inside = new Set(indices);
    return indices.find((i) => {
      if (tokens[i]?.tag.startsWith('NN') !== true || !/^(?:dobj|nmod|nsubjpass)$/.test(tokens[i]?.relation ?? '')) return false;
      for (let h = tokens[i]?.head ?? -1; inside.has(h); h = tokens[h]?.head ?? -1) if (tokens[h]?.tag.startsWith('VB') !== true) return false;
      return true;
    });
  };
  /** The noun that means the proposal as a whole ("the plan to …", "any such move") and heads a phrase, or its part under verbs. */
  const containerOf = (indices: readonly number[]): number | undefined => {
    const top = headOf(indices) ?? nounUnderVerbs(indices);
    return top !== undefined && isContainerStem(stems[top] ?? '') ? top : undefined;
  };
  /** A proposal to end or refuse a plan: the plan is then what it acts on. */
  const objectIsWhole = topic.thrust.actSign < 0 && topic.core.size > 0 && [...topic.core].every((c) => isContainerStem(c.key));

  /**
   * A phrase with what the parser may have cut from it: a noun after it that it is part of ("any price [cap]"), and a noun before it that
   * it hangs on ("[the cap on imported] gas remained vital").
   */
  const mended = (indices: readonly number[]): readonly number[] => {
    const out = [...indices];
    for (let last = Math.max(...indices); tokens[last]?.tag.startsWith('NN') === true && /^NNS?$/.test(tokens[last + 1]?.tag ?? ''); last++) out.push(last + 1);
    const first = indices.find((i) => !/^(?:IN|TO|DT)$/.test(tokens[i]?.tag ?? '')) ?? Math.min(...indices);
    if (!/^(?:NN|JJ|VBN|CD)/.test(tokens[first]?.tag ?? '')) return out;
    for (let k = first - 1; k >= first - 4 && (/^(?:DT|JJ|VB[DN]|NN.?|IN|PRP\$)$/.test(tokens[k]?.tag ?? '') || /^(?:on|of|for|against)$/.test(tokens[k]?.form ?? '')); k--) {
      if (acts[k] && tokens[k]?.tag.startsWith('NN') === true && /^(?:on|of|for|against|from|to)$/.test(tokens[k + 1]?.form.toLowerCase() ?? '') && !indices.includes(k)) return [k, ...out];
    }
    return out;
  };

  const namesStatusQuo = (indices: readonly number[]): boolean =>
    indices.some((i) => {
      if (tokens[i]?.form.toLowerCase() === 'quo' && tokens[i - 1]?.form.toLowerCase() === 'status') return true;
      const head = tokens[i]?.head ?? -1;
      return /^(?:present|current|existing)$/i.test(tokens[i]?.form ?? '') && tokens[i]?.tag.startsWith('JJ') === true && conceptAt[i] === null && indices.includes(head) && SYSTEM.test(tokens[head]?.lemma ?? '');
    });

  const direction = (all: readonly number[], done?: ActClass): 1 | -1 => {
    // "a mechanism that would withhold money": what a clause says of it does not turn it.
    const indices = withoutRelatives(all);
    // "prefers the present system": what is proposed would change it.
    if (topic.thrust.act !== 'keep' && topic.thrust.act !== 'deny' && namesStatusQuo(indices)) return -1;
    const alias = aliasIn(indices);
    const container = alias === null ? containerOf(indices) : undefined;
    const whole = alias ?? (container === undefined ? null : tree.subtreeOf(container).filter((i) => indices.includes(i)));
    if (whole !== null) {
      // The words name the proposal as it is; what is done to it stands around them ("an end to the price cap").
      const around = thrustIn(indices.filter((i) => !whole.includes(i)), done);
      const inside = thrustIn(whole, undefined);
      const says = inside.act !== null || inside.restricts || whole.some(isObject);
      const own = alias !== null ? (topic.thrust.actSign < 0 && inside.act === null && !whole.some((i) => isContainerStem(stems[i] ?? '')) ? -1 : 1) : says ? directionOf(topic.thrust, inside, false) : objectIsWhole ? -1 : 1;
      return (own * around.actSign * (asksForLess(indices) ? -1 : 1)) as 1 | -1;
    }
    const phrase = mended(indices);
    const thrust = thrustIn(phrase, done);
    const top = headOf(phrase);
    const inner = topic.inner.find((n) => phrase.some((i) => n.concepts.has(conceptAt[i] as Concept)) && !phrase.some((i) => topic.core.has(conceptAt[i] as Concept) && !n.concepts.has(conceptAt[i] as Concept)));
    if (inner && thrust.act !== null) return directionOf(inner.thrust, thrust, true);
    const d = phrase.some((i) => isObject(i) && isActedOn(i)) ? directionOf(topic.thrust, thrust, namesThing(top)) : directionOfAct(topic.thrust, thrust) || 1;
    return (asksForLess(indices) ? -d : d) as 1 | -1;
  };

  const headOf = (indices: readonly number[]): number | undefined => {
    const inside = new Set(indices);
    return indices.find((i) => !inside.has(tokens[i]?.head ?? -1) && /^(?:NN|VBG)/.test(tokens[i]?.tag ?? ''));
  };
  /** "Russian oil and the invasion of Ukraine" names both states of a proposal, and nothing of what it would do. */
  const namesStatesOnly = (indices: readonly number[]): boolean => topic.byState.size >= 1 && topic.concepts.some((c) => c.weight >= PART_NOUN && ![...topic.byState.values()].includes(c)) && indices.every((i) => (conceptAt[i]?.weight ?? 0) < PART_WEIGHT || mentionAt.has(i));
  const strongSentence = sentences.map((s) => {
    const all = range(s.first, s.last);
    return enough(all, SENTENCE_SHARE) && !namesStatesOnly(all);
  });
  const named = new Set<Concept>(titleConcepts);
  for (const c of conceptAt) if (c) named.add(c);
  const namesAnAlias = topic.aliases.length > 0 && sentences.some((s) => aliasIn(range(s.first, s.last)) !== null);
  const share = topic.total === 0 ? 0 : [...named].reduce((n, c) => n + c.weight, 0) / topic.total;
  // A text that uses the proposal's own name speaks of all of it.
  const coverage = namesAnAlias ? Math.max(share, ALIAS_COVERAGE) : share;

  /** Generic nouns the text itself uses for the proposal, by where they first name it. */
  const genericFrom = new Map<string, number>();
  sentences.forEach((s, si) => {
    if (!strongSentence[si]) return;
    for (let i = s.first; i < s.last; i++) {
      const stem = stems[i] ?? '';
      if (isGenericStem(stem) && tokens[i]?.tag.startsWith('NN') && !genericFrom.has(stem)) genericFrom.set(stem, si);
    }
  });
  const lastStrongBefore = (si: number): number => {
    for (let k = si; k >= 0; k--) if (strongSentence[k]) return k;
    return -1;
  };
  /** Which way the text last spoke of the proposal: after "lifting the ban", where keeping it is proposed, "opponents" are opponents of that. */
  const spokenOf = (token: number, isPronoun = false): 1 | -1 => {
    const si = tree.sentenceIndexOf(token);
    for (let k = si; k >= Math.max(0, si - REACH.context); k--) {
      const s = sentences[k];
      if (!s) continue;
      const ways = actsIn(range(s.first, Math.min(s.last, token)).filter((i) => isObject(i) || tree.subtreeOf(i).some((x) => x > i && isObject(x)))).map((a) => directionOfAct(topic.thrust, thrustOfWords([a])));
      if (ways.length > 0) return ways.includes(-1) && !ways.includes(1) ? -1 : 1;
      // "… the pipeline. Germany supports it": named for itself, with nothing done to it.
      if (strongSentence[k]) return isPronoun && topic.thrust.sign < 0 && !range(s.first, s.last).some((i) => isGenericStem(stems[i] ?? '')) ? -1 : 1;
    }
    return 1;
  };
  const titleNames = [...titleConcepts].reduce((n, c) => n + c.weight, 0) >= topic.enough;

  /** The lead or the title names the proposal and the text covers most of it: then it is what the text is about. */
  const aboutIt = coverage >= ABOUT_COVERAGE && (titleNames || strongSentence.slice(0, LEAD).some(Boolean));

  const anaphorOf = (indices: readonly number[]): boolean => {
    const content = indices.filter((i) => {
      const t = tokens[i];
      return t !== undefined && /^(NN|JJ|VB|CD|PRP$|DT|WDT)/.test(t.tag) && !/^(DT)$/.test(t.tag);
    });
    const bare = indices.filter((i) => !/^(?:IN|TO)$/.test(tokens[i]?.tag ?? ''));
    const head = bare.length === 1 ? bare[0] : undefined;
    if (head !== undefined && ANAPHORS.has(tokens[head]?.form.toLowerCase() ?? '')) {
      // "jets that Ankara wants": a relative pronoun is what it hangs on.
      const clause = tokens[head]?.head ?? -1;
      if (/^W/.test(tokens[head]?.tag ?? '') && clause >= 0 && tokens[clause]?.relation === 'acl:relcl') {
        const antecedent = tokens[clause]?.head ?? -1;
        const own = new Set(tree.subtreeOf(clause));
        const phrase = antecedent < 0 ? [] : tree.subtreeOf(antecedent).filter((i) => !own.has(i));
        return phrase.length > 0 && !phrase.includes(head) && (enough(phrase) || anaphorOf(phrase));
      }
      const si = tree.sentenceIndexOf(head);
      const last = lastStrongBefore(si);
      return (last >= 0 && si - last <= REACH.pronoun) || (aboutIt && /^it$/i.test(tokens[head]?.form ?? ''));
    }
    // "the levy", "any increase", "the renewal": the head noun alone names it in a text that is about it.
    if (aboutIt || lastStrongBefore(tree.sentenceIndexOf(indices[0] ?? 0)) >= 0) {
      const top = headOf(indices);
      const c = top === undefined ? null : conceptAt[top];
      if (top !== undefined && c && !mentionAt.has(top) && c.weight >= 0.6 && !topic.bodyConcepts.has(c) && tokens[top]?.tag.startsWith('NN')) {
        const others = content.filter((i) => i !== top && conceptAt[i] === null && !mentionAt.has(i) && /^(?:NN|NNS|NNP)$/.test(tokens[i]?.tag ?? '') && !isGenericStem(stems[i] ?? ''));
        const definiteHead = indices.some((i) => /^(?:the|this|that|any|such|its|their|a|an|no)$/.test(tokens[i]?.form.toLowerCase() ?? '')) || mentionAt.size > 0;
        if (definiteHead && others.length === 0) return true;
      }
    }
    const generic = content.filter((i) => isGenericStem(stems[i] ?? '') && tokens[i]?.tag.startsWith('NN'));
    const first = generic[0];
    if (first === undefined) return false;
    // "Fischler's proposal": whose it is says nothing of what it is.
    const owners = new Set(content.filter((i) => tokens[i]?.relation === 'nmod:poss').flatMap((i) => tree.subtreeOf(i)));
    const definite = owners.size > 0 || indices.some((i) => /^(the|this|that|these|those|such|its|their|any)$/.test(tokens[i]?.form.toLowerCase() ?? ''));
    const strange = content.filter((i) => !generic.includes(i) && conceptAt[i] === null && !mentionAt.has(i) && !owners.has(i) && !EVERYDAY.has(stems[i] ?? '') && /^(NN|CD)/.test(tokens[i]?.tag ?? ''));
    if (!definite || strange.length > 1) return false;
    const si = tree.sentenceIndexOf(first);
    const last = lastStrongBefore(si);
    if (last < 0 && !titleNames) return false;
    const known = generic.some((i) => (genericFrom.get(stems[i] ?? '') ?? Infinity) <= si);
    return strange.every((i) => tokens[i]?.entity === 'ORGANIZATION' || /^(?:EU|EC|UN|NATO|OPEC)$/.test(tokens[i]?.form ?? '')) && (known ? last < 0 || si - last <= REACH.generic * 3 : si - last <= REACH.generic && coverage >= 0.5);
  };

  /** A phrase without the clauses that describe what it names ("a sanctuary [that has no scientific basis]"). */
  const withoutRelatives = (indices: readonly number[]): number[] => {
    const inside = new Set(indices);
    const cut = new Set(indices.filter((i) => tokens[i]?.relation === 'acl:relcl').flatMap((i) => tree.subtreeOf(i)));
    return [...inside].filter((i) => !cut.has(i));
  };

  /** A phrase without any clause or apposition that hangs on it. */
  const withoutClauses = (indices: readonly number[]): number[] => {
    const inside = new Set(indices);
    const cut = new Set(indices.filter((i) => (/^(?:acl:relcl|advcl|appos|parataxis)$/.test(tokens[i]?.relation ?? '') || (tokens[i]?.relation === 'acl' && /^VB[NG]$/.test(tokens[i]?.tag ?? ''))) && inside.has(tokens[i]?.head ?? -1)).flatMap((i) => tree.subtreeOf(i)));
    return indices.filter((i) => !cut.has(i));
  };

  /**
   * In a text that is about the proposal, a phrase that names part of it, or nothing of its own ("more time", "the other side"),
   * is taken for it; a phrase with a thing of its own ("durum wheat") is not.
   */
  const looseHit = (indices: readonly number[], done?: ActClass): TopicHit | null => {
    const { weight, concepts } = weightOf(indices.filter((i) => !mentionAt.has(i)));
    const near = new Set(withoutClauses(indices));
    const isPart = indices.some((i) => near.has(i) && !mentionAt.has(i) && (conceptAt[i]?.weight ?? 0) >= PART_NOUN);
    if (weight >= PART_WEIGHT && isPart && !isRival(indices, weight)) return { strength: PART_STRENGTH, direction: direction(indices, done), how: 'context', concepts };
    /** "an early withdrawal", where an extension is proposed: the act alone says which way. */
    const top = headOf(indices);
    const turned = top === undefined ? 0 : directionOfAct(topic.thrust, thrustOfWords(actsIn([top])));
    const isAct = top !== undefined && acts[top] != null;
    const strange = indices.some((i) => {
      const t = tokens[i];
      // "a rise of six percent": by how much.
      if (isAct && t !== undefined && (t.tag === 'CD' || /^(?:%|percent|per|cent|pct|percentage|point|points|euros?|dollars?|billion|million|barrels?|tonnes?|degrees?)$/i.test(t.form))) return false;
      if (acts[i] && !tree.childrenOf(i).some((c) => tokens[c]?.relation === 'dobj' && !isObject(c) && !indices.some((k) => k !== i && isObject(k)))) return false;
      return t !== undefined && (/^(?:NN|CD|VBG)/.test(t.tag) || (/^VB/.test(t.tag) && !SUPPLE.test(t.lemma))) && conceptAt[i] === null && !mentionAt.has(i) && !isGenericStem(stems[i] ?? '') && !EVERYDAY.has(stems[i] ?? '') && !/-(?:level|wide)$/.test(t.form);
    });
    return strange || indices.some((i) => mentionAt.has(i)) ? null : { strength: FAR_CONTEXT_STRENGTH, direction: direction(indices, done), how: turned === 0 ? 'context' : 'anaphor', concepts: 0 };
  };

  /** "Trump's withdrawal [from the deal with Iran]": the parser may hang what an act is done to on another word. */
  const withPhrasesAfter = (indices: readonly number[]): readonly number[] => {
    const last = Math.max(...indices);
    const isCall = isContainerStem(stems[last] ?? '') && tokens[last + 1]?.form === 'to' && tokens[last + 2]?.tag === 'VB';
    if ((!isCall && acts[last] == null) || tokens[last]?.tag.startsWith('NN') !== true || !/^(?:of|from|on|to|in|into|for|against)$/.test(tokens[last + 1]?.form.toLowerCase() ?? '')) return indices;
    const out = [...indices];
    const end = sentences[tree.sentenceIndexOf(last)]?.last ?? last;
    for (let i = last + 1; i < end && !/^(?:VB[DPZ]|MD|CC|W.*|[.,:]|``|'')$/.test(tokens[i]?.tag ?? ''); i++) out.push(i);
    return out;
  };

  const hitOf = (indices: readonly number[], done?: ActClass): TopicHit | null => {
    if (enough(indices) && !namesStatesOnly(indices)) {
      return { strength: OWN_STRENGTH, direction: direction(indices, done), how: 'words', concepts: weightOf(indices).concepts };
    }
    if (indices.filter((i) => !/^(?:IN|TO|DT)$/.test(tokens[i]?.tag ?? '')).every((i) => TAKEN_UP.test(tokens[i]?.form ?? '')) && anaphorOf(indices)) {
      return { strength: ANAPHOR_STRENGTH, direction: spokenOf(indices[0] ?? 0, true), how: 'anaphor', concepts: 0 };
    }
    if (anaphorOf(indices) || anaphorOf(withoutRelatives(indices)) || anaphorOf(withoutClauses(indices))) return { strength: ANAPHOR_STRENGTH, direction: direction(indices, done), how: 'anaphor', concepts: 0 };
    return aboutIt ? looseHit(indices, done) : null;
  };

  return {
    coverage,
    isPlainVerb: (i) => SUPPLE.test(tokens[i]?.lemma ?? '') || conceptAt[i] !== null || acts[i] != null,
    isOwn: (indices) => {
      const content = indices.filter((i) => /^(?:NN|VB)/.test(tokens[i]?.tag ?? '') && !/^(?:be|have|do|come|go|take|get|make|will)$/.test(tokens[i]?.lemma ?? ''));
      return content.length > 0 && content.every((i) => conceptAt[i] !== null);
    },
    isAct: (token) => doesSomething(acts[token]),
    isState: (token) => mentionAt.has(token),
    shareOf: (indices) => Math.min(1, weightOf(indices).weight / Math.max(0.01, topic.enough)),
    namesState: (state) => topic.byState.has(state),
    hitOf: (indices, done) => {
      const hit = hitOf(indices, done);
      if (hit?.how === 'words') return hit;
      // What a call or a withdrawal is for says more than the word alone.
      const longer = withPhrasesAfter(indices);
      return (longer.length > indices.length ? hitOf(longer, done) : null) ?? hit;
    },
    contextOf: (token) => {
      const si = tree.sentenceIndexOf(token);
      const last = lastStrongBefore(si);
      if ((last >= 0 && si - last <= REACH.context) || (titleNames && si <= REACH.context)) {
        return { strength: CONTEXT_STRENGTH, direction: spokenOf(token), how: 'context', concepts: 0 };
      }
      return aboutIt ? { strength: FAR_CONTEXT_STRENGTH, direction: spokenOf(token), how: 'context', concepts: 0 } : null;
    },
  };
}
