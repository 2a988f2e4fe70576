import type { CountReport } from '../../domain/report.js';
import { apiPath } from '../data/client.js';
import { useAnswer } from '../data/use-answer.js';
import { number, t } from '../messages/index.js';
import { countQuery } from '../question/count-query.js';
import { Link } from '../routing/link.js';
import { withSettings, type Place } from '../routing/place.js';

interface Props {
  readonly report: CountReport;
  readonly place: Place;
}

/** Every option's own count beside the others: what the body could adopt instead. */
export function OptionsTable({ report, place }: Props) {
  return (
    <section class="stack" aria-labelledby="options-title">
      <h2 id="options-title">{t.deadlock.options}</h2>
      <div class="scroll-x" tabIndex={0} role="group" aria-labelledby="options-title">
        <table>
          <caption>{t.deadlock.optionsCaption(report.options.length)}</caption>
          <thead>
            <tr>
              <th scope="col">{t.option}</th>
              <th scope="col">{t.deadlock.outcome}</th>
              <th scope="col" class="number">{t.stance.support}</th>
              <th scope="col" class="number">{t.holdouts.title}</th>
              <th scope="col" class="number">{t.stance.unknown}</th>
              <th scope="col" class="number">{t.facts.flipsName}</th>
            </tr>
          </thead>
          <tbody>
            {report.options.map((o) => (
              <OptionRow key={o.id} id={o.id} proposal={o.proposal} place={place} current={o.id === report.option.id} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function OptionRow({ id, proposal, place, current }: { readonly id: string; readonly proposal: string; readonly place: Place; readonly current: boolean }) {
  const { data } = useAnswer<CountReport>(apiPath(`/questions/${encodeURIComponent(place.question)}/count`, { ...countQuery(place), assume: '', option: id }));
  const c = data?.count;
  return (
    <tr class={`outcome-${c?.outcome ?? 'open'}`}>
      <th scope="row">
        {current ? proposal : <Link to={withSettings(place, { option: id, assume: '' })}>{proposal}</Link>}
        {current ? <span class="small soft"> {t.deadlock.thisOne}</span> : null}
      </th>
      <td class="outcome-word">{c ? t.deadlock.outcomes[c.outcome] : ' '}</td>
      <td class="number">{c ? number(c.supporters.length) : ''}</td>
      <td class="number">{c ? number(c.holdouts.length) : ''}</td>
      <td class="number">{c ? number(c.unknown.length) : ''}</td>
      <td class="number">{c ? (c.fewestFlips ? number(c.fewestFlips.count) : '—') : ''}</td>
    </tr>
  );
}
