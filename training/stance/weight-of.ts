import type { LabelledText } from './labelled-file.js';

/** What a text counts: sentences of a table, written for rules, and invented texts count less than news. */
const WEIGHTS: Readonly<Record<string, number>> = { constructions: 0.4, invented: 0.7 };
export const weightOf = ({ source }: LabelledText): number => WEIGHTS[source] ?? 1;
