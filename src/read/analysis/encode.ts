import type { SourceText } from '../../domain/document.js';
import { segment, type Segments } from '../syntax/parse-text.js';
import type { AnalysedWords, Analysis } from './analyse.js';
import { BitDecoder, BitEncoder, type BitCoder } from './bit-coder.js';
import { codeAttributions } from './code-attributions.js';
import { WordsCode } from './code-words.js';
import { Seal, SEAL_BYTES } from './seal.js';

/** Changes whenever the same analysis would be written otherwise. */
const FORMAT = 'analysis-bits@2';

/**
 * Packs an analysis: a seal of eight bytes, then tags, heads, labels, entities, mentions and attributions as bits, about a quarter of the text's
 * length. Words, offsets and sentences are left out, since the text gives them again. Pure; the same bytes on every machine.
 * @param maker whose analysis it is: name and version of the reader
 */
export function encode(analysis: Analysis, maker: string): Uint8Array {
  const { source, title } = analysis;
  const segments = { text: segmentsIn(analysis), title: title && segmentsIn(title) };
  const coder = new BitEncoder();
  code(coder, source, segments, analysis);
  const packed = coder.finish();
  const out = new Uint8Array(SEAL_BYTES + packed.length);
  out.set(sealOf(maker, source, segments, packed));
  out.set(packed, SEAL_BYTES);
  return out;
}

/**
 * The analysis of a text that `encode` packed for the same maker and the same text and title; null for any other bytes, be they of
 * another reader, format or text, or damaged.
 */
export function decode(bytes: Uint8Array, source: SourceText, maker: string): Analysis | null {
  if (bytes.length < SEAL_BYTES) return null;
  const segments = segmentsOf(source);
  const packed = bytes.subarray(SEAL_BYTES);
  return sealOf(maker, source, segments, packed).every((byte, k) => byte === bytes[k]) ? code(new BitDecoder(packed), source, segments, null) : null;
}

/** The segments of a text, and of its title. */
interface SourceSegments {
  readonly text: Segments;
  readonly title: Segments | null;
}

/** As cutting gave them when the words were analysed. */
const segmentsIn = ({ parsed: { tokens, sentences } }: AnalysedWords): Segments => ({ spans: tokens, runs: sentences });

const segmentsOf = ({ text, title }: SourceText): SourceSegments => ({ text: segment(text), title: title ? segment(title) : null });

/** Over all that an analysis can be wrong for: its maker, the format, the words, how they are cut, and the bits themselves. */
function sealOf(maker: string, { text, title }: SourceText, segments: SourceSegments, packed: Uint8Array): Uint8Array {
  const seal = new Seal();
  for (const words of [maker, FORMAT, text, title ?? '']) seal.addText(words);
  for (const { spans, runs } of [segments.text, ...(segments.title === null ? [] : [segments.title])]) {
    for (const { end } of spans) seal.add(end);
    for (const { last, paragraph } of runs) {
      seal.add(last);
      seal.add(paragraph);
    }
  }
  for (const byte of packed) seal.add(byte);
  return seal.bytes();
}

function code(coder: BitCoder, source: SourceText, segments: SourceSegments, given: Analysis | null): Analysis {
  const words = new WordsCode();
  const text = words.code(coder, source.text, segments.text, given);
  const title = segments.title === null ? null : words.code(coder, source.title ?? '', segments.title, given?.title ?? null);
  return { source, ...text, title, attributions: codeAttributions(coder, text.parsed, given?.attributions ?? null) };
}
