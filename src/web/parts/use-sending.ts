import { useState } from 'preact/hooks';
import { AnswerError, send } from '../data/client.js';
import { announceChange } from '../data/use-answer.js';

export interface Sending {
  readonly busy: boolean;
  readonly error: AnswerError | null;
  /** Sends a change and tells every view; null when it failed, and `error` says why. */
  readonly run: <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body: object) => Promise<T | null>;
}

/** One change at a time to the server, with what became of it. */
export function useSending(): Sending {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AnswerError | null>(null);
  return {
    busy,
    error,
    run: async <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body: object) => {
      setBusy(true);
      setError(null);
      try {
        const answer = await send<T>(method, path, body);
        announceChange();
        return answer;
      } catch (e) {
        setError(e instanceof AnswerError ? e : new AnswerError(String(e), 0, ''));
        return null;
      } finally {
        setBusy(false);
      }
    },
  };
}
