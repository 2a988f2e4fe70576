import { openRegister as open, type Register } from '../register/index.js';

export type { Register } from '../register/index.js';

/** Opens a register folder; see `openRegister` of the register room for its failures. */
export const openRegister = (dir: string, mode: 'create' | 'existing'): Promise<Register> => open(dir, { mode });
