import type { Schemas } from '../../client/create-client.js';
import { apiPath, isExport } from '../data/client.js';
import { useAnswer } from '../data/use-answer.js';
import { instant, t } from '../messages/index.js';
import { StanceWord } from '../parts/stance-mark.js';
import { Link } from '../routing/link.js';
import { within, type Place } from '../routing/place.js';
import { useLastVisit } from './last-visit.js';
import './changes.css';


/** What changed since this browser last looked; says so when nothing did, and nothing on a first visit. */
export function Changes({ place }: { readonly place: Place }) {
  const since = useLastVisit(place.question);
  const option = place.settings['option'];
  const { data } = useAnswer<Schemas['Changes']>(since === null || isExport ? null : apiPath(`/questions/${encodeURIComponent(place.question)}/changes`, { from: since, option }));
  if (since === null || data === null) return null;
  const moved = data.positions.filter((p) => p.before !== p.after);
  const firmer = data.positions.length - moved.length;
  return (
    <section class="changes notice" aria-labelledby="changes-title">
      <h2 id="changes-title">{t.changes.title(instant(since))}</h2>
      {data.positions.length === 0 ? <p>{t.changes.none}</p> : null}
      {moved.length > 0 ? (
        <ul class="bare">
          {moved.map((p) => (
            <li key={p.member}>
              <Link to={within(place, 'member', p.member)}>{p.name}</Link> <StanceWord stance={p.before} /> → <StanceWord stance={p.after} />
              {p.signals[0] ? <span class="small soft"> {t.changes.because(p.signals[0].because, p.signals[0].quote)}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {firmer > 0 ? <p class="small soft">{t.changes.firmer(firmer)}</p> : null}
    </section>
  );
}
