import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

/** One text's pairs and the labels of its members; nothing of its words but what features name. */
export interface LabelledPairs {
  readonly id: string;
  readonly source: string;
  readonly gold: Readonly<Record<string, string>>;
  /** Members on whom careful readers differ: nothing is learnt from them. */
  readonly ambiguous: readonly string[];
  readonly pairs: readonly PairRow[];
}

export interface PairRow {
  readonly members: readonly string[];
  readonly sign: -1 | 1;
  readonly features: readonly string[];
}

interface Stored {
  readonly note: string;
  readonly features: readonly string[];
  readonly texts: readonly (Omit<LabelledPairs, 'pairs'> & { readonly pairs: readonly (readonly [string, -1 | 1, readonly number[]])[] })[];
}

const file = path.resolve(import.meta.dirname, 'pairs.json.gz');

/** The pairs that the model is trained on, as `extract.ts` wrote them. */
export function readPairs(): LabelledPairs[] {
  const { features, texts } = JSON.parse(zlib.gunzipSync(fs.readFileSync(file)).toString('utf8')) as Stored;
  return texts.map((t) => ({ ...t, pairs: t.pairs.map(([members, sign, rows]) => ({ members: members.split(' '), sign, features: rows.map((r) => features[r] ?? '') })) }));
}

/** Writes pairs, features by number. The same pairs give the same file. */
export function writePairs(texts: readonly LabelledPairs[]): void {
  const number = new Map<string, number>();
  const numberOf = (f: string): number => number.get(f) ?? (number.set(f, number.size), number.size - 1);
  const rows = texts.map((t) => ({ ...t, pairs: t.pairs.map((p) => [p.members.join(' '), p.sign, p.features.map(numberOf)] as const) }));
  const stored: Stored = { note: 'Made by training/stance/extract.ts; see training/stance/README.md.', features: [...number.keys()], texts: rows };
  fs.writeFileSync(file, zlib.gzipSync(JSON.stringify(stored), { level: 9 }));
}
