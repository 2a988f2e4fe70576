import type { IsoDate, StateCode } from '../../domain/ids.js';
import type { ParsedText } from '../../domain/parsed-text.js';
import { isOpeningWord } from './opening-words.js';
import voices from '../../../knowledge/lexicons/voices.json' with { type: 'json' };
import { isOrganisationWord, organisationIn } from './organisation.js';
import type { StateMention } from './state-mentions.js';

/** Whose voice a person's is. */
export type Voice = 'government' | 'institution' | 'outsider' | 'unknown';

/** A person as a text introduces them. */
export interface Person {
  /** Fullest name in the text. */
  readonly name: string;
  readonly family: string;
  readonly state: StateCode | null;
  readonly voice: Voice;
  /** The role words, as in the text; empty when it gives none. */
  readonly role: string;
  /** The organisation of a role that is no state's ("NATO", "Commission"); empty when none. */
  readonly organisation: string;
}

/** What is known of office holders beyond the text. */
export type OfficeHolderLookup = (name: string, date: IsoDate | undefined, named: ReadonlySet<StateCode>) => { readonly state: StateCode; readonly current: boolean; readonly name: string } | null;

/** A run of tokens that is a person's name: `first` inclusive, `last` exclusive. */
export interface NameRun {
  readonly first: number;
  readonly last: number;
}

const GOVERNMENT = new Set(voices.government);
const INSTITUTION = new Set(voices.institution);
const OUTSIDER = new Set(voices.outsider);
const OUTSIDE = new Set(voices.outside);
const HONORIFIC = /^(?:mr|mrs|ms|dr|sir|lady|lord|baroness|m|mme|herr)\.?$/i;
const DEPUTY = /^deput(?:y|ies)$/;
const PARTY_ROLE = /^(?:leader|spokesman|spokeswoman|spokesperson|chief|secretary|president)$/;
/** Tokens looked at to either side of a name for its role. */
const REACH = 14;

/** Runs of tokens that the entity model or capitals after a role or honorific mark as a person's name. */
export function findNames(parsed: ParsedText, mentions: readonly StateMention[]): NameRun[] {
  const { tokens } = parsed;
  const isState = new Set<number>();
  // "Vienna would abstain" is Austria; "Jack London" is a person: a capital beside a name belongs to it.
  const besideName = (m: StateMention): boolean =>
    [m.first - 1, m.last].some((i) => tokens[i]?.entity === 'PERSON' && /^\p{Lu}/u.test(tokens[i]?.form ?? '') && !mentions.some((x) => x.first <= i && i < x.last));
  for (const m of mentions) if (m.form !== 'capital' || m.last - m.first > 1 || !besideName(m)) for (let i = m.first; i < m.last; i++) isState.add(i);
  const out: NameRun[] = [];
  for (const s of parsed.sentences) {
    for (let i = s.first; i < s.last; i++) {
      const t = tokens[i];
      if (!t || isState.has(i) || !/^\p{Lu}/u.test(t.form)) continue;
      const before = tokens[i - 1];
      const titled = i > s.first && before !== undefined && (HONORIFIC.test(before.form) || (roleWord(before.form) && /^NN/.test(before.tag)));
      if (t.entity !== 'PERSON' && !(titled && t.tag.startsWith('NNP') && t.entity === null && !isOrganisationWord(t.form.toLowerCase()))) continue;
      if (HONORIFIC.test(t.form) || roleWord(t.form) || isPortfolio(tokens, i) || isOpeningWord(t.form, i, s.first)) continue;
      let j = i + 1;
      while (j < s.last) {
        const u = tokens[j];
        if (!u || isState.has(j)) break;
        const particle = /^(?:de|del|della|di|da|dos|van|von|der|den|bin|ibn|al|el|la|le|ter|ten|y|du)$/.test(u.form) && /^\p{Lu}/u.test(tokens[j + 1]?.form ?? '');
        if (!particle && !(/^\p{Lu}/u.test(u.form) && (u.entity === 'PERSON' || (u.tag === 'NNP' && u.entity === null && t.entity === 'PERSON')))) break;
        j += 1;
      }
      out.push({ first: i, last: j });
      i = j - 1;
    }
  }
  return out;
}

/** "Deputy [Foreign] Minister", "Deputy [Prime] Minister": capitals that lead to another role word name an office. */
const isPortfolio = (tokens: ParsedText['tokens'], i: number): boolean =>
  [1, 2, 3].some((k) => roleWord(tokens[i + k]?.form ?? '') && tokens.slice(i + 1, i + k).every((t) => /^\p{Lu}|^(?:and|of)$/u.test(t.form)));

const roleWord = (form: string): boolean => {
  const w = form.toLowerCase();
  return GOVERNMENT.has(w) || OUTSIDER.has(w) || INSTITUTION.has(w);
};

