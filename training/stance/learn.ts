import type { LabelledPairs, PairRow } from './pair-file.js';

/** An example: rows of its features, whether the pair is the member's stance, and what it counts. */
interface Example { readonly rows: Int32Array; readonly right: boolean; readonly weight: number }

/** A member's pairs of one sign in one text: if the text gives the member that stance, one of them says so. */
interface Bag { readonly text: LabelledPairs; readonly member: string; readonly sign: -1 | 1; readonly pairs: PairRow[] }

const signOf = (stance: string): -1 | 0 | 1 => (stance === 'support' ? 1 : stance === 'oppose' ? -1 : 0);
/** Times that the pair which says so is chosen anew. */
const ROUNDS = 5;
const EPOCHS = 60;
const RATE = 0.5;
const L2 = 1;
/** Features seen less often are left out. */
const LEAST_COUNT = 3;
/** What a text counts; sentences of a table, written for rules, count less than news. */
const WEIGHTS: Readonly<Record<string, number>> = { constructions: 0.4, invented: 0.7 };

/**
 * Logistic regression over pairs by multiple-instance learning: of a bag whose member has its stance, the most probable pair counts as right and the others
 * not at all; all pairs of other bags count as wrong (after MI-SVM: Andrews, Tsochantaridis and Hofmann 2002). AdaGrad on all examples at once; no chance
 * in it. Gives the weight of each feature in logits.
 */
export function learn(texts: readonly LabelledPairs[]): Map<string, number> {
  const rowOf = rowsOf(texts);
  const rows = new Map<PairRow, Int32Array>();
  for (const t of texts) for (const p of t.pairs) rows.set(p, Int32Array.from(p.features.flatMap((f) => rowOf.get(f) ?? [])));
  const bags = texts.flatMap(bagsOf);
  let weights: Float64Array | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const w = weights;
    const promise = w === null ? firstGuess : (p: PairRow): number => sum(w, rows.get(p)!);
    weights = fit(bags.flatMap((b) => examplesOf(b, promise, rows)), rowOf.size);
  }
  return new Map([...rowOf].map(([f, r]) => [f, weights![r]!]));
}

function rowsOf(texts: readonly LabelledPairs[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const t of texts) for (const p of t.pairs) for (const f of p.features) count.set(f, (count.get(f) ?? 0) + 1);
  return new Map([...count].filter(([, n]) => n >= LEAST_COUNT).map(([f], row) => [f, row]));
}

function bagsOf(text: LabelledPairs): Bag[] {
  const bags = new Map<string, Bag>();
  for (const p of text.pairs) {
    for (const member of p.members) {
      if (text.ambiguous.includes(member)) continue;
      const key = `${member}${String(p.sign)}`;
      const bag = bags.get(key) ?? { text, member, sign: p.sign, pairs: [] };
      bag.pairs.push(p);
      bags.set(key, bag);
    }
  }
  return [...bags.values()];
}

/** Before anything is learnt: what rules read as on the proposal, and near in the tree. */
const firstGuess = (p: PairRow): number => (p.features.includes('own:words') ? 3 : p.features.includes('own:anaphor') ? 2 : 0) - 0.5 * Number(p.features.find((f) => f.startsWith('steps:'))?.slice(6) ?? 0);

function examplesOf({ text, member, sign, pairs }: Bag, promise: (p: PairRow) => number, rows: ReadonlyMap<PairRow, Int32Array>): Example[] {
  const weight = WEIGHTS[text.source] ?? 1;
  const gold = text.gold[member];
  if (gold !== undefined && signOf(gold) === sign) return [{ rows: rows.get(pairs.reduce((a, b) => (promise(b) > promise(a) ? b : a)))!, right: true, weight }];
  // Conditions and reservations are neither: nothing says how their words should be read, but that they don't plainly support.
  if (gold !== undefined && signOf(gold) === 0) return gold === 'uncommitted' && sign > 0 ? pairs.map((p) => ({ rows: rows.get(p)!, right: false, weight: weight / 2 })) : [];
  return pairs.map((p) => ({ rows: rows.get(p)!, right: false, weight: weight / Math.sqrt(p.members.length) }));
}

const sum = (w: Float64Array, rows: Int32Array): number => rows.reduce((s, r) => s + w[r]!, 0);

function fit(examples: readonly Example[], size: number): Float64Array {
  const w = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-2);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const gradient = Float64Array.from(w, (x) => L2 * x);
    for (const { rows, right, weight } of examples) {
      const error = (1 / (1 + Math.exp(-sum(w, rows))) - (right ? 1 : 0)) * weight;
      for (const r of rows) gradient[r]! += error;
    }
    for (let r = 0; r < size; r++) {
      squares[r]! += gradient[r]! * gradient[r]!;
      w[r]! -= (RATE * gradient[r]!) / Math.sqrt(squares[r]!);
    }
  }
  return w;
}
