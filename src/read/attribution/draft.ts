import type { Candidate } from './candidates.js';

/** What makes an attribution, with its version: the models; the likeliest cue beside a quotation that nobody says yet; a name that signs one. */
export const ATTRIBUTION_RULES = ['attribution/chain@2', 'attribution/quotation@1', 'attribution/signed@1'] as const;
export type AttributionRule = (typeof ATTRIBUTION_RULES)[number];

/** An attribution by token, while its parts are still being gathered. */
export interface Draft {
  readonly cueHead: number;
  /** Log-odds that it is an attribution. */
  readonly margin: number;
  readonly rule: AttributionRule;
  readonly source: number[];
  readonly cue: number[];
  readonly content: number[];
}

const SOURCE = 1;
const CUE = 2;
const CONTENT = 3;

/** A candidate's analysis (a part number for each token of its window) as a draft. */
export function draftOf(c: Candidate, labels: Uint8Array, margin: number, rule: AttributionRule): Draft {
  const draft: Draft = { cueHead: c.cue, margin, rule, source: [], cue: [], content: [] };
  labels.forEach((part, k) => {
    if (part === SOURCE) draft.source.push(c.window.first + k);
    else if (part === CUE) draft.cue.push(c.window.first + k);
    else if (part === CONTENT) draft.content.push(c.window.first + k);
  });
  return draft;
}
