import cue from '../../../models/attribution-cue.json' with { type: 'json' };
import parts from '../../../models/attribution-parts.json' with { type: 'json' };
import { decodeLinearModel } from '../weights/linear-model.js';
import type { AttributionModels } from './read-attributions.js';

let decoded: AttributionModels | undefined;

/** The attribution models that ship with the project, decoded at first use. */
export function attributionModels(): AttributionModels {
  decoded ??= { cue: decodeLinearModel(cue), parts: decodeLinearModel(parts) };
  return decoded;
}
