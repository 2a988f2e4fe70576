import type { IsoDate, StateCode } from '../domain/ids.js';

/**
 * What a member does when the decision is taken. `declared` is an abstention with a formal declaration (Art. 31(1) TEU); `absent`
 * is neither present nor represented; `excluded` may not vote and counts in no base.
 */
export const ACTS = ['yes', 'no', 'abstain', 'declared', 'absent', 'excluded'] as const;
export type Act = (typeof ACTS)[number];

/** What is added up: heads, or a table of whole-number weights bound to the rule. */
export type Measure = string;

/** How much of a measure is asked for: a whole number, or a share of a base. */
export type Threshold =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'share'; readonly num: number; readonly den: number; readonly strict: boolean };

/** `all`: every eligible member whatever it did; `present-voting`: yes and no only. */
export type Base = 'all' | 'present-voting';

/** One test of a rule. Every test is monotone: a member that moves from no to yes never un-adopts. */
export type RuleTest =
  | { readonly kind: 'all'; readonly of: readonly RuleTest[] }
  | { readonly kind: 'any'; readonly of: readonly RuleTest[] }
  | { readonly kind: 'yes' | 'present'; readonly measure: Measure; readonly threshold: Threshold; readonly base: Base }
  /** Members voting no are at most so many; `all-but-one` is the negative consensus of dispute settlement. */
  | { readonly kind: 'objections'; readonly atMost: number | 'all-but-one' }
  | { readonly kind: 'absent'; readonly atMost: number }
  /** Fewer than so many eligible members fail to vote yes. */
  | { readonly kind: 'against'; readonly fewerThan: number | BlockingPlusOne }
  | { readonly kind: 'veto'; readonly members: readonly StateCode[] }
  | { readonly kind: 'declared'; readonly measure: Measure; readonly below: Extract<Threshold, { kind: 'share' }> };

/** Art. 238(3) TFEU: the fewest members that hold more than a share of a measure, plus one. */
export interface BlockingPlusOne {
  readonly measure: Measure;
  readonly moreThan: { readonly num: number; readonly den: number };
}

/** A decision rule as data: of the project's `knowledge/rules` or of a user's YAML. */
export interface RuleDefinition {
  /** Short id, e.g. `eu-qualified-majority`. */
  readonly id: string;
  readonly title: string;
  /** Other names that questions use for it. */
  readonly names: readonly string[];
  /** Ids of the bodies it belongs to (see `knowledge/rules/body-names.json`); `*` is any body. */
  readonly bodies: readonly string[];
  /** Bodies that decide by it when nothing else is asked. */
  readonly defaultFor: readonly string[];
  /** First day it holds. */
  readonly from?: IsoDate;
  /** First day it holds no more. */
  readonly until?: IsoDate;
  /** Article, treaty or practice it is taken from. */
  readonly source: string;
  /** Short words for the sentence: "consensus needs all". */
  readonly needs: string;
  readonly passes: RuleTest;
  /** Weight table of each measure other than `members`: a table's name, or the weights themselves. */
  readonly weights: Readonly<Record<Measure, string | Readonly<Record<string, number>>>>;
  /** Rule that takes its place when not all members of the body take part. */
  readonly whenPartial?: string;
  /** Rules that the decision must pass afterwards, each a question of its own. */
  readonly then: readonly string[];
  readonly note?: string;
}

/** A rule ready to count with: its weights looked up for a roster and a day. */
export interface Rule extends Omit<RuleDefinition, 'weights'> {
  readonly measures: ReadonlyMap<Measure, ReadonlyMap<StateCode, number>>;
  /** What members are called: "allies" in NATO, else "members". */
  readonly memberNoun: string;
  /** What was assumed or looked up on the way, each a sentence: the year of a population table, a default rule. */
  readonly notes: readonly string[];
}

/** Whether a rule holds on a day; without a day only a rule without an end does. */
export const holdsOn = (rule: Pick<RuleDefinition, 'from' | 'until'>, day: IsoDate | undefined): boolean =>
  day === undefined ? rule.until === undefined : (rule.from === undefined || rule.from <= day) && (rule.until === undefined || day < rule.until);
