import accept from '../../../models/attribution-accept.json' with { type: 'json' };
import choice from '../../../models/attribution-choice.json' with { type: 'json' };
import cue from '../../../models/attribution-cue.json' with { type: 'json' };
import parts from '../../../models/attribution-parts.json' with { type: 'json' };
import steps from '../../../models/attribution-steps.json' with { type: 'json' };
import { decodeModel } from '../syntax/packed-model.js';
import type { AttributionModels } from './judge.js';

let decoded: AttributionModels | undefined;

/** The attribution models that ship with the project, decoded at first use. */
export function attributionModels(): AttributionModels {
  decoded ??= { cue: decodeModel(cue), chain: { parts: decodeModel(parts), steps: decodeModel(steps) }, choice: decodeModel(choice), accept: decodeModel(accept) };
  return decoded;
}

/** What one step of an attribution's margin is, in nats. */
export const acceptScale = accept.scale;
