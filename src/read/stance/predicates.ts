import lexicon from '../../../knowledge/lexicons/stance-predicates.json' with { type: 'json' };
import type { Stance } from '../../domain/stance.js';
import type { ActClass } from '../topic/acts.js';

/** How a predicate relates its holder to its target; see the note in `knowledge/lexicons/stance-predicates.json`. */
export interface Predicate {
  readonly lemma: string;
  /** Argument codes: `obj`, `to`, `that`, `to_nmod`, `none`, or a preposition. */
  readonly args: readonly string[];
  readonly sign: -1 | 0 | 1;
  /** 0–1. */
  readonly firm: number;
  readonly stance?: Stance;
  readonly neg?: Stance;
  readonly operator?: boolean;
  readonly light?: boolean;
  readonly evaluative?: boolean;
  readonly onlyOver?: 'attitude' | 'topic';
  readonly objLemma?: string;
  /** What the predicate itself does to its object ("stick to the ceiling" keeps it). */
  readonly act?: ActClass;
}

/** A judgement on the proposal itself ("unacceptable"); whoever utters it holds it. */
export interface Evaluation {
  readonly lemma: string;
  readonly sign: -1 | 1;
  readonly firm: number;
}

/** Part of speech under which predicates are looked up. */
export type PredicateClass = 'V' | 'N' | 'J';

const index: Record<PredicateClass, Map<string, Predicate[]>> = { V: new Map(), N: new Map(), J: new Map() };
const fill = (cls: PredicateClass, rows: readonly unknown[]): void => {
  for (const row of rows as readonly Predicate[]) {
    const list = index[cls].get(row.lemma) ?? [];
    list.push(row);
    index[cls].set(row.lemma, list);
  }
};
fill('V', lexicon.verbs);
fill('N', lexicon.nouns);
fill('J', lexicon.adjectives);

const evaluations = new Map((lexicon.evaluations as readonly Evaluation[]).map((e) => [e.lemma, e]));
const effects = new Map((lexicon.effects as readonly Evaluation[]).map((e) => [e.lemma, e]));
const none: readonly Predicate[] = [];

/** Predicates of a lemma ("rule+out" with its particle) as a verb, noun or adjective; empty when it is no predicate of stance. */
export const predicatesOf = (cls: PredicateClass, lemma: string): readonly Predicate[] => index[cls].get(lemma) ?? none;

/** The judgement that an adjective or noun passes; undefined when none. */
export const evaluationOf = (lemma: string): Evaluation | undefined => evaluations.get(lemma);

/** What a verb says that its subject does, for good or ill; undefined when it says neither. */
export const effectOf = (lemma: string): Evaluation | undefined => effects.get(lemma);
