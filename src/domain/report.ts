import type { IsoDate, StateCode } from './ids.js';
import type { Condition, Reason } from './signal.js';
import type { Span } from './span.js';
import type { HoldoutStance, PositionStance, Stance } from './stance.js';
import type { Attribution } from './statement.js';

/** A quote that a claim opens on: the words, where they stand, and how they reached us. */
export interface EvidenceReport {
  /** Id of the signal, by which it can be reviewed. */
  readonly signalId: string;
  readonly member: StateCode;
  readonly stance: Stance;
  /** 0–1. */
  readonly confidence: number;
  /** 0–1. */
  readonly firmness: number;
  readonly quote: string;
  readonly span: Span;
  readonly documentId: string;
  readonly publisher: string;
  readonly title: string;
  /** Day said or published; null when the document has none. */
  readonly date: IsoDate | null;
  readonly speaker: string;
  /** State code, organisation, or `other`. */
  readonly speaksFor: string;
  readonly attribution: Attribution;
  /** First publisher, when the text names one; else empty. */
  readonly origin: string;
  readonly condition: (Condition & { readonly quote: string }) | null;
  readonly reasons: readonly (Reason & { readonly quote: string })[];
  readonly option: string;
  /** The rule or model that read it. */
  readonly rule: string;
  readonly reader: string;
  /** Why the words no longer speak for the member's government; null when they do, or where no day is asked about. */
  readonly former: string | null;
  /** Since when the newest version of the page lacks the words; null when it has them, or where no day is asked about. */
  readonly retracted: string | null;
}

/** Where one member stands, with its best evidence. */
export interface MemberReport {
  readonly member: StateCode;
  readonly name: string;
  readonly stance: PositionStance;
  /** 0–1; 0 for silence. */
  readonly confidence: number;
  readonly contested: boolean;
  /** Share of the weight behind each stance, 0–1. */
  readonly distribution: Readonly<Record<Stance, number>>;
  /** Number of independent origins. */
  readonly origins: number;
  readonly best: EvidenceReport | null;
  /** Whether most of the weight behind the stance is a former government's or office holder's words. */
  readonly formerWords: boolean;
  /** Whether the stance was supposed by `assume`, not derived. */
  readonly assumed: boolean;
  /** Who declared the stance and why, when a person set it; else null. */
  readonly declared: { readonly author: string; readonly note: string; readonly recordedAt: string } | null;
}

/** Documents that count as one origin, and why: what each was joined by. */
export interface OriginGroup {
  readonly documents: readonly string[];
  readonly reasons: readonly { readonly documentId: string; readonly reason: string }[];
}

/** Members that move together, and the sum of what it costs to move each (1 where the user gave no cost). */
export interface PricedSet {
  readonly cost: number;
  readonly members: readonly StateCode[];
}

/** How likely adoption is, and on what assumptions. Chances are 0–1. */
export interface ProbabilityReport {
  /** The mixture of both below, by `share`. */
  readonly adoption: number;
  /** If members decide independently. */
  readonly apart: number;
  /** If one lot decides for all of them. */
  readonly together: number;
  /** Chance that they move together; the user's, 0 when not given. */
  readonly share: number;
  /** Members of whom nothing is known, and `adoption` if all of them said no, or yes. */
  readonly silent: { readonly members: number; readonly ifNo: number; readonly ifYes: number };
  readonly sentence: string;
  /** What was assumed, a sentence each. */
  readonly assumptions: readonly string[];
  readonly members: readonly {
    readonly member: StateCode;
    readonly name: string;
    readonly stance: PositionStance;
    /** Chance that it votes yes. */
    readonly chance: number;
    /** Chance that, given what the others may do, its vote decides. */
    readonly pivot: number;
  }[];
}

/** The answer of `holdout count --json` and of `GET /api/questions/{id}/count`. */
export interface CountReport {
  readonly question: { readonly id: string; readonly title: string; readonly body: string; readonly bodyName: string };
  readonly option: { readonly id: string; readonly proposal: string };
  readonly options: readonly { readonly id: string; readonly proposal: string }[];
  /** The day asked for; null for everything known. */
  readonly asOf: IsoDate | null;
  /** The instant of system time asked for; null for now. */
  readonly knownAt: string | null;
  /** `then`: rules that the decision must pass afterwards, each a count of its own; `notes`: what was assumed or looked up. */
  readonly rule: { readonly id: string; readonly text: string; readonly citation: string; readonly then: readonly string[]; readonly notes: readonly string[] };
  readonly count: {
    readonly outcome: 'adopted' | 'blocked' | 'open';
    readonly sentence: string;
    readonly members: number;
    readonly holdouts: readonly { readonly member: StateCode; readonly stance: HoldoutStance }[];
    readonly supporters: readonly StateCode[];
    readonly uncommitted: readonly StateCode[];
    readonly unknown: readonly StateCode[];
    readonly blockers: readonly StateCode[];
    readonly pivotal: readonly StateCode[];
    /** How holdouts stop it: each alone, minimal groups of two or more, whether the list holds all, and how many minimal sets there are (null: too many members to count). */
    readonly blocking: { readonly alone: readonly StateCode[]; readonly groups: readonly (readonly StateCode[])[]; readonly complete: boolean; readonly total: string | null };
    readonly fewestFlips: { readonly count: number; readonly members: readonly StateCode[] } | null;
    /** Cheapest sets of members whose move makes adoption possible or certain, or blocks it; null where none can. */
    readonly cheapest: { readonly toPossible: PricedSet | null; readonly toCertain: PricedSet | null; readonly toBlock: PricedSet | null };
  };
  /** Null where the rule and roster are too large to reckon it exactly. */
  readonly probability: ProbabilityReport | null;
  readonly members: readonly MemberReport[];
  readonly documents: number;
  /** Independent origins behind all of it, and the sentence that says so ("Four articles, two origins."). */
  readonly origins: number;
  readonly independence: string;
  /** Origins behind more than one document, with the reasons. */
  readonly sharedOrigins: readonly OriginGroup[];
  /** What not to rely on, a sentence each: outcomes that hang on one unnamed origin. */
  readonly cautions: readonly string[];
  readonly reader: string;
  /** SHA-256 over the question, documents, signals and decisions that the count rests on: equal where they are the same. */
  readonly registerHash: string;
}

/** The answer of `holdout why` and of `GET /api/questions/{id}/members/{member}`. */
export interface WhyReport {
  readonly position: MemberReport;
  readonly evidence: readonly EvidenceReport[];
}

/** The answer of `GET /api/documents/{id}`: a text with what was read in it. */
export interface DocumentReport {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: IsoDate | null;
  readonly address: string;
  readonly text: string;
  readonly statements: readonly {
    readonly speaker: string;
    readonly speaksFor: string;
    readonly attribution: Attribution;
    readonly source: readonly Span[];
    readonly cue: readonly Span[];
    readonly content: readonly Span[];
    readonly rule: string;
  }[];
  readonly evidence: readonly EvidenceReport[];
}
