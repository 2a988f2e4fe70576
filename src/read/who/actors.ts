import type { StateCode } from '../../domain/ids.js';
import voices from '../../../knowledge/lexicons/voices.json' with { type: 'json' };
import { findGroup } from '../../knowledge/named-groups.js';
import { caseOf, childrenBy, conjunctsOf, isRelation, type Tree } from '../tree.js';
import { organisationIn } from './organisation.js';
import { phraseOf } from './noun-phrase.js';
import type { NameRun, Person, Voice } from './people.js';
import { stateListAt } from './state-list.js';
import type { StateMention } from './state-mentions.js';

/** Who some words denote. */
export interface Actor {
  readonly kind: 'state' | 'person' | 'office' | 'organisation' | 'unnamed' | 'outlet' | 'other';
  /** As a reader would write it: the full name of a person, else the words. */
  readonly name: string;
  /** States the actor is, or acts for. */
  readonly states: readonly StateCode[];
  readonly voice: Voice;
  readonly organisation: string;
  /** Head tokens the actor was read from. */
  readonly heads: readonly number[];
}

/** Everything that naming somebody draws on in one text. */
export interface Cast {
  readonly tree: Tree;
  readonly mentions: readonly StateMention[];
  readonly mentionsAt: ReadonlyMap<number, readonly StateMention[]>;
  readonly nameAt: ReadonlyMap<number, NameRun>;
  readonly people: ReadonlyMap<string, Person>;
  /** Speaker of the attribution that a token's words belong to, for "we" and "I". */
  readonly speakerAt: (token: number) => Actor | null;
  /** Whether a token stands inside quotation marks. */
  readonly isQuoted: (token: number) => boolean;
}

const BODIES = new Set(voices.bodies);
const GOVERNMENT = new Set(voices.government);
const INSTITUTION = new Set(voices.institution);
const OUTSIDER = new Set(voices.outsider);
const OUTSIDE = new Set(voices.outside);
const ANONYMOUS = new Set(voices.anonymous);
const NAMED = new Set(voices.named);
const STATES = new Set(voices.states);
const OUTLETS = new Set(voices.outlets);
const LISTING = new Set(['such_as', 'like', 'including', 'notably', 'as', 'namely', 'particularly', 'especially']);
const STAFF = new Set(voices.staff);
const SEATED = new Set(voices.seated);
const SOLE = new Set(voices.sole);
const BODY_SEATS = new Set(voices.bodySeats);
/** Offices that are many people, for whom "he" does not stand. */
const COLLECTIVE = /(?:government|cabinet|ministry|administration|presidency|delegation|embassy|mission|people|parliament|commission|council)$/i;
/** Nouns that a state's name follows: what it is to somebody. */
const APPOSED = /^(?:all(?:y|ies)|neighbou?rs?|hosts?|partners?|rivals?|members?|producers?|heavyweights?|giants?|powers?|newcomers?|candidates?|nations?|states?|president|chair|holder)$/;
/** What somebody put out, for whoever put it out. */
const UTTERANCE = /^(?:statement|communiqu[eé]|announcement|declaration|release|note)$/;
/** Words by which a government speaks of its own state. */
const OWN_STATE = /^(?:kingdom|emirate|republic|sultanate|country|nation|government|administration|cabinet)$/;
/** Adjectives that name a people by themselves ("Dutch back the plan"). */
const PEOPLE = /(?:sh|ch|ese|iss)$/;
const singular = (w: string): string => w.replace(/ies$/, 'y').replace(/s$/, '');
const has = (set: ReadonlySet<string>, w: string): boolean => set.has(w) || set.has(singular(w));

const unique = (list: readonly StateCode[]): StateCode[] => [...new Set(list)];
const none: Actor = { kind: 'other', name: '', states: [], voice: 'unknown', organisation: '', heads: [] };

/** The governments of some states, as `name` calls them. */
export const stateActor = (states: readonly StateCode[], heads: readonly number[], name = ''): Actor => ({ kind: 'state', name, states: unique(states), voice: 'government', organisation: '', heads });
const wordsOf = (tree: Tree, tokens: readonly number[]): string => {
  const first = tokens[0];
  const last = tokens[tokens.length - 1];
  return first === undefined || last === undefined ? '' : tree.parsed.text.slice(tree.token(first).start, tree.token(last).end);
};

