import { useState } from 'preact/hooks';
import { STANCES } from '../../domain/stance.js';
import type { CountReport, MemberReport } from '../../domain/report.js';
import { number, percent, t } from '../messages/index.js';
import { LongList } from '../parts/long-list.js';
import { StanceWord } from '../parts/stance-mark.js';
import { Link } from '../routing/link.js';
import { within, type Place } from '../routing/place.js';
import { chamberOrder } from './seats.js';
import './everyone.css';

interface Props {
  readonly report: CountReport;
  readonly place: Place;
}

const FILTER_FROM = 40;

/** Every member in a line: name, stance, how the evidence is shared out, and its best words. */
export function Everyone({ report, place }: Props) {
  const [wanted, setWanted] = useState('');
  const fold = wanted.trim().toLowerCase();
  const members = chamberOrder(report.members).filter((m) => fold === '' || `${m.name} ${m.member}`.toLowerCase().includes(fold));
  return (
    <section aria-labelledby="everyone-title" class="everyone stack">
      <div class="figure-head">
        <h2 id="everyone-title">{t.everyone.title(report.count.members)}</h2>
        {report.members.length >= FILTER_FROM ? (
          <label class="row small">
            {t.everyone.find}
            <input
              class="plain"
              type="search"
              value={wanted}
              onInput={(event) => {
                setWanted(event.currentTarget.value);
              }}
            />
          </label>
        ) : null}
      </div>
      <LongList items={members} keyOf={(m) => m.member} label={t.everyone.title(report.count.members)} rowHeight={46} row={(m) => <Line m={m} place={place} />} />
      {members.length === 0 ? <p class="soft">{t.everyone.nobody(wanted)}</p> : null}
    </section>
  );
}

function Line({ m, place }: { readonly m: MemberReport; readonly place: Place }) {
  return (
    <div class="everyone-line">
      <span class="everyone-name">
        <Link to={within(place, 'member', m.member)}>{m.name}</Link>
      </span>
      <span>
        <StanceWord stance={m.stance} />
      </span>
      <Shares m={m} />
      <span class="everyone-words soft">{m.best ? `“${m.best.quote}”` : t.silent}</span>
    </div>
  );
}

/** How the weight of the evidence is shared among stances, as a strip with its words for those who do not see it. */
export function Shares({ m }: { readonly m: MemberReport }) {
  const parts = STANCES.filter((s) => m.distribution[s] > 0.005);
  const words = parts.length === 0 ? t.silent : parts.map((s) => `${t.stance[s]} ${percent(m.distribution[s])}`).join(', ');
  return (
    <span class="shares" title={words}>
      <span class="visually-hidden">{words}</span>
      {parts.map((s) => (
        <span key={s} aria-hidden="true" class={`share ${s}`} style={{ flexGrow: String(m.distribution[s]) }} />
      ))}
      <span aria-hidden="true" class="shares-origins number small soft">
        {m.origins > 0 ? number(m.origins) : ''}
      </span>
    </span>
  );
}
