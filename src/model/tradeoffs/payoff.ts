import type { StateCode } from '../../domain/ids.js';

/** A concern that a member gave for or against an option. */
export interface WeighedReason {
  readonly member: StateCode;
  /** Kind of concern, e.g. `escalation`. */
  readonly kind: string;
  /** 1 for the option, −1 against it. */
  readonly side: 1 | -1;
  /** How much evidence there is of it, above 0. */
  readonly evidence: number;
}

/** How much a kind of concern counts, and the range over which that is doubtful. */
export interface ReasonWeight {
  readonly weight: number;
  readonly low: number;
  readonly high: number;
}

/** What an option is worth to a member: between −w and w, with w the largest weight. */
export interface MemberPayoff {
  readonly member: StateCode;
  readonly payoff: number;
  /** What each of its concerns adds, the largest first. */
  readonly parts: readonly { readonly kind: string; readonly adds: number }[];
}

/** What an option is worth to those who gave reasons. */
export interface OptionPayoff {
  /** Mean over the members that gave reasons; null when nobody did. */
  readonly payoff: number | null;
  readonly members: readonly MemberPayoff[];
}

/**
 * The weighed sum of a member's concerns, Σ side · weight · evidence / Σ evidence, and the mean over members, so that nobody counts more for
 * saying more. An additive value (Keeney and Raiffa 1976): concerns are taken as independent of one another.
 */
export function optionPayoff(reasons: readonly WeighedReason[], weightOf: (kind: string) => number): OptionPayoff {
  const byMember = new Map<StateCode, WeighedReason[]>();
  for (const r of reasons) byMember.set(r.member, [...(byMember.get(r.member) ?? []), r]);
  const members = [...byMember].map(([member, own]): MemberPayoff => {
    const total = own.reduce((s, r) => s + r.evidence, 0);
    const adds = new Map<string, number>();
    for (const r of own) adds.set(r.kind, (adds.get(r.kind) ?? 0) + (r.side * weightOf(r.kind) * r.evidence) / total);
    const parts = [...adds].map(([kind, value]) => ({ kind, adds: value })).sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds) || (a.kind < b.kind ? -1 : 1));
    return { member, payoff: parts.reduce((s, p) => s + p.adds, 0), parts };
  });
  return { payoff: members.length === 0 ? null : members.reduce((s, m) => s + m.payoff, 0) / members.length, members };
}

/** What becomes of the options' payoffs when one weight goes to the ends of its range, the others staying. */
export interface TornadoBar {
  readonly kind: string;
  readonly weight: number;
  readonly low: number;
  readonly high: number;
  /** Payoff of each option at the low and the high end; null for an option without reasons. */
  readonly atLow: Readonly<Record<string, number | null>>;
  readonly atHigh: Readonly<Record<string, number | null>>;
  /** Largest change of any option's payoff between the ends. */
  readonly swing: number;
  /** Whether another option has the highest payoff at one of the ends. */
  readonly turnsBest: boolean;
}

/** One bar for each kind of concern that somebody gave, the widest first. */
export function tornado(options: ReadonlyMap<string, readonly WeighedReason[]>, weights: ReadonlyMap<string, ReasonWeight>): TornadoBar[] {
  const base = (kind: string): number => weights.get(kind)?.weight ?? 1;
  const payoffs = (weightOf: (kind: string) => number): Record<string, number | null> => Object.fromEntries([...options].map(([id, reasons]) => [id, optionPayoff(reasons, weightOf).payoff]));
  const best = bestOption(payoffs(base));
  const kinds = [...new Set([...options.values()].flat().map((r) => r.kind))].sort();
  return kinds
    .map((kind): TornadoBar => {
      const { weight, low, high } = weights.get(kind) ?? { weight: 1, low: 1, high: 1 };
      const [atLow, atHigh] = [low, high].map((value) => payoffs((k) => (k === kind ? value : base(k))));
      const swing = Math.max(0, ...Object.keys(atLow ?? {}).map((id) => Math.abs((atHigh?.[id] ?? 0) - (atLow?.[id] ?? 0))));
      return { kind, weight, low, high, atLow: atLow ?? {}, atHigh: atHigh ?? {}, swing, turnsBest: [atLow, atHigh].some((p) => p !== undefined && bestOption(p) !== best) };
    })
    .sort((a, b) => b.swing - a.swing || (a.kind < b.kind ? -1 : 1));
}

/** The option with the highest payoff, the first among equals; null when none has reasons. */
export function bestOption(payoffs: Readonly<Record<string, number | null>>): string | null {
  let best: string | null = null;
  for (const [id, payoff] of Object.entries(payoffs)) if (payoff !== null && (best === null || payoff > (payoffs[best] ?? -Infinity) + 1e-12)) best = id;
  return best;
}
