import { HOLDOUT_STANCES } from '../../domain/stance.js';
import type { CountReport, MemberReport } from '../../domain/report.js';
import { number, percent, t } from '../messages/index.js';
import { Help } from '../parts/help.js';
import { Quote } from '../parts/quote.js';
import { StanceMark } from '../parts/stance-mark.js';
import { Link } from '../routing/link.js';
import { within, type Place } from '../routing/place.js';
import { wordOf } from '../stances.js';
import './holdouts.css';

interface Props {
  readonly report: CountReport;
  readonly place: Place;
}

/** Who is not available, by kind, each with the best sentence for it. */
export function Holdouts({ report, place }: Props) {
  const kinds = HOLDOUT_STANCES.map((stance) => ({ stance, members: report.members.filter((m) => m.stance === stance).sort((a, b) => b.confidence - a.confidence || a.name.localeCompare(b.name)) })).filter((k) => k.members.length > 0);
  return (
    <section class="holdouts" aria-labelledby="holdouts-title">
      <h2 id="holdouts-title">
        {t.holdouts.title}
        <Help of={t.holdouts.title}>
          <p>{t.help.holdout}</p>
          <p>{t.help.confidence}</p>
        </Help>
      </h2>
      {kinds.length === 0 ? <p class="soft">{t.holdouts.none}</p> : null}
      {kinds.map(({ stance, members }) => (
        <section key={stance} class={`kind ${stance}`}>
          <h3>
            <StanceMark stance={stance} /> <span class="stance-word">{wordOf(stance)}</span> <span class="number soft">{number(members.length)}</span>
          </h3>
          <p class="small soft">{t.holdouts.meaning[stance]}</p>
          <ul class="bare">
            {members.map((m) => (
              <Holdout key={m.member} m={m} place={place} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Holdout({ m, place }: { readonly m: MemberReport; readonly place: Place }) {
  return (
    <li class="holdout">
      <p class="holdout-name">
        <Link to={within(place, 'member', m.member)}>{m.name}</Link>{' '}
        <span class="small soft number">
          {m.assumed ? t.supposedHere : `${percent(m.confidence)} · ${t.origins(m.origins)}`}
          {m.contested ? ` · ${t.contested}` : ''}
        </span>
      </p>
      {m.best ? <Quote e={m.best} place={place} clipAt={220} /> : null}
      {m.best?.condition ? (
        <p class="small">
          <strong>{t.condition}</strong> “{m.best.condition.quote}”
        </p>
      ) : null}
    </li>
  );
}
