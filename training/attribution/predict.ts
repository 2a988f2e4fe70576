/** Attributions of PolNeAR-format documents as JSON Lines: npx tsx training/attribution/predict.ts polnear-dev.jsonl > predicted.jsonl */
import { readAttributions } from '../../src/read/attribution/read-attributions.js';
import { parseText } from '../../src/read/syntax/parse-text.js';
import { readGold } from '../lib/data.js';

const pairs = (spans: readonly { start: number; end: number }[]): [number, number][] => spans.map((s) => [s.start, s.end]);
for (const d of readGold(process.argv[2] ?? 'polnear-dev.jsonl')) {
  const attributions = readAttributions(parseText(d.text)).map((a) => ({ source: pairs(a.source), cue: pairs(a.cue), content: pairs(a.content) }));
  console.log(JSON.stringify({ id: d.id, attributions }));
}
