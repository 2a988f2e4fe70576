import type { SourceText } from '../domain/document.js';
import { analyse, type Analysis } from './analysis/analyse.js';
import { decode, encode } from './analysis/encode.js';
import { READER } from './read-document.js';

/**
 * Packs an analysis for keeping, in about a quarter of the text's length; the text is not in it, and must be there to unpack it. Pure; the same
 * bytes on every machine. Throws a RangeError for tags and labels that this reader's models do not give.
 */
export const encodeAnalysis = (analysis: Analysis): Uint8Array => encode(analysis, READER);

/** The analysis of a text that this reader packed for the same text and title; null for bytes of another reader or text, or damaged ones. Pure; O(length). */
export const decodeAnalysis = (bytes: Uint8Array, source: SourceText): Analysis | null => decode(bytes, source, READER);

/**
 * The analysis of a text from what was kept of it, else made afresh: then `made` is what to keep.
 * @param kept null where nothing is kept yet, or undefined where nobody keeps any
 */
export function analysisFrom(kept: Uint8Array | null | undefined, source: SourceText): { readonly analysis: Analysis; readonly made?: Uint8Array } {
  const known = kept ? decodeAnalysis(kept, source) : null;
  if (known !== null) return { analysis: known };
  const analysis = analyse(source);
  return kept === undefined ? { analysis } : { analysis, made: encodeAnalysis(analysis) };
}
