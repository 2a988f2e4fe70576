import { readShared } from '../lib/data.js';
import { hashWords, type WordHashes } from '../../src/read/syntax/words.js';

/** One annotated sentence; heads are indices in the sentence, -1 for the root. */
export interface Annotated {
  readonly document: string;
  readonly forms: readonly string[];
  readonly tags: string[];
  readonly lemmas: readonly string[];
  readonly heads: Int32Array;
  readonly relations: readonly string[];
  readonly entities: readonly string[];
  /** UTF-16 offsets into the article; -1 in treebanks. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly words: WordHashes;
}

/** UD's tags that CoreNLP's tag set lacks, and what it writes instead. */
const PENN: Readonly<Record<string, string>> = { ADD: 'NN', NFP: ':', AFX: 'JJ', GW: 'NN', XX: 'FW', HYPH: ':', '-LSB-': '-LRB-', '-RSB-': '-RRB-' };

/** Reads a CoNLL-U file of `training/`. With `articles`, forms are the exact slices of the article (silver files normalise quotes). */
export function readConllu(file: string, articles?: ReadonlyMap<string, string>): Annotated[] {
  const out: Annotated[] = [];
  let document = '';
  let rows: string[][] = [];
  const close = (): void => {
    if (rows.length > 0) {
      const text = articles?.get(document);
      const offsets = rows.map((c) => /start=(\d+)\|end=(\d+)/.exec(c[9]!));
      const starts = offsets.map((m) => (m ? Number(m[1]) : -1));
      const ends = offsets.map((m) => (m ? Number(m[2]) : -1));
      const forms = rows.map((c, i) => (text === undefined ? c[1]! : text.slice(starts[i]!, ends[i]!) || c[1]!));
      out.push({
        document, forms, starts, ends,
        // CoreNLP follows the Penn Treebank in tagging every "to" TO; UD keeps TO for infinitives.
        tags: rows.map((c) => (c[1]!.toLowerCase() === 'to' && c[4] === 'IN' ? 'TO' : (PENN[c[4]!] ?? c[4]!))),
        lemmas: rows.map((c) => c[2]!),
        heads: Int32Array.from(rows, (c) => Number(c[6]!) - 1),
        relations: rows.map((c) => c[7]!),
        entities: rows.map((c) => /NER=(\w+)/.exec(c[5]!)?.[1] ?? 'O'),
        words: hashWords(forms),
      });
    }
    rows = [];
  };
  for (const line of readShared(`training/${file}`).split('\n')) {
    if (line.startsWith('# newdoc id = ')) document = line.slice(14);
    else if (line === '') close();
    else if (/^\d+\t/.test(line)) rows.push(line.split('\t'));
  }
  close();
  return out;
}

/** The sentence in capitals, so that models have seen all-capitals headlines. */
export function shouted(s: Annotated): Annotated {
  const forms = s.forms.map((f) => f.toUpperCase());
  return { ...s, forms, words: hashWords(forms) };
}