/** A nominal and what is coordinated with it, by the tree and, for states, by word order. */
function listHeads(cast: Cast, head: number): number[] {
  const listed = stateListAt(cast.tree, cast.mentionsAt, head).map((m) => m.last - 1);
  const tree = conjunctsOf(cast.tree, head);
  const clean = listed.length > 1 ? tree.filter((h) => !cast.mentionsAt.has(h) || h === head || listed.includes(h)) : tree;
  return [...new Set([...clean, ...listed])].sort((a, b) => a - b);
}

/** Who the phrase headed by `head` denotes, conjuncts included ("Spain and Portugal" is both). Pronouns are followed back. */
export function actorOf(cast: Cast, head: number): Actor {
  const parts = listHeads(cast, head).filter((h) => !/^(?:VB|MD)/.test(cast.tree.token(h).tag) || cast.mentionsAt.has(h)).map((h) => actorOfOne(cast, h, 0));
  const real = parts.filter((p) => p.states.length > 0 || p.kind !== 'other');
  const first = real[0] ?? parts[0] ?? none;
  if (real.length < 2) return first;
  return {
    ...first,
    name: parts.map((p) => p.name).join(' and '),
    states: unique(real.filter((p) => p.voice !== 'outsider').flatMap((p) => p.states)),
    voice: real.every((p) => p.voice === 'outsider') ? 'outsider' : real.some((p) => p.voice === 'government') ? 'government' : first.voice,
    heads: real.flatMap((p) => p.heads),
  };
}

/** Who one nominal denotes, without what is coordinated with it. */
export const actorAt = (cast: Cast, head: number): Actor => actorOfOne(cast, head, 0);

function actorOfOne(cast: Cast, head: number, depth: number): Actor {
  const { tree } = cast;
  const t = tree.token(head);
  const lower = t.form.toLowerCase();
  const run = cast.nameAt.get(head);
  if (run) return personActor(cast, run, head);
  const mention = cast.mentionsAt.get(head);
  const common = /^(?:NN|NNS)$/.test(t.tag) || has(BODIES, lower) || has(GOVERNMENT, lower) || has(OUTSIDER, lower) || has(ANONYMOUS, lower);
  if (mention && mention.length > 0) {
    const phrase = phraseOf(tree, head);
    if (mention[0]?.form === 'parliament') return { ...none, kind: 'office', voice: 'outsider', name: wordsOf(tree, phrase), states: mention.map((m) => m.state), heads: [head] };
    const behind = tree.childrenOf(head).find((c) => tree.token(c).relation === 'appos' && cast.nameAt.has(c));
    const personRun = behind === undefined ? undefined : cast.nameAt.get(behind);
    if (personRun) return personActor(cast, personRun, head);
    const demonym = mention.every((m) => m.form === 'demonym');
    // "one in ten Austrians", "many Germans": people, not a government; "the Dutch" may be one.
    if (demonym && t.tag.startsWith('NN') && /s$/.test(t.form) && tree.parsed.tokens[head - 1]?.form.toLowerCase() !== 'the') return { ...none, kind: 'other', voice: 'outsider', name: wordsOf(tree, phrase), heads: [head] };
    // "Austrian exporters want": an adjective whose noun the tagger took for a verb is nobody.
    if (demonym && !PEOPLE.test(t.form) && !/s$/.test(t.form) && tree.parsed.tokens[head - 1]?.form.toLowerCase() !== 'the' && !tree.childrenOf(head).some((c) => c > head)) return { ...none, name: t.form, heads: [head] };
    if (demonym && /^JJ/.test(t.tag) && !tree.childrenOf(head).some((c) => tree.token(c).form.toLowerCase() === 'the')) {
      return { ...none, name: t.form, heads: [head] };
    }
    return stateActor(mention.map((m) => m.state), [head], wordsOf(tree, phrase));
  }
  if (/^(?:PRP|WP|WDT|PRP\$|WP\$)$/.test(t.tag) || lower === 'both' || (lower === 'which' || lower === 'who' || lower === 'that') && /^W/.test(t.tag)) {
    return depth > 3 ? none : followPronoun(cast, head, depth);
  }
  const phrase = phraseOf(tree, head);
  const group = findGroup(wordsOf(tree, phrase));
  if (group) return stateActor(group, [head], wordsOf(tree, phrase));
  // "U.S. ally Egypt", "commission hosts Japan and Norway": the name that follows is who is meant.
  if (APPOSED.test(lower)) {
    const named = stateListAt(tree, cast.mentionsAt, head + 1);
    if (named.length > 0) return stateActor(named.map((m) => m.state), [head]);
  }
  if (common || /^(?:CD|DT)$/.test(t.tag) || has(STATES, lower)) return commonActor(cast, head, phrase, lower, depth);
  if (UTTERANCE.test(lower) && depth < 3) {
    const author = authorOf(cast, head, phrase, depth);
    if (author) return author;
  }
  if (OUTLETS.has(lower)) return { ...none, kind: 'outlet', name: wordsOf(tree, phrase), heads: [head] };
  if (t.entity === 'ORGANIZATION' || /^NNP/.test(t.tag)) {
    // A person named without being recognised: "Endo", or a role's name in apposition.
    const person = cast.people.get(lower);
    if (person) return { kind: 'person', name: person.name, states: person.state ? [person.state] : [], voice: person.voice, organisation: person.organisation, heads: [head] };
    return { ...none, kind: 'organisation', name: wordsOf(tree, phrase), organisation: wordsOf(tree, phrase), voice: 'institution', heads: [head] };
  }
  return { ...none, name: wordsOf(tree, phrase), heads: [head] };
}

