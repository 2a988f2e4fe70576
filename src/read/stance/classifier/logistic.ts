/** Weights of features (`name:value`) in logits, as `models/stance-*.json` hold them in steps of 1/scale. */
export interface LogisticModel {
  readonly scale: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** A model decoded: weights in logits. */
export type Logits = ReadonlyMap<string, number>;

export const decodeLogistic = ({ scale, weights }: LogisticModel): Logits => new Map(Object.entries(weights).map(([feature, w]) => [feature, w / scale]));

/** Logistic regression: the probability, 0–1, of what the model was trained to tell. Features without a weight count nothing. */
export const probabilityOf = (features: readonly string[], logits: Logits): number => 1 / (1 + Math.exp(-features.reduce((sum, f) => sum + (logits.get(f) ?? 0), 0)));

/** Number of steps that a value reaches, as a feature's value. */
export const step = (value: number, steps: readonly number[]): string => String(steps.filter((s) => value >= s).length);
