import type { IsoDate, StateCode } from './ids.js';

/** One thing the body could adopt; each option has its own count. */
export interface Option {
  /** Short id, unique within the question, e.g. `invite-now`. */
  readonly id: string;
  /** The proposal in plain words, e.g. "Invite Ukraine to join the alliance now, during the war." */
  readonly proposal: string;
  /** Other names the coverage uses for it, e.g. "butter disposal scheme". */
  readonly aliases: readonly string[];
  /** Ids of options that whoever supports this one supports too; absent when it entails none. */
  readonly entails?: readonly string[];
}

/** How the world stands to conditions of one kind, as the question's author says. */
export interface QuestionCondition {
  /** A known kind (`war-over`, …) or one of the question's own. */
  readonly kind: string;
  /** Beginnings of words by which a condition is of this kind, beside the known ones. */
  readonly words: readonly string[];
  /** What meeting it means, after "if": "the war were over". */
  readonly met?: string;
  /** `failed` can no longer be met. */
  readonly state: 'open' | 'met' | 'failed';
  /** First day on which it is so. */
  readonly since?: IsoDate;
}

/** A body, its options and the rule that applies. The first option is the one asked by default. */
export interface Question {
  /** Slug, e.g. `nato-ukraine-2024`. */
  readonly id: string;
  readonly title: string;
  /** Id of a body in `knowledge/bodies`, or a free name when `members` is given. */
  readonly body: string;
  /** Id of a decision rule in `knowledge/rules`, or of `ownRule`. */
  readonly rule: string;
  /** A user's own decision rule, as YAML in the language of `knowledge/rules`. */
  readonly ownRule?: string;
  readonly options: readonly [Option, ...Option[]];
  /** Kinds of condition with their state; open where nothing is said. */
  readonly conditions?: readonly QuestionCondition[];
  /** Roster; when absent the body's members on the day of the count. */
  readonly members?: readonly StateCode[];
  /** The day the question is put, which fixes the roster when no other date is asked. */
  readonly date?: IsoDate;
}
