import type { Histogram } from 'prom-client';

/** How many, how many of them failed, and about how long half and nearly all of them took, in ms. */
export interface Summary {
  readonly count: number;
  readonly failed: number;
  readonly medianMs: number | null;
  readonly p95Ms: number | null;
}

/** The upper end of the bucket in which a share of all lies, in ms; null where it lies beyond the last, or there is nothing. */
function quantile(buckets: ReadonlyMap<number, number>, count: number, share: number): number | null {
  if (count === 0) return null;
  const found = [...buckets].sort(([a], [b]) => a - b).find(([, below]) => below >= share * count);
  return found === undefined || found[0] === Infinity ? null : found[0] * 1000;
}

/** A histogram's figures over all its labels. @param isFailed tells a failed one by its labels */
export async function summary(histogram: Histogram, isFailed: (labels: Readonly<Record<string, unknown>>) => boolean): Promise<Summary> {
  const buckets = new Map<number, number>();
  let [count, failed] = [0, 0];
  for (const { metricName, labels, value } of (await histogram.get()).values) {
    if (metricName?.endsWith('_count')) {
      count += value;
      if (isFailed(labels)) failed += value;
    } else if (metricName?.endsWith('_bucket')) {
      const end = labels.le === '+Inf' ? Infinity : Number(labels.le);
      buckets.set(end, (buckets.get(end) ?? 0) + value);
    }
  }
  return { count, failed, medianMs: quantile(buckets, count, 0.5), p95Ms: quantile(buckets, count, 0.95) };
}
