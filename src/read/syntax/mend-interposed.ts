import type { ParsedText, Token } from '../../domain/parsed-text.js';

const SAYING = /^(?:say|tell|add|note|argue|explain|warn|insist|stress|claim|suggest|report|believe|think|write)$/;
/** Tokens within which an interposed clause ends with a comma. */
const CLOSES_WITHIN = 4;

/**
 * "The ban, officials said, was supported by …": the parser may give the subject of the sentence to the verb between the commas. It is given back to the verb
 * that follows. The same text where nothing is to be mended. O(tokens).
 */
export function mendInterposed(parsed: ParsedText): ParsedText {
  const { tokens } = parsed;
  const subjects = new Map<number, number[]>();
  tokens.forEach((t, i) => {
    if (/^nsubj/.test(t.relation) && t.head >= 0) subjects.set(t.head, [...(subjects.get(t.head) ?? []), i]);
  });
  const mended = new Map<number, Token>();
  for (const [verb, own] of subjects) {
    const t = tokens[verb];
    const [first, second] = own;
    if (t === undefined || first === undefined || second === undefined || second > verb || !SAYING.test(t.lemma) || t.head <= verb || subjects.has(t.head)) continue;
    const isInterposed = tokens.slice(first, second).some((x) => x.form === ',') && tokens.slice(verb + 1, verb + CLOSES_WITHIN).some((x) => x.form === ',');
    const subject = tokens[first];
    if (!isInterposed || subject === undefined) continue;
    const isPassive = tokens.some((x) => x.head === t.head && x.relation === 'auxpass');
    mended.set(first, { ...subject, head: t.head, relation: isPassive ? 'nsubjpass' : 'nsubj' });
  }
  return mended.size === 0 ? parsed : { ...parsed, tokens: tokens.map((t, i) => mended.get(i) ?? t) };
}
