import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

/** The data that stays out of the project: `HOLDOUT_SHARED`, else `../shared` beside the checkout. */
const sharedRoot = process.env['HOLDOUT_SHARED'] ?? path.resolve(import.meta.dirname, '../../../shared');

/** Text of a file of the shared data, unpacked where its name ends in `.gz`. */
export const readShared = (file: string): string => {
  const bytes = fs.readFileSync(path.join(sharedRoot, file));
  return (file.endsWith('.gz') ? zlib.gunzipSync(bytes) : bytes).toString('utf8');
};

export interface Article {
  readonly id: string;
  readonly text: string;
}

/** Articles of an attribution corpus, as JSON Lines. */
export const readArticles = <T extends Article = Article>(file: string): T[] =>
  readShared(`eval/attribution/${file}`).split('\n').filter((l) => l.trim() !== '').map((l) => JSON.parse(l) as T);

export interface GoldAttribution { source: [number, number][]; cue: [number, number][]; content: [number, number][] }
/** An article with its attributions marked by hand. */
export interface GoldDocument extends Article { readonly attributions: GoldAttribution[] }
export const readGold = (file: string): GoldDocument[] => readArticles<GoldDocument>(file);
