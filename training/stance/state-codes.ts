import states from '../../knowledge/states.json' with { type: 'json' };
import type { StateCode } from '../../src/domain/ids.js';

/** Every state that the project knows. */
export const stateCodes: readonly StateCode[] = states.states.map((s) => s.iso3 as StateCode);
