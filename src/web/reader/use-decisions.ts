import { useEffect, useRef, useState } from 'preact/hooks';
import type { Stance } from '../../domain/stance.js';
import { AnswerError, apiPath, send } from '../data/client.js';
import { announceChange } from '../data/use-answer.js';

/** What a person may decide of a signal, or add. */
export type Decision =
  | { readonly action: 'accept' | 'reject'; readonly signal: string }
  | { readonly action: 'correct'; readonly signal: string; readonly stance?: Stance; readonly member?: string }
  | { readonly action: 'add'; readonly member: string; readonly stance: Stance; readonly document: string; readonly quote: string; readonly start?: number; readonly option?: string; readonly speaker?: string; readonly ownVoice?: boolean };

/** How long a decision can be taken back before it is recorded: what is recorded stays recorded. */
const GRACE_MS = 6_000;
const AUTHOR = 'holdout-author';

export const storedAuthor = (): string => {
  try {
    return localStorage.getItem(AUTHOR) ?? '';
  } catch {
    return '';
  }
};

export function storeAuthor(name: string): void {
  try {
    localStorage.setItem(AUTHOR, name);
  } catch {
    // Nothing may be kept in this browser: the name is asked for again.
  }
}

export interface Decisions {
  /** Decided and not yet recorded. */
  readonly pending: Decision | null;
  readonly error: AnswerError | null;
  readonly decide: (decision: Decision, note?: string) => void;
  readonly undo: () => boolean;
}

/** Records decisions on a question: each waits a moment in which it can be undone, then is sent; leaving the page sends it. */
export function useDecisions(question: string, author: string): Decisions {
  const [pending, setPending] = useState<Decision | null>(null);
  const [error, setError] = useState<AnswerError | null>(null);
  const waiting = useRef<{ readonly body: object; readonly timer: ReturnType<typeof setTimeout> } | null>(null);
  const path = apiPath(`/questions/${encodeURIComponent(question)}/decisions`);
  const flush = (): void => {
    const held = waiting.current;
    if (!held) return;
    clearTimeout(held.timer);
    waiting.current = null;
    setPending(null);
    send('POST', path, held.body).then(announceChange, (e: unknown) => {
      setError(e instanceof AnswerError ? e : new AnswerError(String(e), 0, ''));
    });
  };
  useEffect(() => {
    const leave = (): void => {
      const held = waiting.current;
      if (!held) return;
      clearTimeout(held.timer);
      waiting.current = null;
      void fetch(path, { method: 'POST', keepalive: true, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(held.body) });
    };
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      flush();
    };
  }, [path]);
  return {
    pending,
    error,
    decide: (decision, note = '') => {
      flush();
      setError(null);
      setPending(decision);
      waiting.current = { body: { ...decision, note, author }, timer: setTimeout(flush, GRACE_MS) };
    },
    undo: () => {
      if (!waiting.current) return false;
      clearTimeout(waiting.current.timer);
      waiting.current = null;
      setPending(null);
      return true;
    },
  };
}