function personActor(cast: Cast, run: NameRun, head: number): Actor {
  const family = cast.tree.token(run.last - 1).form.toLowerCase();
  const person = cast.people.get(family);
  const text = cast.tree.parsed.text.slice(cast.tree.token(run.first).start, cast.tree.token(run.last - 1).end);
  if (!person) return { ...none, kind: 'person', name: text, heads: [head] };
  return {
    kind: 'person',
    name: person.name,
    states: person.state ? [person.state] : [],
    voice: person.voice,
    organisation: person.organisation,
    heads: [head],
  };
}

/** Common nouns: offices ("the German government"), unnamed voices ("two diplomats"), groups ("these countries"), outsiders. */
function commonActor(cast: Cast, head: number, phrase: readonly number[], form: string, depth: number): Actor {
  const { tree } = cast;
  // "a ministry official travelling with …": the tagger may take the participle for the noun.
  const noun = tree.parsed.tokens[head - 1];
  const lower = /ing$/.test(form) && noun?.tag.startsWith('NN') && noun.head === head ? noun.form.toLowerCase() : form;
  // A name in apposition or compounded ("Chancellor Olaf Scholz" headed by the role) decides.
  for (const c of tree.childrenOf(head)) {
    const run = cast.nameAt.get(c);
    if (run && ['appos', 'compound', 'dep', 'name'].includes(tree.token(c).relation)) return personActor(cast, run, head);
  }
  const name = wordsOf(tree, phrase);
  const words = phrase.map((i) => tree.token(i).form.toLowerCase());
  const stated = unique(phrase.flatMap((i) => (i === head || isDestination(tree, i) ? [] : [...(cast.mentionsAt.get(i) ?? []), ...stateListAt(tree, cast.mentionsAt, i)].map((m) => m.state))));
  const states = stated.length > 0 ? stated : seatOf(cast, phrase, lower);
  const outside = words.some((w, k) => OUTSIDE.has(w) || w.startsWith('ex-') || (phrase[k] !== head && /^(?:opposition|party|parliament|bundestag|congress|senate|lawmakers|unions?|industry|lobby|association)$/.test(w)));
  const base = { name, organisation: '', heads: [head] };
  // "whose leadership", "its government", "their ministers": the owner decides.
  const owner = tree.childrenOf(head).find((c) => /^(?:PRP\$|WP\$)$/.test(tree.token(c).tag));
  if (owner !== undefined && states.length === 0 && depth < 3 && !outside && (has(BODIES, lower) || has(GOVERNMENT, lower)) && !has(OUTSIDER, lower)) {
    const possessor = /^(?:my|our)$/i.test(tree.token(owner).form) ? cast.speakerAt(owner) : followPronoun(cast, owner, depth + 1);
    if (possessor && possessor.states.length > 0) return { ...base, kind: 'office', states: possessor.states, voice: possessor.voice === 'outsider' ? 'outsider' : 'government' };
  }
  // "one of his officials", "some of the ministers": the many that the one is of.
  const many = /^(?:CD|DT)$/.test(tree.token(head).tag) ? tree.childrenOf(head).find((c) => isRelation(tree.token(c).relation, 'nmod') && caseOf(tree, c) === 'of' && (has(STAFF, tree.token(c).form.toLowerCase()) || has(ANONYMOUS, tree.token(c).form.toLowerCase()))) : undefined;
  if (many !== undefined && depth < 3) {
    const of = actorOfOne(cast, many, depth + 1);
    if (of.kind !== 'other') return { ...of, kind: 'unnamed', name };
  }
  // "said the kingdom would not agree": a state as it speaks of itself.
  if (states.length === 0 && OWN_STATE.test(lower) && !outside && /^(?:the|his|her|my|our)$/i.test(words[0] ?? '') && words.length === 2) {
    const speaker = cast.speakerAt(head);
    if (speaker && speaker.states.length === 1 && speaker.voice === 'government') return { ...base, kind: 'state', states: speaker.states, voice: 'government' };
  }
  if (states.length === 0 && !outside && /^(?:government|cabinet|ministers?|officials?|authorities)$/.test(lower)) {
    const seat = openingSeat(cast, head);
    if (seat.length > 0) return { ...base, kind: 'office', states: seat, voice: 'government' };
  }
  if (has(STATES, lower) || /^(?:CD|DT)$/.test(tree.token(head).tag)) {
    const listed = listedStates(cast, head);
    if (listed.length > 0) return { ...base, kind: 'state', states: unique([...listed, ...(has(new Set(['government', 'delegation']), lower) ? states : [])]), voice: 'government' };
    if (states.length > 0 && !outside && (has(BODIES, lower) || has(GOVERNMENT, lower))) return { ...base, kind: 'office', states, voice: 'government' };
    // "the group" may be the body itself; only several ("the three", "these countries") go back to a list.
    if (/^(?:these|those|the|both|all|two|three|four|five)$/.test(words[0] ?? '') && !/^(?:group|bloc|camp|body|club)$/.test(lower) && depth < 3) {
      const back = followGroup(cast, head, numberIn(words));
      if (back) return { ...back, name, heads: [head] };
    }
    if (has(OUTSIDER, lower)) return { ...base, kind: 'other', states: [], voice: 'outsider' };
    return { ...base, kind: 'other', states: [], voice: 'unknown' };
  }
  if (has(OUTSIDER, lower) || outside) return { ...base, kind: 'office', states, voice: 'outsider' };
  if (states.length === 0 && depth < 3 && has(STAFF, lower)) {
    const chief = chiefOf(cast, head, depth);
    if (chief) return { ...base, kind: has(NAMED, lower) ? 'office' : 'unnamed', states: chief.states, voice: chief.voice };
  }
  const org = organisationIn(phrase.map((i) => tree.token(i).form));
  // "U.S. and NATO diplomats": of no one side.
  if (states.length > 0 && org !== '' && has(ANONYMOUS, lower) && words.includes('and')) return { ...base, kind: 'unnamed', states: [], voice: 'unknown' };
  if (states.length > 0) {
    if (has(BODIES, lower) || has(GOVERNMENT, lower)) {
      // "Iran's chief delegate", "the Finnish ambassador": there is one, who need not be named to be known.
      const known = SOLE.has(lower) && (/^the$/i.test(words[0] ?? '') || childrenBy(tree, head, 'nmod:poss').length > 0);
      const unnamed = has(ANONYMOUS, lower) && !has(NAMED, lower) && !known;
      return { ...base, kind: unnamed ? 'unnamed' : 'office', states, voice: 'government' };
    }
    if (has(ANONYMOUS, lower)) return { ...base, kind: 'unnamed', states, voice: 'government' };
    return { ...base, kind: 'other', states: [], voice: 'unknown' };
  }
  if (has(ANONYMOUS, lower)) return { ...base, kind: 'unnamed', states: [], voice: org ? 'institution' : 'unknown', organisation: org };
  if (has(INSTITUTION, lower) || has(GOVERNMENT, lower) || has(BODIES, lower)) {
    if (org === '' && depth < 3) {
      // "the prime minister": the last person so introduced.
      for (let i = head - 1; i >= 0; i--) {
        const run = cast.nameAt.get(i);
        if (!run) continue;
        const p = cast.people.get(tree.token(run.last - 1).form.toLowerCase());
        if (p?.role.includes(lower) && /^the$/i.test(words[0] ?? '')) return personActor(cast, run, head);
      }
    }
    return { ...base, kind: org ? 'organisation' : 'office', states: [], voice: org ? 'institution' : 'unknown', organisation: org };
  }
  return { ...base, kind: 'other', states: [], voice: 'unknown' };
}

