import { READER } from '../read/read-document.js';
import type { Register } from '../register/index.js';

/** Whether the register answers, and what reads for it. */
export interface RegisterState {
  /** Name and version of the offline reader. */
  readonly reader: string;
  readonly isReady: boolean;
}

export const registerState = async (register: Register): Promise<RegisterState> => ({
  reader: READER,
  isReady: await register.people.any().then(
    () => true,
    () => false,
  ),
});
