import type { Actor } from '../../src/model/bargaining/one-shot.js';

/** Years until emission standards for cars: capability, position, salience (Bueno de Mesquita and Stokman 1994, p. 78). */
export const emission: readonly Actor[] = (
  [['NLD', 0.08, 4, 0.8], ['BEL', 0.08, 7, 0.4], ['LUX', 0.03, 4, 0.2], ['DEU', 0.16, 4, 0.8], ['FRA', 0.16, 10, 0.6], ['ITA', 0.16, 10, 0.6], ['GBR', 0.16, 10, 0.9], ['IRL', 0.05, 7, 0.1], ['DNK', 0.05, 4, 1], ['GRC', 0.08, 7, 0.7]] as const
).map(([name, capability, position, salience]) => ({ name, capability, position, salience }));