/** The people of a text by family name (lower case), with the role and state that the text or the office holders' list gives them. */
export function introducePeople(
  parsed: ParsedText,
  mentions: readonly StateMention[],
  names: readonly NameRun[],
  lookup: OfficeHolderLookup,
  date: IsoDate | undefined,
): Map<string, Person> {
  const people = new Map<string, Person>();
  const formOf = (r: NameRun): string => parsed.text.slice(parsed.tokens[r.first]?.start ?? 0, parsed.tokens[r.last - 1]?.end ?? 0);
  for (const run of names) {
    const name = formOf(run);
    const family = (parsed.tokens[run.last - 1]?.form ?? name).toLowerCase();
    const before = roleBefore(parsed, mentions, run);
    const after = before !== null && (before.state !== null || before.organisation !== '') ? null : roleAfter(parsed, mentions, run);
    const role = before !== null && after?.state && before.voice === 'government' ? { ...before, state: after.state } : (before ?? after);
    const known = people.get(family);
    const fuller = known && known.name.length >= name.length ? known.name : name;
    const merged: Person = {
      name: fuller,
      family,
      state: known?.state ?? role?.state ?? null,
      voice: known && known.voice !== 'unknown' ? known.voice : (role?.voice ?? 'unknown'),
      role: known?.role || (role?.words ?? ''),
      organisation: known?.organisation || (role?.organisation ?? ''),
    };
    people.set(family, merged);
  }
  const states = new Set(mentions.map((m) => m.state));
  for (const [family, p] of people) {
    if (p.voice === 'outsider' || p.voice === 'institution') continue;
    const holder = lookup(p.name, date, states) ?? (p.name.includes(' ') ? null : lookup(family, date, states));
    if (!holder) continue;
    if (p.state !== null && p.state !== holder.state) continue;
    people.set(family, {
      ...p,
      name: p.name.includes(' ') ? p.name : holder.name,
      state: holder.state,
      voice: p.voice === 'government' || holder.current ? 'government' : p.voice,
    });
  }
  // "Kohl's spokesman, Friedhelm Ost", "Trump adviser Gary Cohn": whoever they work for decides.
  for (const [family, p] of people) {
    if (p.state !== null || p.voice !== 'government' || p.organisation !== '') continue;
    const chief = p.role.split(' ').map((w) => people.get(w)).find((x) => x !== undefined && x.family !== family && x.state !== null && x.voice === 'government');
    if (chief) people.set(family, { ...p, state: chief.state });
  }
  // Last, and only where the text introduces somebody the list does not know.
  const met = new Set<string>();
  for (const run of names) {
    const p = people.get((parsed.tokens[run.last - 1]?.form ?? '').toLowerCase());
    if (p === undefined || met.has(p.family)) continue;
    met.add(p.family);
    if (p.voice !== 'government' || p.state !== null || p.organisation !== '') continue;
    const state = onlyStateBefore(parsed, mentions, run);
    if (state) people.set(p.family, { ...p, state });
  }
  return people;
}

/** "Spain has yet to decide. “…,” State Secretary Luis Carrizo said": the state that opens the paragraph, when it has named no other. */
function onlyStateBefore(parsed: ParsedText, mentions: readonly StateMention[], run: NameRun): StateCode | null {
  const paragraph = parsed.sentences.find((s) => s.first <= run.first && run.first < s.last)?.paragraph;
  const start = parsed.sentences.find((s) => s.paragraph === paragraph)?.first ?? run.first;
  const before = mentions.filter((m) => m.first >= start && m.last <= run.first);
  const opens = before[0];
  if (!opens || opens.first - start > 1 || opens.form === 'parliament' || !/^nsubj/.test(parsed.tokens[opens.last - 1]?.relation ?? '')) return null;
  return before.every((m) => m.state === opens.state) ? opens.state : null;
}

interface Role {
  readonly words: string;
  readonly state: StateCode | null;
  readonly voice: Voice;
  readonly organisation: string;
}

