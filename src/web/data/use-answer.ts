import { useEffect, useState } from 'preact/hooks';
import { ask, AnswerError } from './client.js';

/** What is known of an answer; while a new one is on its way the old one stays on show. */
export interface Answer<T> {
  readonly data: T | null;
  readonly error: AnswerError | null;
  readonly loading: boolean;
}

/** Answers of this visit: going back shows them at once while they are asked for again. Emptied whenever something is changed. */
const kept = new Map<string, unknown>();
const KEPT_AT_MOST = 80;
const CHANGED = 'holdout-changed';

/** Tells every view that the register changed, so that each asks again. */
export function announceChange(): void {
  kept.clear();
  dispatchEvent(new Event(CHANGED));
}

/** Asks ahead for what the first view will need; a failure is said by whoever asks again. */
export function askAhead(path: string): void {
  ask(path).then((data) => kept.set(path, data), () => undefined);
}

/** The API's answer at a path of the API; null asks nothing. With a body (JSON), that of a calculation, which changes nothing. */
export function useAnswer<T>(path: string | null, body?: string): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T> & { readonly path: string | null }>({ data: null, error: null, loading: path !== null, path: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const again = (): void => {
      setRound((n) => n + 1);
    };
    addEventListener(CHANGED, again);
    return () => {
      removeEventListener(CHANGED, again);
    };
  }, []);
  useEffect(() => {
    if (path === null) {
      setAnswer({ data: null, error: null, loading: false, path });
      return;
    }
    const stop = new AbortController();
    const key = body === undefined ? path : `${path} ${body}`;
    const before = kept.get(key) as T | undefined;
    setAnswer((old) => ({ data: before ?? old.data, error: null, loading: before === undefined, path: before === undefined ? old.path : path }));
    ask<T>(path, stop.signal, body).then(
      (data) => {
        kept.set(key, data);
        if (kept.size > KEPT_AT_MOST) kept.delete(kept.keys().next().value ?? '');
        if (!stop.signal.aborted) setAnswer({ data, error: null, loading: false, path });
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        setAnswer((old) => ({ data: old.path === path ? old.data : null, error: error instanceof AnswerError ? error : new AnswerError(String(error), 0, ''), loading: false, path }));
      },
    );
    return () => {
      stop.abort();
    };
  }, [path, body, round]);
  return answer;
}
