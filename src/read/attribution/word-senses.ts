import stored from '../../../models/word-senses.json' with { type: 'json' };
import { keyOf } from '../syntax/feature-hash.js';
import { bytesOf } from '../syntax/packed-model.js';

/** Bits of a sense value: kinds of meaning among a word's three commonest, then what it governs. */
let senses: Map<number, number> | undefined;

function decode(): Map<number, number> {
  const bytes = bytesOf(stored.data);
  const view = new DataView(bytes.buffer);
  const n = stored.entries;
  const out = new Map<number, number>();
  for (let i = 0; i < n; i++) out.set(view.getInt32(i * 4, true), ((bytes[n * 4 + i] as number) << 8) | (bytes[n * 5 + i] as number));
  return out;
}

/** WordNet's lexicographer file of a word's commonest sense (high byte) and bits of its three commonest (low byte); 0 when it says nothing. */
export function senseOf(lemmaHash: number, tag: string): number {
  senses ??= decode();
  if (tag.startsWith('VB')) return senses.get(keyOf(1, lemmaHash)) ?? 0;
  if (tag === 'NN' || tag === 'NNS') return senses.get(keyOf(2, lemmaHash)) ?? 0;
  return 0;
}