/** Reads a role from a window of tokens; the role noun nearest the name decides. */
function roleIn(parsed: ParsedText, mentions: readonly StateMention[], first: number, last: number, nearest: 'last' | 'first'): Role | null {
  const words: string[] = [];
  for (let i = first; i < last; i++) words.push(parsed.tokens[i]?.form.toLowerCase() ?? '');
  let at = -1;
  let voice: Voice = 'unknown';
  const order = nearest === 'last' ? [...words.keys()].reverse() : [...words.keys()];
  for (const k of order) {
    const w = words[k] ?? '';
    const two = `${words[k - 1] ?? ''} ${w}`;
    const found: Voice | null = INSTITUTION.has(two) || INSTITUTION.has(w) ? 'institution' : OUTSIDER.has(w) ? 'outsider' : GOVERNMENT.has(two) || GOVERNMENT.has(w) ? 'government' : null;
    // "deputy prime minister", "deputy permanent representative": of an office, not of a chamber.
    if (found === 'outsider' && DEPUTY.test(w) && words.slice(k + 1, k + 4).some((x) => GOVERNMENT.has(x))) continue;
    if (found) {
      at = k;
      voice = found;
      break;
    }
  }
  if (at < 0) return null;
  if (words.some((w, k) => OUTSIDE.has(w) || OUTSIDE.has(`${w} ${words[k + 1] ?? ''}`) || w.startsWith('ex-'))) voice = 'outsider';
  // "the People's Party leader" leads no government.
  if (PARTY_ROLE.test(words[at] ?? '') && words.slice(0, at).includes('party')) voice = 'outsider';
  // "outgoing" and "then" keep the office; "former" does not.
  // "the Union's representative in Turkey": where somebody serves is not whom they serve.
  const inside = mentions.filter((m) => m.first >= first && m.last <= last && !(m.form === 'name' && /^(?:to|in|with|on|at|against)$/i.test(parsed.tokens[m.first - 1]?.form ?? '')));
  const state = inside[0]?.state ?? null;
  // "U.S. Ambassador to NATO" speaks for the state; "EU foreign policy chief", "Commission President" for the organisation.
  const organisation = state === null ? organisationIn(parsed.tokens.slice(first, last).map((t) => t.form)) : '';
  return {
    words: words.join(' '),
    state,
    voice: voice === 'government' && state === null && organisation ? 'institution' : voice,
    organisation,
  };
}

/** "[The outgoing U.S. Ambassador to NATO,] Julianne Smith"; "[Slovakia's Prime Minister,] Robert Fico". */
function roleBefore(parsed: ParsedText, mentions: readonly StateMention[], run: NameRun): Role | null {
  const s = parsed.sentences.find((x) => x.first <= run.first && run.first < x.last);
  if (!s) return null;
  let first = run.first;
  let commas = 0;
  while (first > s.first && run.first - first < REACH) {
    const t = parsed.tokens[first - 1];
    if (!t) break;
    if (t.form === ',') {
      if (commas > 0 || first !== run.first) break;
      commas += 1;
    } else if (/^(?:VB|MD|W|PRP$|RB|EX)/.test(t.tag) && !/(?:ed|ing|ly)$/.test(t.form)) break;
    else if (/^(?:[.:;“”"()!?]|--|and|but|or|that|with|by|as|while|if|in|for|from|at|on|against|between)$/i.test(t.form)) break;
    first -= 1;
    if (commas === 0 && /^(?:the|a|an|his|her|their|its)$/i.test(t.form)) break;
  }
  const last = commas > 0 ? run.first - 1 : run.first;
  const window = first + (parsed.tokens[first]?.form === ',' ? 1 : 0);
  if (window >= last) return null;
  const role = roleIn(parsed, mentions, window, last, 'last');
  if (!role) return null;
  // With a comma the role phrase must reach up to it ("…, Fico": the noun right before, or "to NATO", "of France").
  return role;
}

/** "Fico, [Slovakia's prime minister]"; "Brady, [a Conservative lawmaker]"; "Miki [of Japan]". */
function roleAfter(parsed: ParsedText, mentions: readonly StateMention[], run: NameRun): Role | null {
  const s = parsed.sentences.find((x) => x.first <= run.first && run.first < x.last);
  const next = parsed.tokens[run.last];
  if (!s || !next) return null;
  const opener = next.form;
  if (opener !== ',' && opener !== '(' && opener !== 'of') return null;
  let last = run.last + 1;
  while (last < s.last && last - run.last < REACH) {
    const t = parsed.tokens[last];
    if (!t || /^[,.;:()“”"]$/.test(t.form) || /^(?:VBD|VBZ|VBP|MD)$/.test(t.tag) || /^(?:who|whose|which|and)$/i.test(t.form)) break;
    last += 1;
  }
  if (opener === 'of') {
    const m = mentions.find((x) => x.first === run.last + 1);
    return m ? { words: '', state: m.state, voice: 'unknown', organisation: '' } : null;
  }
  // "Vassily Nebenzia (Russian Federation)", as records of meetings name whoever speaks.
  if (opener === '(') {
    const m = mentions.find((x) => x.first === run.last + 1 && x.form !== 'parliament');
    if (m && parsed.tokens[m.last]?.form === ')') return { words: '', state: m.state, voice: m.form === 'demonym' ? 'unknown' : 'government', organisation: '' };
  }
  // ", speaking for the U.S. mission", ", on behalf of Italy".
  const words = parsed.text.slice(parsed.tokens[run.last + 1]?.start ?? 0, parsed.tokens[last - 1]?.end ?? 0);
  const side = mentions.find((m) => m.first > run.last && m.last <= last);
  if (side && /^(?:speaking|acting|negotiating) for |^(?:speaking )?on behalf of |^representing /i.test(words)) return { words, state: side.state, voice: 'government', organisation: '' };
  return roleIn(parsed, mentions, run.last + 1, last, 'first');
}