/** "officials in Warsaw", "a presidential adviser in Abuja": those who sit in a capital act for its state, but for the seats of bodies. */
function seatOf(cast: Cast, phrase: readonly number[], role: string): StateCode[] {
  if (!has(SEATED, role)) return [];
  const { tree } = cast;
  return unique(
    phrase.flatMap((i) =>
      tree.parsed.tokens[i - 1]?.form.toLowerCase() === 'in' && !BODY_SEATS.has(tree.token(i).form.toLowerCase()) ? (cast.mentionsAt.get(i) ?? []).filter((m) => m.form === 'capital').map((m) => m.state) : [],
    ),
  );
}

/** "In Rome, the government …": the capital that opens the sentence. */
function openingSeat(cast: Cast, head: number): StateCode[] {
  const { tree } = cast;
  const s = tree.sentenceOf(head);
  if (!/^In$/.test(tree.token(s.first).form)) return [];
  const seat = (cast.mentionsAt.get(s.first + 1) ?? []).filter((m) => m.form === 'capital' && tree.parsed.tokens[m.last]?.form === ',');
  return BODY_SEATS.has(tree.parsed.tokens[s.first + 1]?.form.toLowerCase() ?? '') ? [] : unique(seat.map((m) => m.state));
}

/** "the Russian statement", "… , the statement said": the state it is of, else whose words the sentence before gives. */
function authorOf(cast: Cast, head: number, phrase: readonly number[], depth: number): Actor | null {
  const { tree } = cast;
  const states = unique(phrase.flatMap((i) => (i === head ? [] : (cast.mentionsAt.get(i) ?? []).map((m) => m.state))));
  const name = wordsOf(tree, phrase);
  if (states.length === 1) return { ...none, kind: 'office', name, states, voice: 'government', heads: [head] };
  if (states.length > 1 || !/^the$/i.test(tree.token(phrase[0] ?? head).form)) return null;
  const before = tree.parsed.sentences[tree.sentenceIndexOf(head) - 1];
  if (!before) return null;
  for (let i = before.first; i < before.last; i++) {
    if (tree.token(i).relation !== 'nsubj' || !/^(?:VB)/.test(tree.token(tree.token(i).head).tag)) continue;
    const a = actorOfOne(cast, i, depth + 1);
    return a.states.length === 1 && a.voice === 'government' ? { ...none, kind: 'office', name, states: a.states, voice: 'government', heads: [head] } : null;
  }
  return null;
}

