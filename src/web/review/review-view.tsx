import type { Schemas } from '../../client/create-client.js';
import { apiPath } from '../data/client.js';
import { useName } from '../data/names.js';
import { useAnswer } from '../data/use-answer.js';
import { instant, percent, t } from '../messages/index.js';
import { LongList } from '../parts/long-list.js';
import { StanceWord } from '../parts/stance-mark.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { Link } from '../routing/link.js';
import { within, type Place } from '../routing/place.js';
import { useTitle } from '../shell/use-title.js';
import './review-view.css';

/** What nobody has looked at, first what could change the count; and what people decided. */
export function ReviewView({ place }: { readonly place: Place }) {
  const base = `/questions/${encodeURIComponent(place.question)}`;
  const queue = useAnswer<readonly Schemas['QueueItem'][]>(apiPath(`${base}/queue`, { option: place.settings['option'], limit: '1000' }));
  const log = useAnswer<readonly Schemas['Decision'][]>(apiPath(`${base}/decisions`, { limit: '1000' }));
  const nameOf = useName();
  useTitle(t.review.title);
  if (queue.data === null) return queue.error ? <Failed error={queue.error} /> : <Waiting />;
  const decisions = [...(log.data ?? [])].reverse();
  return (
    <div class="review">
      <header class="stack">
        <h1>{t.review.title}</h1>
        <p class="measure soft">{t.review.what}</p>
      </header>
      <section class="stack" aria-labelledby="queue-title">
        <h2 id="queue-title">{t.review.queue(queue.data.length)}</h2>
        <LongList
          items={queue.data}
          keyOf={(q) => q.signalId}
          label={t.review.queue(queue.data.length)}
          rowHeight={88}
          row={(q) => (
            <div class="queue-line">
              <p class="row">
                <strong>{nameOf(q.member)}</strong> <StanceWord stance={q.stance} />
                <span class={`badge${q.effect === 'changes nothing' ? '' : ' effect'}`}>{t.review.effects[q.effect]}</span>
                <span class="small soft number">{t.review.doubt(percent(q.doubt), percent(q.confidence))}</span>
              </p>
              <p class="queue-quote" dir="auto">
                “{q.quote}”
              </p>
              <p>
                <Link to={within(place, 'document', q.documentId, { signal: q.signalId })}>{t.review.look}</Link>
              </p>
            </div>
          )}
        />
      </section>
      <section class="stack" aria-labelledby="log-title">
        <h2 id="log-title">{t.review.log(decisions.length)}</h2>
        <LongList
          items={decisions}
          keyOf={(d) => String(d.id)}
          label={t.review.log(decisions.length)}
          rowHeight={56}
          row={(d) => (
            <div class="queue-line">
              <p>
                <strong>{d.author}</strong> {t.review.actions[d.action]} {d.member ? nameOf(d.member) : ''} {d.stance ? <StanceWord stance={d.stance} /> : null}
                <span class="small soft">
                  {' '}
                  {instant(d.recordedAt)}
                  {d.note ? ` · ${d.note}` : ''}
                </span>
              </p>
              {d.quote ? <p class="small soft">“{d.quote}”</p> : null}
            </div>
          )}
        />
      </section>
    </div>
  );
}
