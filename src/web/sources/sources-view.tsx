import { useState } from 'preact/hooks';
import type { CountReport } from '../../domain/report.js';
import { AnswerError, apiPath, isExport, send } from '../data/client.js';
import { announceChange, useAnswer } from '../data/use-answer.js';
import { day, number, t } from '../messages/index.js';
import { useAuthor } from '../parts/author.js';
import { Help } from '../parts/help.js';
import { LongList } from '../parts/long-list.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { Link } from '../routing/link.js';
import { within, type Place } from '../routing/place.js';
import { useTitle } from '../shell/use-title.js';
import { AddCoverage } from './add-coverage.js';
import './sources-view.css';

interface DocumentItem {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string | null;
}

/** What was read for a question, which of it goes back to one origin, and more to add. */
export function SourcesView({ place }: { readonly place: Place }) {
  const base = `/questions/${encodeURIComponent(place.question)}`;
  const { data, error } = useAnswer<readonly DocumentItem[]>(apiPath(`${base}/documents`, { limit: '1000' }));
  const count = useAnswer<CountReport>(apiPath(`${base}/count`, { option: place.settings['option'] })).data;
  const [wanted, setWanted] = useState('');
  const [marked, setMarked] = useState<readonly string[]>([]);
  useTitle(t.sources.title);
  if (data === null) return error ? <Failed error={error} /> : <Waiting />;
  const groups = count?.sharedOrigins ?? [];
  const groupOf = (id: string): number => groups.findIndex((g) => g.documents.includes(id));
  const reasonOf = (id: string): string => groups[groupOf(id)]?.reasons.find((r) => r.documentId === id)?.reason ?? '';
  const fold = wanted.trim().toLowerCase();
  const shown = data.filter((d) => fold === '' || `${d.title} ${d.publisher} ${d.published ?? ''}`.toLowerCase().includes(fold)).sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
  return (
    <div class="sources">
      <header class="stack">
        <p class="kicker">{count?.question.title}</p>
        <h1>{t.sources.title}</h1>
        <p class="lead">
          {count?.independence || (data.length === 0 ? t.noCoverage : '')}
          {data.length > 0 ? (
            <Help of={t.facts.origins}>
              <p>{t.help.origins}</p>
            </Help>
          ) : null}
        </p>
      </header>
      {isExport ? null : <AddCoverage place={place} />}
      {data.length > 0 ? (
        <section class="stack" aria-labelledby="documents-title">
          <div class="figure-head">
            <h2 id="documents-title">{t.sources.documents(data.length)}</h2>
            <label class="row small no-print">
              {t.sources.find}
              <input type="search" class="plain" value={wanted} onInput={(e) => { setWanted(e.currentTarget.value); }} />
            </label>
          </div>
          {isExport ? null : <OriginTools place={place} marked={marked} onDone={() => { setMarked([]); }} />}
          <LongList
            items={shown}
            keyOf={(d) => d.id}
            label={t.sources.documents(shown.length)}
            rowHeight={64}
            row={(d) => (
              <div class="source-line">
                {isExport ? null : <input type="checkbox" class="no-print" aria-label={t.sources.mark(d.title || t.untitled)} checked={marked.includes(d.id)} onChange={(e) => { setMarked(e.currentTarget.checked ? [...marked, d.id] : marked.filter((m) => m !== d.id)); }} />}
                <div>
                  <p>
                    <Link to={within(place, 'document', d.id)}>{d.title || t.untitled}</Link>
                  </p>
                  <p class="small soft">{[d.publisher, d.published ? day(d.published) : t.sources.undated].filter(Boolean).join(', ')}</p>
                  {groupOf(d.id) >= 0 ? (
                    <p class="small">
                      <span class="badge">{t.sources.origin(number(groupOf(d.id) + 1), number(groups[groupOf(d.id)]?.documents.length ?? 0))}</span> {reasonOf(d.id)}
                    </p>
                  ) : null}
                </div>
              </div>
            )}
          />
          {shown.length === 0 ? <p class="soft">{t.sources.nothing(wanted)}</p> : null}
        </section>
      ) : null}
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