/** Whose aide somebody is: "an aide to Prime Minister Orban", "one of his officials". */
function chiefOf(cast: Cast, head: number, depth: number): Actor | null {
  const { tree } = cast;
  for (const c of tree.childrenOf(head)) {
    const owner = /^(?:PRP\$)$/.test(tree.token(c).tag) ? followPronoun(cast, c, depth + 1) : isRelation(tree.token(c).relation, 'nmod') && /^(?:to|of|for)?$/.test(caseOf(tree, c)) ? actorOfOne(cast, c, depth + 1) : null;
    if (owner && owner.kind === 'person' && owner.states.length > 0) return owner;
  }
  return null;
}

/** "ambassador to Berlin", "talks with Iran": the state is where it goes, not whose it is. */
function isDestination(tree: Tree, index: number): boolean {
  const prepositions = tree.childrenOf(index).filter((c) => tree.token(c).relation === 'case').map((c) => tree.token(c).form.toLowerCase());
  return prepositions.some((p) => ['to', 'with', 'in', 'on', 'at', 'against', 'about', 'into', 'towards', 'toward', 'over'].includes(p));
}

const NUMBERS: Record<string, number> = { two: 2, both: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, duo: 2, pair: 2, trio: 3 };
function numberIn(words: readonly string[]): number | null {
  for (const w of words) {
    const n = NUMBERS[w] ?? (/^\d{1,2}$/.test(w) ? Number(w) : undefined);
    if (n !== undefined) return n;
  }
  return null;
}

