import model from '../../../../models/stance-pairs.json' with { type: 'json' };

let decoded: ReadonlyMap<string, number> | undefined;

/** Weights of the features of pairs, in logits, that ship with the project; decoded at first use. */
export function stancePairWeights(): ReadonlyMap<string, number> {
  decoded ??= new Map(Object.entries(model.weights).map(([feature, weight]) => [feature, weight / model.scale]));
  return decoded;
}
