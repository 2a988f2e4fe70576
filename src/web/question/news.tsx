import { useState } from 'preact/hooks';
import type { Schemas } from '../../client/create-client.js';
import { apiPath } from '../data/client.js';
import { useName } from '../data/names.js';
import { useAnswer } from '../data/use-answer.js';
import { instant, t } from '../messages/index.js';
import { StanceWord } from '../parts/stance-mark.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { Link } from '../routing/link.js';
import { within, type Place } from '../routing/place.js';

const FIRST = 12;
const FORMATS = ['rss', 'atom', 'json'] as const;

type Change = Schemas['Change'];

/** Every change of a position and of the outcome, the newest first, and how to be told of the next one. */
export function News({ place }: { readonly place: Place }) {
  const [limit, setLimit] = useState(FIRST);
  const path = `/questions/${encodeURIComponent(place.question)}`;
  const option = place.settings['option'];
  const { data, error } = useAnswer<readonly Change[]>(apiPath(`${path}/news`, { option, limit: String(limit) }));
  return (
    <section class="stack news" aria-labelledby="news-title">
      <h2 id="news-title">{t.news.title}</h2>
      {data === null ? error ? <Failed error={error} /> : <Waiting /> : null}
      {data?.length === 0 ? <p class="soft">{t.news.none}</p> : null}
      <ul class="bare">
        {(data ?? []).map((change, i) => (
          <li key={change.id}>
            <span class="news-when small soft">{change.at === data?.[i - 1]?.at ? '' : instant(change.at)}</span>
            <NewsLine change={change} place={place} />
          </li>
        ))}
      </ul>
      {data && data.length === limit ? (
        <p class="no-print">
          <button type="button" class="button" onClick={() => { setLimit(limit * 8); }}>
            {t.news.more}
          </button>
        </p>
      ) : null}
      <div class="card tight news-told no-print">
        <p class="row small">
          {t.news.feeds}
          {FORMATS.map((format) => (
            <a key={format} href={apiPath(`${path}/feed`, { option, format })}>
              {t.news.formats[format]}
            </a>
          ))}
        </p>
        <p class="small">{t.news.alert}</p>
        <pre class="small">{`holdout alert ${place.question} --webhook https://… --state told.json`}</pre>
      </div>
    </section>
  );
}

function NewsLine({ change, place }: { readonly change: Change; readonly place: Place }) {
  const nameOf = useName();
  if (change.kind === 'outcome') return <span class={`outcome-${change.after}`}>{t.news.outcome(t.deadlock.outcomes[change.after].toLowerCase())} {change.count}</span>;
  return (
    <span>
      <Link to={within(place, 'member', change.member)}>{nameOf(change.member)}</Link> <StanceWord stance={change.before} /> → <StanceWord stance={change.after} />
      {change.signals[0] ? <span class="small soft"> {t.changes.because(change.signals[0].because, change.signals[0].quote)}</span> : null}
    </span>
  );
}
