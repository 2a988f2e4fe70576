import { useEffect } from 'preact/hooks';
import { apiPath, isExport } from './client.js';
import { announceChange } from './use-answer.js';

/** Keeps the page up with the register: when a question changes on the server, every view asks again. */
export function useLive(question: string): void {
  useEffect(() => {
    if (isExport || question === '') return undefined;
    const source = new EventSource(apiPath(`/questions/${encodeURIComponent(question)}/events`));
    source.addEventListener('changes', announceChange);
    return () => {
      source.close();
    };
  }, [question]);
}
