import { probabilityOf, type Logits } from '../../src/read/stance/classifier/logistic.js';
import type { LabelledText, Row } from './labelled-file.js';
import { regress, type Example } from './logistic-regression.js';
import { weightOf } from './weight-of.js';

/** A member's pairs of one stance in one text: if the text gives the member that stance, one of them says so. */
interface Bag {
  readonly text: LabelledText;
  readonly member: string;
  readonly stance: string;
  readonly pairs: Row[];
}

/** Times that the pair which says so is chosen anew. */
const ROUNDS = 5;
const L2 = 1;
const EPOCHS = 60;

/**
 * Whether a pair is its government's stance, learnt from texts of which only the members' stances are known: of a bag whose member has its stance, the most
 * probable pair counts as right and the others not at all; all pairs of other bags count as wrong (multiple-instance learning, after MI-SVM: Andrews,
 * Tsochantaridis and Hofmann 2002). Gives weights in logits.
 */
export function learnPairs(texts: readonly LabelledText[]): Logits {
  const bags = texts.flatMap(bagsOf);
  let logits: Logits | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const known = logits;
    const promise = known === null ? firstGuess : (p: Row): number => probabilityOf(p.features, known);
    logits = regress(bags.flatMap((b) => examplesOf(b, promise)), EPOCHS, L2);
  }
  return logits!;
}

function bagsOf(text: LabelledText): Bag[] {
  const bags = new Map<string, Bag>();
  for (const p of text.pairs) {
    for (const member of p.members) {
      if (text.ambiguous.includes(member)) continue;
      const key = `${member} ${p.stance}`;
      const bag = bags.get(key) ?? { text, member, stance: p.stance, pairs: [] };
      bag.pairs.push(p);
      bags.set(key, bag);
    }
  }
  return [...bags.values()];
}

/** Before anything is learnt: what rules read as on the proposal, and near in the tree. */
const firstGuess = ({ features }: Row): number => (features.includes('own:words') ? 3 : features.includes('own:anaphor') ? 2 : 0) - 0.5 * Number(features.find((f) => f.startsWith('steps:'))?.slice('steps:'.length) ?? 0);

function examplesOf({ text, member, stance, pairs }: Bag, promise: (p: Row) => number): Example[] {
  const weight = weightOf(text);
  const gold = text.gold[member];
  if (gold === stance) return [{ features: pairs.reduce((a, b) => (promise(b) > promise(a) ? b : a)).features, right: true, weight }];
  // Conditions and reservations are neither: nothing says how their words should be read.
  if (gold === 'conditional' || gold === 'abstract-support' || (gold === 'uncommitted' && stance === 'oppose')) return [];
  return pairs.map(({ features, members }) => ({ features, right: false, weight: gold === 'uncommitted' ? weight / 2 : weight / Math.sqrt(members.length) }));
}
