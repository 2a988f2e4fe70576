/** Learns which words open an attribution from PolNeAR's training part: npx tsx training/attribution/learn-cues.ts */
import fs from 'node:fs';
import path from 'node:path';
import { parseText } from '../../src/read/syntax/parse-text.js';
import { readGold } from '../lib/data.js';

const MIN_COUNT = 6;
const MIN_SHARE = 0.3;
const counts = new Map<string, { all: number; cue: number }>();
for (const d of readGold('polnear-train.jsonl.gz')) {
  const parsed = parseText(d.text);
  const cues = d.attributions.flatMap((a) => a.cue);
  for (const t of parsed.tokens) {
    const cls = t.tag.startsWith('VB') ? 'V' : t.tag.startsWith('NN') && !t.tag.startsWith('NNP') ? 'N' : null;
    if (!cls || !/^[a-z-]+$/.test(t.lemma)) continue;
    const key = `${cls}/${t.lemma}`;
    const c = counts.get(key) ?? { all: 0, cue: 0 };
    c.all += 1;
    if (cues.some(([s, e]) => s <= t.start && t.end <= e)) c.cue += 1;
    counts.set(key, c);
  }
}
const pick = (cls: string): Record<string, number> =>
  Object.fromEntries(
    [...counts]
      .filter(([k, c]) => k.startsWith(cls) && c.cue >= MIN_COUNT && c.cue / c.all >= MIN_SHARE)
      .sort((a, b) => b[1].cue - a[1].cue || (a[0] < b[0] ? -1 : 1))
      .map(([k, c]) => [k.slice(2), Number((c.cue / c.all).toFixed(2))]),
  );
const out = {
  source: 'share of occurrences that open an attribution in PolNeAR train (Newell and others, LREC 2018), counted by training/attribution/learn-cues.ts',
  date: '2026-11-24',
  licence: 'counts, CC0-1.0',
  verbs: pick('V'),
  nouns: pick('N'),
};
const file = path.resolve(import.meta.dirname, '../../knowledge/lexicons/cues.json');
fs.writeFileSync(file, `${JSON.stringify(out, null, 1)}\n`);
console.error(Object.keys(out.verbs).length, 'verbs', Object.keys(out.nouns).length, 'nouns');
