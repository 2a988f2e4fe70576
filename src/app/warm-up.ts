import type { IsoDate } from '../domain/ids.js';
import type { Register } from '../register/index.js';
import { reportCount } from './reports.js';
import { timelineOf } from './timeline.js';

/** Questions that are loaded ahead: what is kept in memory holds few large ones. */
const QUESTIONS_AT_MOST = 5;

/** Counts the newest questions once, so that the first who opens one does not wait for it to be loaded. What fails here will say so when somebody asks. */
export async function warmUp(register: Register, today: IsoDate, signal: AbortSignal): Promise<void> {
  const questions = (await register.questions()).slice(-QUESTIONS_AT_MOST).reverse();
  for (const work of [reportCount, (r: Register, id: string) => timelineOf(r, id, undefined, today)]) {
    for (const { id } of questions) {
      if (signal.aborted) return;
      await work(register, id, {}, today);
    }
  }
}
