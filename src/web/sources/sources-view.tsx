import { useState } from 'preact/hooks';
import type { Schemas } from '../../client/create-client.js';
import type { CountReport } from '../../domain/report.js';
import { AnswerError, apiPath, isExport, send } from '../data/client.js';
import { announceChange, useAnswer } from '../data/use-answer.js';
import { number, t } from '../messages/index.js';
import { useAuthor } from '../parts/author.js';
import { Help } from '../parts/help.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { navigate } from '../routing/navigate.js';
import { withSettings, type Place } from '../routing/place.js';
import { useTitle } from '../shell/use-title.js';
import { AddCoverage } from './add-coverage.js';
import { ChangedPages } from './changed-pages.js';
import { Documents } from './documents.js';
import { FailedFetches } from './failed-fetches.js';
import { FollowedSources } from './followed-sources.js';
import './sources-view.css';

const PARTS = ['documents', 'add', 'followed', 'failed', 'changed'] as const;

/** What was read for a question and what could not be, what is followed, what changed after it was read, and more to add. */
export function SourcesView({ place }: { readonly place: Place }) {
  const base = `/questions/${encodeURIComponent(place.question)}`;
  const { data: count, error } = useAnswer<CountReport>(apiPath(`${base}/count`, { option: place.settings['option'] }));
  const list = { question: place.question, limit: '1000' };
  const sources = useAnswer<readonly Schemas['Source'][]>(isExport ? null : apiPath('/sources', list)).data ?? [];
  const failed = useAnswer<readonly Schemas['FailedFetch'][]>(isExport ? null : apiPath('/sources/failed', list)).data ?? [];
  const changed = useAnswer<readonly Schemas['ChangedPage'][]>(isExport ? null : apiPath(`${base}/changed-pages`, { limit: '1000' })).data ?? [];
  useTitle(t.sources.title);
  if (count === null) return error ? <Failed error={error} /> : <Waiting />;
  const part = isExport ? 'documents' : (PARTS.find((p) => p === place.settings['show']) ?? (count.documents === 0 ? 'add' : 'documents'));
  const many: Readonly<Record<(typeof PARTS)[number], number | null>> = { documents: count.documents, add: null, followed: sources.length, failed: failed.length, changed: changed.length };
  return (
    <div class="sources">
      <header class="stack">
        <p class="kicker">{count.question.title}</p>
        <h1>{t.sources.title}</h1>
        <p class="lead">
          {count.independence || t.noCoverage}
          {count.documents > 0 ? (
            <Help of={t.facts.origins}>
              <p>{t.help.origins}</p>
            </Help>
          ) : null}
        </p>
        {isExport ? null : (
          <div class="row no-print" role="group" aria-label={t.sources.parts.name}>
            {PARTS.map((p) => (
              <button key={p} type="button" class="button" aria-pressed={p === part} onClick={() => { navigate(withSettings(place, { show: p, page: '' }), 'replace'); }}>
                {t.sources.parts[p]} {many[p] === null ? null : <span class="number part-count">{number(many[p])}</span>}
              </button>
            ))}
          </div>
        )}
      </header>
      {part === 'add' ? <AddCoverage place={place} /> : null}
      {part === 'documents' ? <Documents place={place} count={count} tools={(marked, onDone) => (isExport ? null : <OriginTools place={place} marked={marked} onDone={onDone} />)} /> : null}
      {part === 'followed' ? <FollowedSources question={place.question} sources={sources} /> : null}
      {part === 'failed' ? <FailedFetches question={place.question} failed={failed} /> : null}
      {part === 'changed' ? <ChangedPages place={place} pages={changed} /> : null}
    </div>
  );
}

/** Merges documents into one origin, or splits them off, as a person's decision. */
function OriginTools({ place, marked, onDone }: { readonly place: Place; readonly marked: readonly string[]; readonly onDone: () => void }) {
  const [author, authorField] = useAuthor();
  const [note, setNote] = useState('');
  const [error, setError] = useState<AnswerError | null>(null);
  if (marked.length === 0) return null;
  const decide = async (action: 'merge' | 'split'): Promise<void> => {
    try {
      await send('POST', apiPath(`/questions/${encodeURIComponent(place.question)}/decisions`), { action, documents: marked, author, note });
      announceChange();
      onDone();
    } catch (e) {
      setError(e instanceof AnswerError ? e : new AnswerError(String(e), 0, ''));
    }
  };
  return (
    <div class="card row origin-tools no-print">
      <span>{t.sources.marked(marked.length)}</span>
      {authorField}
      <label class="field">
        <span>{t.sources.note}</span>
        <input value={note} onInput={(e) => { setNote(e.currentTarget.value); }} />
      </label>
      <button type="button" class="button" disabled={marked.length < 2 || author === ''} onClick={() => void decide('merge')}>
        {t.sources.merge}
      </button>
      <button type="button" class="button" disabled={author === ''} onClick={() => void decide('split')}>
        {t.sources.split}
      </button>
      {error ? <Failed error={error} /> : null}
    </div>
  );
}
