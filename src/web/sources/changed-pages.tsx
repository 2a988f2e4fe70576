import type { Schemas } from '../../client/create-client.js';
import { apiPath } from '../data/client.js';
import { useName } from '../data/names.js';
import { useAnswer } from '../data/use-answer.js';
import { instant, number, t } from '../messages/index.js';
import { StanceWord } from '../parts/stance-mark.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { Link } from '../routing/link.js';
import { within, withSettings, type Place } from '../routing/place.js';
import { WebAddress } from './web-address.js';

interface Props {
  readonly place: Place;
  readonly pages: readonly Schemas['ChangedPage'][];
}

/** Pages that changed after they were read; one of them with every version, what changed in it, and which evidence is gone. */
export function ChangedPages({ place, pages }: Props) {
  const address = place.settings['page'];
  if (address) return <PageVersions address={address} place={place} />;
  return (
    <section class="stack" aria-labelledby="changed-title">
      <h2 id="changed-title">{t.versions.title(pages.length)}</h2>
      <p class="measure soft">{t.versions.what}</p>
      <ul class="bare">
        {pages.map((p) => (
          <li key={p.address} class="source-line">
            <div>
              <p>
                <Link to={withSettings(place, { page: p.address })}>{p.title || p.address}</Link> {p.vanished > 0 ? <span class="badge gone">{t.versions.gone(p.vanished)}</span> : null}
              </p>
              <p class="small soft">{t.versions.changed(number(p.versions), instant(p.changedAt))}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PageVersions({ address, place }: { readonly address: string; readonly place: Place }) {
  const { data, error } = useAnswer<Schemas['PageVersions']>(apiPath('/versions', { address, question: place.question }));
  const nameOf = useName();
  return (
    <section class="stack" aria-labelledby="versions-title">
      <p>
        <Link to={withSettings(place, { page: '' })}>{t.versions.all}</Link>
      </p>
      <h2 id="versions-title">{t.versions.of}</h2>
      <p>
        <WebAddress address={address} />
      </p>
      {data === null ? error ? <Failed error={error} /> : <Waiting /> : null}
      <ol class="bare versions">
        {[...(data?.versions ?? [])].reverse().map((v) => (
          <li key={v.number} class="card tight">
            <h3>
              {t.versions.number(number(v.number))} <Link to={within(place, 'document', v.documentId)}>{v.title || t.untitled}</Link>
            </h3>
            <p class="small soft">{t.versions.seen(instant(v.firstSeen), instant(v.lastSeen))}</p>
            {v.number === 1 ? null : v.changes.length === 0 ? <p class="small">{t.versions.noChange}</p> : <p class="small">{t.versions.changes(v.changes.length)}</p>}
            {v.changes.map((c, i) => (
              <p key={String(i)} class="version-change" dir="auto">
                {c.was ? <del>{c.was}</del> : null} {c.now ? <ins>{c.now}</ins> : null}
              </p>
            ))}
            {v.vanished.length > 0 ? (
              <div class="notice bad tight">
                <h4>{t.versions.goneTitle(v.vanished.length)}</h4>
                {v.vanished.map((g) => (
                  <div key={g.signalId}>
                    <p>
                      <Link to={within(place, 'member', g.member, { option: g.option })}>{nameOf(g.member)}</Link> <StanceWord stance={g.stance} /> <Link to={within(place, 'document', g.documentId, { signal: g.signalId })}>{t.versions.look}</Link>
                    </p>
                    <blockquote dir="auto">“{g.quote}”</blockquote>
                    <p class="small soft">{g.note}</p>
                  </div>
                ))}
              </div>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
