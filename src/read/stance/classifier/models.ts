import findings from '../../../../models/stance-findings.json' with { type: 'json' };
import pairs from '../../../../models/stance-pairs.json' with { type: 'json' };
import { decodeLogistic, type Logits } from './logistic.js';

/** What tells stances apart that words may or may not state. */
export interface StanceModels {
  /** Whether a word of stance is a government's stance on the proposal. */
  readonly pairs: Logits;
  /** Whether a stance that a rule found is one. */
  readonly findings: Logits;
}

let decoded: StanceModels | undefined;

/** The models that ship with the project, decoded at first use. */
export function stanceModels(): StanceModels {
  decoded ??= { pairs: decodeLogistic(pairs), findings: decodeLogistic(findings) };
  return decoded;
}
