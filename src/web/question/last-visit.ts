import { useEffect, useState } from 'preact/hooks';

const key = (question: string): string => `holdout-visit:${question}`;

/** A reload within this time is the same visit. */
const SAME_VISIT_MS = 30 * 60_000;

interface Visits {
  /** When the visit before this one ended; null on a first visit. */
  readonly before: string | null;
  /** When this page was last open. */
  readonly last: string;
}

function read(question: string): Visits | null {
  try {
    const raw: unknown = JSON.parse(localStorage.getItem(key(question)) ?? 'null');
    if (typeof raw !== 'object' || raw === null || !('last' in raw) || typeof raw.last !== 'string') return null;
    return { last: raw.last, before: 'before' in raw && typeof raw.before === 'string' ? raw.before : null };
  } catch {
    return null;
  }
}

/** When this browser last looked at a question, as an instant: null on the first visit, or where nothing may be kept. */
export function useLastVisit(question: string): string | null {
  const [before, setBefore] = useState<string | null>(null);
  useEffect(() => {
    const now = new Date();
    const known = read(question);
    const same = known !== null && now.getTime() - Date.parse(known.last) < SAME_VISIT_MS;
    const since = known === null ? null : same ? known.before : known.last;
    setBefore(since);
    try {
      localStorage.setItem(key(question), JSON.stringify({ before: since, last: now.toISOString() }));
    } catch {
      // Nothing may be kept in this browser: every visit is a first one.
    }
  }, [question]);
  return before;
}
