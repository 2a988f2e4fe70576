export { openRegister, type OpenOptions } from './open-register.js';
export type { Examination } from './backup/examine.js';
export { Register } from './register.js';
export { writeSeed } from './write-seed.js';
