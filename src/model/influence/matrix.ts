import { err, ok, type Result } from '../../domain/result.js';

/** Square, by rows. */
export type Matrix = readonly (readonly number[])[];

/** Who listens to whom: `listener` gives `source` this much attention, before rows are scaled to sum to 1. */
export interface Attention {
  readonly listener: number;
  readonly source: number;
  /** 0 or more. */
  readonly weight: number;
}

/** Row-stochastic listening matrix from edges and each actor's attention to itself; an actor that listens to nobody keeps its own view. */
export function listeningMatrix(n: number, edges: readonly Attention[], selfWeight: (actor: number) => number): Matrix {
  const rows = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_x, j) => (i === j ? selfWeight(i) : 0)));
  for (const e of edges) {
    const row = rows[e.listener];
    if (row) row[e.source] = (row[e.source] ?? 0) + e.weight;
  }
  return rows.map((row, i) => {
    const total = row.reduce((a, b) => a + b, 0);
    return total > 0 ? row.map((x) => x / total) : row.map((_, j) => (i === j ? 1 : 0));
  });
}

const ROW_SLACK = 1e-9;

/** Null for a square matrix of non-negative rows that sum to 1, else what is wrong. */
export function whyNotStochastic(w: Matrix): string | null {
  for (const [i, row] of w.entries()) {
    if (row.length !== w.length) return `row ${String(i + 1)} has ${String(row.length)} entries of ${String(w.length)}`;
    if (row.some((x) => !(x >= 0))) return `row ${String(i + 1)} has a negative entry or one that is no number`;
    const total = row.reduce((a, b) => a + b, 0);
    if (Math.abs(total - 1) > ROW_SLACK) return `row ${String(i + 1)} sums to ${String(total)}, not to 1`;
  }
  return null;
}

/** Solves A·X = B by Gaussian elimination with partial pivoting, O(n³); fails when A is singular. */
export function solve(a: Matrix, b: Matrix): Result<number[][], 'singular'> {
  const n = a.length;
  const rows = a.map((row, i) => [...row, ...(b[i] ?? [])]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r]?.[c] ?? 0) > Math.abs(rows[pivot]?.[c] ?? 0)) pivot = r;
    const [top, chosen] = [rows[c], rows[pivot]];
    if (!top || !chosen || Math.abs(chosen[c] ?? 0) < 1e-14) return err('singular');
    [rows[c], rows[pivot]] = [chosen, top];
    const scale = chosen[c] ?? 1;
    for (let r = 0; r < n; r++) {
      const row = rows[r];
      const factor = (row?.[c] ?? 0) / scale;
      if (!row || r === c || factor === 0) continue;
      for (let k = c; k < row.length; k++) row[k] = (row[k] ?? 0) - factor * (chosen[k] ?? 0);
    }
  }
  return ok(rows.map((row, i) => row.slice(n).map((x) => x / (row[i] ?? 1))));
}

/** Actors that `i` listens to, directly. */
export const heardBy = (w: Matrix, i: number): readonly number[] => (w[i] ?? []).flatMap((x, j) => (x > 0 ? [j] : []));

/** Everybody that `start` listens to, directly or through others, with `start` itself. */
export function reachOf(w: Matrix, start: number): ReadonlySet<number> {
  const seen = new Set([start]);
  const queue = [start];
  for (let i = queue.pop(); i !== undefined; i = queue.pop())
    for (const j of heardBy(w, i)) {
      if (seen.has(j)) continue;
      seen.add(j);
      queue.push(j);
    }
  return seen;
}
