import voices from '../../../knowledge/lexicons/voices.json' with { type: 'json' };

const WORDS: ReadonlySet<string> = new Set(voices.organisations);

/** Names of bodies that texts write small. */
const COMMON = /^(?:alliance|bloc|commission|council|community)$/;

/** Whether a word (lower case) names an organisation that is no state's, or part of its name. */
export const isOrganisationWord = (word: string): boolean => WORDS.has(word);

/** The organisation that some words name, as they write it: "NATO", "European Commission"; empty when they name none. */
export function organisationIn(forms: readonly string[]): string {
  const at = forms.findIndex((f) => WORDS.has(f.toLowerCase()) && (/^\p{Lu}/u.test(f) || COMMON.test(f)));
  if (at < 0) return '';
  let last = at + 1;
  while (last < forms.length && WORDS.has(forms[last]?.toLowerCase() ?? '') && /^\p{Lu}/u.test(forms[last] ?? '')) last += 1;
  return forms.slice(at, last).join(' ').replace(/ ?['’]s$/, '');
}
