/** An example: its features, whether it is what is to be told, and what it counts. */
export interface Example {
  readonly features: readonly string[];
  readonly right: boolean;
  readonly weight: number;
}

const RATE = 0.5;
/** Features seen in fewer examples are left out. */
const LEAST_COUNT = 3;

/**
 * Logistic regression by AdaGrad (Duchi and others 2011) on all examples at once; no chance in it. Gives the weight of each feature in logits.
 * @param l2 strength of the pull of each weight towards none
 */
export function regress(examples: readonly Example[], epochs: number, l2: number): Map<string, number> {
  const rowOf = rowsOf(examples);
  const rows = examples.map((e) => Int32Array.from(e.features.flatMap((f) => rowOf.get(f) ?? [])));
  const w = new Float64Array(rowOf.size);
  const squares = new Float64Array(rowOf.size).fill(1e-2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const gradient = Float64Array.from(w, (x) => l2 * x);
    examples.forEach(({ right, weight }, k) => {
      const own = rows[k]!;
      const error = (1 / (1 + Math.exp(-own.reduce((s, r) => s + w[r]!, 0))) - (right ? 1 : 0)) * weight;
      for (const r of own) gradient[r]! += error;
    });
    for (let r = 0; r < w.length; r++) {
      squares[r]! += gradient[r]! * gradient[r]!;
      w[r]! -= (RATE * gradient[r]!) / Math.sqrt(squares[r]!);
    }
  }
  return new Map([...rowOf].map(([f, r]) => [f, w[r]!]));
}

function rowsOf(examples: readonly Example[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const { features } of examples) for (const f of features) count.set(f, (count.get(f) ?? 0) + 1);
  return new Map([...count].filter(([, n]) => n >= LEAST_COUNT).map(([f], row) => [f, row]));
}
