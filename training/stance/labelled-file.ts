import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

/** What the reader sees in one text, and the labels of its members; nothing of its words but what features name. */
export interface LabelledText {
  readonly id: string;
  readonly source: string;
  /** Members to their stance. */
  readonly gold: Readonly<Record<string, string>>;
  /** Members on whom careful readers differ: nothing is learnt from them. */
  readonly ambiguous: readonly string[];
  readonly pairs: readonly Row[];
  readonly findings: readonly Row[];
}

/** Words that may state a stance of some members. */
export interface Row {
  readonly members: readonly string[];
  readonly stance: string;
  readonly features: readonly string[];
}

type StoredRow = readonly [members: string, stance: string, features: readonly number[]];
interface Stored {
  readonly note: string;
  readonly features: readonly string[];
  readonly texts: readonly (Omit<LabelledText, 'pairs' | 'findings'> & { readonly pairs: readonly StoredRow[]; readonly findings: readonly StoredRow[] })[];
}

const file = path.resolve(import.meta.dirname, 'labelled.json.gz');

/** What the models are trained on, as `extract.ts` wrote it. */
export function readLabelled(): LabelledText[] {
  const { features, texts } = JSON.parse(zlib.gunzipSync(fs.readFileSync(file)).toString('utf8')) as Stored;
  const row = ([members, stance, numbers]: StoredRow): Row => ({ members: members.split(' '), stance, features: numbers.map((n) => features[n]!) });
  return texts.map((t) => ({ ...t, pairs: t.pairs.map(row), findings: t.findings.map(row) }));
}

/** Writes it, features by number. The same texts give the same file. */
export function writeLabelled(texts: readonly LabelledText[]): void {
  const number = new Map<string, number>();
  const numberOf = (f: string): number => number.get(f) ?? (number.set(f, number.size), number.size - 1);
  const row = ({ members, stance, features }: Row): StoredRow => [members.join(' '), stance, features.map(numberOf)];
  const rows = texts.map((t) => ({ ...t, pairs: t.pairs.map(row), findings: t.findings.map(row) }));
  const stored: Stored = { note: 'Made by training/stance/extract.ts; see training/stance/README.md.', features: [...number.keys()], texts: rows };
  fs.writeFileSync(file, zlib.gzipSync(JSON.stringify(stored), { level: 9 }));
}