/** "nations such as A, B and C"; "many nations -- A, B and C --"; "allies, notably A and B". */
function listedStates(cast: Cast, head: number): StateCode[] {
  const { tree } = cast;
  const out: StateCode[] = [];
  for (const c of tree.childrenOf(head)) {
    const t = tree.token(c);
    if (c < head) continue;
    const prepositions = tree.childrenOf(c).filter((k) => ['case', 'mwe', 'advmod', 'mark'].includes(tree.token(k).relation)).map((k) => tree.token(k).form.toLowerCase());
    const opens = prepositions.some((p) => LISTING.has(p) || p === 'such') || ['appos', 'dep'].includes(t.relation) || /^(?:--|–|—|:|\()$/.test(tree.parsed.tokens[c - 1]?.form ?? '');
    if (!opens) continue;
    for (const k of listHeads(cast, c)) {
      for (const m of cast.mentionsAt.get(k) ?? []) if (m.form !== 'demonym') out.push(m.state);
      const g = findGroup(wordsOf(tree, phraseOf(tree, k)));
      if (g) out.push(...g);
    }
  }
  if (out.length > 0) return unique(out);
  // The parser may hang the list elsewhere: a run of names right after "such as" or a dash.
  const s = tree.sentenceOf(head);
  let i = head + 1;
  const opener = tree.parsed.tokens.slice(i, i + 3).map((t) => t.form.toLowerCase());
  if (opener[0] === ',') i += 1;
  const at = tree.parsed.tokens.slice(i, i + 2).map((t) => t.form.toLowerCase());
  if (at[0] === 'such' && at[1] === 'as') i += 2;
  else if (/^(?:including|like|notably|--|–|—|:|\()$/.test(at[0] ?? '')) i += 1;
  else return [];
  for (; i < s.last; i++) {
    const ms = cast.mentionsAt.get(i);
    if (ms && ms.some((m) => m.form !== 'demonym')) out.push(...ms.map((m) => m.state));
    // "Canada, the EC and New Zealand": what is no state may stand in the list.
    else if (!/^(?:,|and|or|the|&|as|well)$/i.test(tree.token(i).form) && !(out.length > 0 && tree.token(i).tag === 'NNP' && !cast.nameAt.has(i))) break;
  }
  return unique(out);
}

/** The nearest earlier group of states, of size `size` when the words give one ("the three countries"). */
function followGroup(cast: Cast, head: number, size: number | null): Actor | null {
  const { tree } = cast;
  for (let si = tree.sentenceIndexOf(head); si >= 0; si--) {
    const s = tree.parsed.sentences[si];
    if (!s || tree.sentenceIndexOf(head) - si > 4) break;
    for (let i = Math.min(s.last, head) - 1; i >= s.first; i--) {
      if (tree.token(i).relation === 'conj') continue;
      if (!cast.mentionsAt.has(i) && !/^(?:NNS|NNPS)$/.test(tree.token(i).tag)) continue;
      const a = actorOfHeads(cast, i);
      if (a.states.length >= 2 && (size === null || a.states.length === size)) return a;
    }
  }
  return null;
}

/** As {@link actorOf}, without following pronouns or groups back. */
function actorOfHeads(cast: Cast, head: number): Actor {
  const states = unique(conjunctsOf(cast.tree, head).flatMap((h) => (cast.mentionsAt.get(h) ?? []).filter((m) => m.form !== 'demonym').map((m) => m.state)));
  const listed = listedStates(cast, head);
  const group = findGroup(wordsOf(cast.tree, phraseOf(cast.tree, head)));
  return stateActor([...states, ...listed, ...(group ?? [])], [head]);
}

const isSubject = (relation: string): boolean => isRelation(relation, 'nsubj') || relation === 'nsubjpass';

function followPronoun(cast: Cast, head: number, depth: number): Actor {
  const { tree } = cast;
  const t = tree.token(head);
  const lower = t.form.toLowerCase();
  if (/^(?:i|we|our|us|my|me|ours)$/.test(lower)) return cast.speakerAt(head) ?? none;
  if (/^W/.test(t.tag) || lower === 'that') {
    // A relative pronoun stands for the noun its clause modifies.
    let verb = t.head;
    for (let k = 0; k < 4 && verb >= 0; k++) {
      const v = tree.token(verb);
      if (v.relation.startsWith('acl') && v.head >= 0) {
        let noun = v.head;
        // "Poland and the Baltic states, who …": after a comma it speaks of all of them.
        if (tree.parsed.tokens[head - 1]?.form === ',') while (tree.token(noun).relation === 'conj' && tree.token(noun).head >= 0 && tree.token(noun).head < noun) noun = tree.token(noun).head;
        return noun < head ? actorOfConjunction(cast, noun, depth) : none;
      }
      verb = v.head;
    }
    // The parser may lose the clause: the name or noun right before it.
    let before = tree.parsed.tokens[head - 1]?.form === ',' ? head - 2 : head - 1;
    while (before >= 0 && tree.token(before).relation === 'conj' && tree.token(before).head < before) before = tree.token(before).head;
    if (before >= tree.sentenceOf(head).first && (cast.mentionsAt.has(before) || cast.nameAt.has(before) || /^NN/.test(tree.token(before).tag))) {
      const named = actorOfConjunction(cast, before, depth);
      if (named.states.length > 0) return named;
    }
    return none;
  }
  // "leaving Britain alone in its opposition": the name right before, with nothing but a word on how it stands.
  if (/^(?:its|their)$/.test(lower)) {
    let i = head - 1;
    while (i > tree.sentenceOf(head).first && head - i < 4 && /^(?:JJ|RB|IN|VBN)/.test(tree.token(i).tag) && !cast.mentionsAt.has(i)) i -= 1;
    const near = (cast.mentionsAt.get(i) ?? []).filter((m) => m.form !== 'demonym' && m.form !== 'parliament');
    if (near.length > 0 && i < head - 1) return actorOfOne(cast, i, depth + 1);
  }
  const plural = /^(?:they|them|their|both)$/.test(lower);
  const person = /^(?:he|she|his|her|him)$/.test(lower);
  const fits = (a: Actor): boolean =>
    person
      ? a.kind === 'person' || ((a.kind === 'office' || a.kind === 'unnamed') && !/s$/.test(a.name) && !COLLECTIVE.test(a.name))
      : plural
        ? a.states.length > 1 || a.kind === 'unnamed' || (a.kind === 'office' && /s$/.test(a.name))
        : (a.kind === 'state' && a.states.length === 1) || a.kind === 'organisation' || (a.kind === 'office' && a.states.length > 0);
  const quotedHere = cast.isQuoted(head);
  const here = tree.sentenceIndexOf(head);
  for (let si = here; si >= 0 && here - si <= 3; si--) {
    const s = tree.parsed.sentences[si];
    if (!s) break;
    const before = Math.min(s.last, head);
    const order: number[] = [];
    for (let i = s.first; i < before; i++) if (isSubject(tree.token(i).relation) || /^(?:nmod:agent|nmod)$/.test(tree.token(i).relation) && si === here) order.push(i);
    for (let i = before - 1; i >= s.first; i--) order.push(i);
    const subjects = order.filter((i) => isSubject(tree.token(i).relation)).reverse();
    for (const i of [...subjects, ...order]) {
      const u = tree.token(i);
      // What somebody quoted talks of is not whom the writer goes on about.
      if (!quotedHere && cast.isQuoted(i)) continue;
      if (i === head || u.relation === 'conj' || /^(?:PRP|W|VB|IN|MD)/.test(u.tag) && !cast.mentionsAt.has(i)) continue;
      const mine = cast.mentionsAt.get(i);
      if (mine && mine.every((m) => m.form === 'demonym')) continue;
      const a = actorOfConjunction(cast, i, depth + 1);
      if (fits(a)) return { ...a, heads: [head] };
      // "Western countries … they": so does a plural one, whoever it is.
      if (plural && isSubject(u.relation) && /^NNP?S$/.test(u.tag) && a.kind !== 'person' && here - si <= 1) return none;
      // "The alliance … it": a singular thing in subject place takes the pronoun, state or not.
      if (!person && !plural && si === here && isSubject(u.relation) && /^(?:NN|NNP)$/.test(u.tag) && a.kind !== 'person') return none;
    }
  }
  return none;
}

/** An actor and its conjuncts, one step deeper. */
function actorOfConjunction(cast: Cast, head: number, depth: number): Actor {
  const heads = listHeads(cast, head);
  const parts = heads.map((h) => actorOfOne(cast, h, depth + 1)).filter((a) => a.states.length > 0 || a.kind !== 'other');
  const first = parts[0] ?? none;
  return parts.length < 2 ? first : { ...first, states: unique(parts.flatMap((p) => p.states)), name: parts.map((p) => p.name).join(' and ') };
}

/** Children that say whose something is: "Germany's", "its", "the government's". */
export const possessorsOf = (tree: Tree, head: number): number[] => childrenBy(tree, head, 'nmod:poss');
