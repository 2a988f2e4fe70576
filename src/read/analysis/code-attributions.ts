import type { ParsedText } from '../../domain/parsed-text.js';
import { ATTRIBUTION_RULES } from '../attribution/draft.js';
import { acceptScale } from '../attribution/models.js';
import { attributionFrom, type ReadAttribution } from '../attribution/read-attributions.js';
import type { BitCoder } from './bit-coder.js';
import { CountCode } from './numbers.js';

const PARTS = ['source', 'cue', 'content'] as const;
/** Contexts of counts: attributions, tokens between two cues, the margin, the rule, then three for each part. */
const [COUNT, CUE, MARGIN, RULE, PART] = [0, 1, 2, 3, 4];
const [RUNS, GAP, LENGTH] = [0, 1, 2];

/** Writes a text's attributions or reads them, as the coder does: each part as runs of tokens. */
export function codeAttributions(coder: BitCoder, parsed: ParsedText, given: readonly ReadAttribution[] | null): ReadAttribution[] {
  const counts = new CountCode(PART + 3 * PARTS.length);
  const count = counts.code(coder, given?.length ?? 0, COUNT);
  const out: ReadAttribution[] = [];
  let before = 0;
  for (let k = 0; k < count; k++) {
    const known = given?.[k];
    const cueHead = before + counts.codeSigned(coder, (known?.cueHead ?? 0) - before, CUE);
    before = cueHead;
    const margin = acceptScale * counts.codeSigned(coder, Math.round((known?.margin ?? 0) / acceptScale), MARGIN);
    const rule = ATTRIBUTION_RULES[counts.code(coder, known ? ATTRIBUTION_RULES.indexOf(known.rule) : 0, RULE)] ?? ATTRIBUTION_RULES[0];
    const [source = [], cue = [], content = []] = PARTS.map((part, p) => codeTokens(coder, counts, PART + 3 * p, cueHead, known?.tokens[part] ?? null));
    const attribution = known ?? attributionFrom(parsed, { cueHead, margin, rule, source, cue, content });
    if (attribution) out.push(attribution);
  }
  return out;
}

/** Ascending tokens as runs: where each begins after the one before (the first from the cue), and how long it is. */
function codeTokens(coder: BitCoder, counts: CountCode, context: number, cueHead: number, given: readonly number[] | null): number[] {
  const known = given === null ? [] : runsOf(given);
  const count = counts.code(coder, known.length, context + RUNS);
  const out: number[] = [];
  let end = cueHead;
  for (let k = 0; k < count; k++) {
    const [first = 0, last = 0] = known[k] ?? [];
    const start = end + counts.codeSigned(coder, first - end, context + GAP);
    end = start + counts.code(coder, last - first, context + LENGTH);
    for (let i = start; i < end; i++) out.push(i);
  }
  return out;
}

/** Runs of neighbours in ascending numbers: first inclusive, last exclusive. */
function runsOf(tokens: readonly number[]): [number, number][] {
  const out: [number, number][] = [];
  for (const i of tokens) {
    const run = out[out.length - 1];
    if (run?.[1] === i) run[1] = i + 1;
    else out.push([i, i + 1]);
  }
  return out;
}
