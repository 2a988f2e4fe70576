import { lemmaByRule, lemmaClassOf } from '../../src/read/syntax/lemmatise.js';
import type { Annotated } from './corpora.js';

/** Forms whose lemma the suffix rules miss, by `form/class`: those seen at least twice, with the lemma seen most. */
export function learnLemmas(data: readonly Annotated[]): Record<string, string> {
  const seen = new Map<string, Map<string, number>>();
  for (const s of data) s.forms.forEach((form, i) => {
    const tag = s.tags[i]!;
    const lemma = s.lemmas[i]!.toLowerCase();
    if (tag.startsWith('NNP') || !/^[\p{L}'’.-]+$/u.test(form) || !/^[\p{L}'.-]+$/u.test(lemma)) return;
    const key = `${form.toLowerCase().replace(/[‘’]/g, "'")}/${tag}`;
    const counts = seen.get(key) ?? new Map<string, number>();
    counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
    seen.set(key, counts);
  });
  const best = new Map<string, { lemma: string; count: number; wrong: boolean }>();
  for (const [key, counts] of seen) {
    const [form, tag] = key.split('/') as [string, string];
    const [lemma, count] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
    const at = `${form}/${lemmaClassOf(tag)}`;
    const known = best.get(at);
    if (count < 2 || (known && known.count >= count)) continue;
    best.set(at, { lemma, count, wrong: false });
  }
  // One entry serves every tag of its class, so it is kept when any of them would go wrong by rule.
  for (const key of seen.keys()) {
    const [form, tag] = key.split('/') as [string, string];
    const entry = best.get(`${form}/${lemmaClassOf(tag)}`);
    if (entry && lemmaByRule(form, tag) !== entry.lemma) entry.wrong = true;
  }
  return Object.fromEntries([...best].filter(([, e]) => e.wrong).sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([k, e]) => [k, e.lemma]));
}
