import { gatherTargets } from './targets/gather.js';
import { questionTargets } from './targets/questions.js';
import { readerTargets } from './targets/reader.js';
import { registerTargets } from './targets/register.js';
import type { FuzzTarget } from './target.js';

/** Every parser of the project that reads what somebody else wrote. */
export const TARGETS: readonly FuzzTarget[] = [...gatherTargets, ...questionTargets, ...readerTargets, ...registerTargets];
