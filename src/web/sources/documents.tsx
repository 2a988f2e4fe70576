import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CountReport } from '../../domain/report.js';
import { apiPath, isExport } from '../data/client.js';
import { useAnswer } from '../data/use-answer.js';
import { day, number, t } from '../messages/index.js';
import { LongList } from '../parts/long-list.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { Link } from '../routing/link.js';
import { within, type Place } from '../routing/place.js';

interface DocumentItem {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string | null;
}

/** The API gives at most so many at a time; the others are found by their words. */
const AT_A_TIME = 1_000;
/** Typing rests this long before the server is asked. */
const REST_MS = 150;

interface Props {
  readonly place: Place;
  readonly count: CountReport;
  /** What can be done with the documents that are marked. */
  readonly tools: (marked: readonly string[], onDone: () => void) => ComponentChild;
}

/** What was read, the newest first, and which of it goes back to one origin. */
export function Documents({ place, count, tools }: Props) {
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState('');
  const [marked, setMarked] = useState<readonly string[]>([]);
  useEffect(() => {
    const rest = setTimeout(() => {
      setWanted(typed.trim());
    }, REST_MS);
    return () => {
      clearTimeout(rest);
    };
  }, [typed]);
  const large = count.documents > AT_A_TIME;
  const { data, error } = useAnswer<readonly DocumentItem[]>(apiPath(`/questions/${encodeURIComponent(place.question)}/documents`, { limit: String(AT_A_TIME), ...(isExport ? {} : { order: 'newest', find: large ? wanted : '' }) }));
  if (data === null) return error ? <Failed error={error} /> : <Waiting />;
  const groupOf = new Map(count.sharedOrigins.flatMap((g, i) => g.documents.map((id) => [id, i] as const)));
  const reasonOf = (id: string): string => count.sharedOrigins[groupOf.get(id) ?? -1]?.reasons.find((r) => r.documentId === id)?.reason ?? '';
  const fold = typed.trim().toLowerCase();
  const found = fold === '' || large ? data : data.filter((d) => `${d.title} ${d.publisher} ${d.published ?? ''}`.toLowerCase().includes(fold));
  const shown = isExport ? [...found].sort((a, b) => (b.published ?? '').localeCompare(a.published ?? '')) : found;
  return (
    <section class="stack" aria-labelledby="documents-title">
      <div class="figure-head">
        <h2 id="documents-title">{t.sources.documents(count.documents)}</h2>
        <label class="row small no-print">
          {t.sources.find}
          <input type="search" class="plain" value={typed} onInput={(e) => { setTyped(e.currentTarget.value); }} />
        </label>
      </div>
      {large && shown.length === AT_A_TIME ? <p class="small soft">{t.sources.newest(number(AT_A_TIME))}</p> : null}
      {tools(marked, () => { setMarked([]); })}
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
              {groupOf.has(d.id) ? (
                <p class="small">
                  <span class="badge">{t.sources.origin(number((groupOf.get(d.id) ?? 0) + 1), number(count.sharedOrigins[groupOf.get(d.id) ?? 0]?.documents.length ?? 0))}</span> {reasonOf(d.id)}
                </p>
              ) : null}
            </div>
          </div>
        )}
      />
      {shown.length === 0 ? <p class="soft">{fold === '' ? t.noCoverage : t.sources.nothing(typed)}</p> : null}
    </section>
  );
}
