import fs from 'node:fs';
import zlib from 'node:zlib';
import path from 'node:path';

/** Root of the data that stays out of the project; `HOLDOUT_SHARED` or `../shared` beside the checkout. */
export const sharedRoot = process.env['HOLDOUT_SHARED'] ?? path.resolve(import.meta.dirname, '../../../shared');

export interface SilverSentence {
  readonly id: string;
  readonly forms: string[];
  readonly tags: string[];
  readonly lemmas: string[];
  /** Index in the sentence, -1 for the root. */
  readonly heads: number[];
  readonly relations: string[];
  readonly entities: string[];
  readonly starts: number[];
  readonly ends: number[];
}

const read = (file: string): string => {
  const bytes = fs.readFileSync(file);
  return (file.endsWith('.gz') ? zlib.gunzipSync(bytes) : bytes).toString('utf8');
};

/** Reads a CoNLL-U file; multiword and empty tokens are skipped. */
export function readConllu(name: string): SilverSentence[] {
  const out: SilverSentence[] = [];
  let id = '';
  let s: SilverSentence | null = null;
  for (const line of read(path.join(sharedRoot, 'training', name)).split('\n')) {
    if (line.startsWith('# newdoc id = ')) id = line.slice(14);
    if (line === '') { if (s && s.forms.length > 0) out.push(s); s = null; continue; }
    if (!/^\d+\t/.test(line)) continue;
    const c = line.split('\t');
    s ??= { id, forms: [], tags: [], lemmas: [], heads: [], relations: [], entities: [], starts: [], ends: [] };
    s.forms.push(c[1]!); s.lemmas.push(c[2]!); s.tags.push(c[4]!);
    s.heads.push(Number(c[6]!) - 1); s.relations.push(c[7]!);
    s.entities.push(/NER=(\w+)/.exec(c[5]!)?.[1] ?? 'O');
    const m = /start=(\d+)\|end=(\d+)/.exec(c[9]!);
    s.starts.push(m ? Number(m[1]) : -1); s.ends.push(m ? Number(m[2]) : -1);
  }
  return out;
}

export interface GoldAttribution { source: [number, number][]; cue: [number, number][]; content: [number, number][] }
export interface GoldDocument { id: string; text: string; attributions: GoldAttribution[] }
export function readGold(name: string): GoldDocument[] {
  return read(path.join(sharedRoot, 'eval/attribution', name)).split('\n').filter((l) => l.trim()).map((l) => JSON.parse(l) as GoldDocument);
}
