import type { Failure } from '../../domain/failure.js';
import type { IsoDate } from '../../domain/ids.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { Register } from '../../register/index.js';
import { changesFrom } from '../changes/changes.js';
import { deliver, type Channel } from './deliver.js';
import { messageOf } from './message.js';

/** How far alerts have been told: kept by whoever sends them. */
export interface Told {
  /** Null when nothing was told yet. */
  readonly since: Date | null;
  /** Called after a delivery, and when there was nothing to tell; what follows begins there. */
  readonly keep: (until: Date) => Promise<void>;
}

/**
 * Tells what changed in a question since it was told last, in one message; the first time it only notes where to begin. When a delivery
 * fails nothing is noted, so that the next run tells it. Gives how many changes were told.
 */
export async function sendAlerts(register: Register, questionId: string, option: string | undefined, channel: Channel, told: Told, today: IsoDate, pauseMs?: number): Promise<Result<number, Failure>> {
  const question = await register.question(questionId);
  const newest = question ? await register.lastInstant(questionId) : null;
  if (!question || newest === null) return err({ code: 'question-unknown', category: 'caller', message: `The register has no question "${questionId}".` });
  if (told.since === null || newest <= told.since) {
    if (told.since === null) await told.keep(newest);
    return ok(0);
  }
  const changes = await changesFrom(register, questionId, option, told.since, newest, today);
  if (!changes.ok) return changes;
  if (changes.value.length > 0) {
    const sent = await deliver(channel, messageOf(question, told.since, newest, changes.value), pauseMs);
    if (!sent.ok) return sent;
  }
  await told.keep(newest);
  return ok(changes.value.length);
}
