import type { Sha256, StateCode } from './ids.js';
import type { Span } from './span.js';

/** Why one member is taken to influence another: words of a text, a land border, bodies both sit in, roll calls, or a person's say. */
export const INFLUENCE_BASES = ['text', 'neighbour', 'shared-body', 'voting-agreement', 'hand'] as const;
export type InfluenceBasis = (typeof INFLUENCE_BASES)[number];

/** `from` carries `to` along: `to` listens to `from` with this weight. */
export interface InfluenceEdge {
  readonly from: StateCode;
  readonly to: StateCode;
  /** 0–1: share of what it would take to move `to` that `from` brings. */
  readonly weight: number;
  readonly basis: InfluenceBasis;
  /** The words it rests on, where basis is `text`. */
  readonly evidence?: { readonly documentId: Sha256; readonly span: Span; readonly quote: string };
  /** What it rests on otherwise, in a few words: "both in the G7". */
  readonly note?: string;
}
