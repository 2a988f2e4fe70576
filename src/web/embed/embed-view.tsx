import type { CountReport } from '../../domain/report.js';
import { apiPath } from '../data/client.js';
import { useAnswer } from '../data/use-answer.js';
import { t } from '../messages/index.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { countQuery } from '../question/count-query.js';
import { Seats } from '../question/seats.js';
import { hrefOf } from '../routing/navigate.js';
import type { Place } from '../routing/place.js';
import { useTitle } from '../shell/use-title.js';
import './embed-view.css';

/** The outcome and the seats alone, to stand in another page; everything in it leads to the full question in a new tab. */
export function EmbedView({ place }: { readonly place: Place }) {
  const { data, error } = useAnswer<CountReport>(apiPath(`/questions/${encodeURIComponent(place.question)}/count`, countQuery(place)));
  useTitle(data?.count.sentence ?? '');
  if (data === null) return <main class="embed">{error ? <Failed error={error} /> : <Waiting />}</main>;
  const full: Place = { ...place, view: 'question' };
  const [word, ...rest] = data.count.sentence.split(':');
  return (
    <main class={`embed outcome-${data.count.outcome}`}>
      <p class="kicker">
        {data.question.bodyName} · {data.question.title}
      </p>
      <h1>
        <span class="outcome-word">{word}:</span>
        {rest.join(':')}
      </h1>
      <Seats report={data} place={full} onChoose={(m) => { open(hrefOf({ ...full, view: 'member', id: m.member }), '_blank', 'noopener'); }} />
      <p class="small">
        <a href={hrefOf(full)} target="_blank" rel="noopener">
          {t.embed.full}
        </a>
      </p>
    </main>
  );
}
