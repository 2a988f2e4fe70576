import exceptions from '../../../models/syntax-lemmas.json' with { type: 'json' };

const IRREGULAR = new Map<string, string>(Object.entries(exceptions.lemmas));

/** Coarse class by which lemma exceptions are kept: verb, noun, adjective or other. */
export const lemmaClassOf = (tag: string): 'V' | 'N' | 'J' | 'O' =>
  tag.startsWith('VB') || tag === 'MD' ? 'V' : tag.startsWith('NN') ? 'N' : tag.startsWith('JJ') || tag.startsWith('RB') ? 'J' : 'O';

const doubled = (s: string): string => (/([bdgmnprt])\1$/.test(s) ? s.slice(0, -1) : s);
const needsE = (s: string): boolean =>
  /(?:[^aeiou][aeiouy](?:[csvz]|ng)|[aeiou]rg|[^aeiou]l|[aeiou][sz]|u|at|it|iv|uc|ov|ir|ur|as|id|ar)$/.test(s) && !/(?:eat|oat|out|oit|wait|visit|limit|edit|exit|permit|commit|submit|admit|profit|credit|inherit|prohibit|exhibit|awar|appear|hear|clear|fear|wear|bear|near|avoid|aid|bid|said|pass|discuss|focus|express|address|witness|stir|occur|recur)$/.test(s);

/** Base form by suffix rules alone, for words that no exception names. */
export function lemmaByRule(lower: string, tag: string): string {
  if (tag.startsWith('NN') && !tag.startsWith('NNP')) {
    if (tag !== 'NNS' || lower.length < 4) return lower;
    if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`;
    if (/(?:ss|sh|ch|x|zz)es$/.test(lower)) return lower.slice(0, -2);
    return lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower;
  }
  if (tag === 'VBZ') {
    if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`;
    if (/(?:ss|sh|ch|x|zz|o)es$/.test(lower)) return lower.slice(0, -2);
    return lower.endsWith('s') ? lower.slice(0, -1) : lower;
  }
  if (tag === 'VBD' || tag === 'VBN') {
    if (lower.endsWith('ied') && lower.length > 4) return `${lower.slice(0, -3)}y`;
    if (!lower.endsWith('ed') || lower.length < 4) return lower;
    const stem = lower.slice(0, -2);
    const single = doubled(stem);
    return single !== stem ? single : needsE(stem) ? `${stem}e` : stem;
  }
  if (tag === 'VBG') {
    if (!lower.endsWith('ing') || lower.length < 5) return lower;
    const stem = lower.slice(0, -3);
    const single = doubled(stem);
    return single !== stem ? single : needsE(stem) ? `${stem}e` : stem;
  }
  return lower;
}

/** Base form of a word with a Penn tag: an exception learnt from data, else suffix rules; names keep their case. */
export function lemmaOf(form: string, tag: string): string {
  if (tag === 'NNP') return form;
  const lower = form.toLowerCase().replace(/[‘’]/g, "'");
  const known = IRREGULAR.get(`${lower}/${lemmaClassOf(tag)}`);
  if (known !== undefined) return known;
  if (tag === 'NNPS') return form;
  return lemmaByRule(lower, tag);
}

const memo = new Map<string, Map<string, string>>();
/** Forms kept for each tag. */
const MEMO_LIMIT = 20_000;

/** `lemmaOf`, remembered. */
export function lemmatise(form: string, tag: string): string {
  let forms = memo.get(tag);
  if (forms === undefined) memo.set(tag, (forms = new Map()));
  const known = forms.get(form);
  if (known !== undefined) return known;
  if (forms.size >= MEMO_LIMIT) forms.clear();
  const made = lemmaOf(form, tag);
  forms.set(form, made);
  return made;
}
