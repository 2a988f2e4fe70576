import type { IsoDate } from '../../domain/ids.js';
import type { Fetcher, Pace } from '../../gather/index.js';
import type { Register } from '../../register/index.js';
import { HoldoutError } from '../../domain/failure.js';
import { followRound, type FollowEvent } from './follow-round.js';

/** What following needs from its shell. */
export interface Following {
  readonly questionId: string;
  /** Opens the register for one round and closes it after, so that others may use a folder's between two. */
  readonly inRegister: (action: (register: Register) => Promise<void>) => Promise<void>;
  readonly fetcher: Fetcher;
  readonly pace: Pace;
  readonly today: () => IsoDate;
  /** From the start of one round to the start of the next; null for one round. */
  readonly everyMs: number | null;
  /** Ends it in order: what is being stored is stored whole, nothing new begins. */
  readonly signal: AbortSignal;
  readonly say: (event: FollowEvent) => void;
  /** Called after each round. */
  readonly onRound: () => void;
}

/** Rounds over the followed sources of a question until the signal, or one. A register that another process holds is tried again in the next. */
export async function follow(following: Following): Promise<void> {
  const { pace, everyMs, signal, onRound } = following;
  for (let number = 1; !signal.aborted; number += 1) {
    const began = pace.now();
    try {
      await following.inRegister((register) => oneRound(following, register));
    } catch (error) {
      if (signal.aborted) return;
      if (everyMs === null || number === 1 || !(error instanceof HoldoutError) || error.code !== 'register-locked')
        throw error;
      following.say({ kind: 'note', address: '', message: error.message });
    }
    onRound();
    if (everyMs === null) return;
    await pace.sleep(Math.max(0, began + everyMs - pace.now()), signal).catch(() => undefined);
  }
}

async function oneRound(
  { questionId, fetcher, pace, today, signal, say }: Following,
  register: Register,
): Promise<void> {
  const question = await register.question(questionId);
  if (question === null)
    throw new HoldoutError(
      'question-unknown',
      `The register has no question "${questionId}"; read some coverage with --question first.`,
    );
  await followRound({ register, question, fetcher, now: () => new Date(pace.now()), today, signal, say });
}
