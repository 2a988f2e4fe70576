import type { StateCode } from './ids.js';
import type { Stance } from './stance.js';

/** The answer of `GET /api/members/{member}`: one member across the questions of a register, and who has spoken for it. */
export interface MemberRecord {
  readonly member: StateCode;
  readonly name: string;
  /** Its stance on each option on which something was said. */
  readonly positions: readonly {
    readonly question: string;
    readonly title: string;
    readonly option: string;
    readonly proposal: string;
    readonly stance: Stance;
    /** 0–1. */
    readonly confidence: number;
    readonly origins: number;
  }[];
  /** Terms of office known to the project, by their beginning: `YYYY` or `YYYY-MM`, `to` null while it lasts. */
  readonly offices: readonly { readonly name: string; readonly office: string; readonly from: string; readonly to: string | null }[];
}
