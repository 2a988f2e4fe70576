import type { Schemas } from '../../client/create-client.js';
import { number, t } from '../messages/index.js';
import { Link } from '../routing/link.js';
import { withSettings, type Place } from '../routing/place.js';
import { chance } from './chance.js';

interface Props {
  readonly options: Schemas['Options'];
  readonly current: string;
  readonly place: Place;
}

/** Every option's own count beside the others: what the body could adopt instead. */
export function OptionsTable({ options, current, place }: Props) {
  const proposal = (id: string): string => options.options.find((o) => o.id === id)?.proposal ?? id;
  return (
    <section class="stack" aria-labelledby="options-title">
      <h2 id="options-title">{t.deadlock.options}</h2>
      <p>{t.deadlock.optionsSentence(options.adopted.map(proposal), options.possible.map(proposal), options.nearest.map(proposal), options.options.length)}</p>
      <div class="scroll-x" tabIndex={0} role="group" aria-labelledby="options-title">
        <table>
          <caption>{t.deadlock.optionsCaption(options.options.length)}</caption>
          <thead>
            <tr>
              <th scope="col">{t.option}</th>
              <th scope="col">{t.deadlock.outcome}</th>
              <th scope="col" class="number">{t.stance.support}</th>
              <th scope="col" class="number">{t.holdouts.title}</th>
              <th scope="col" class="number">{t.deadlock.undecided}</th>
              <th scope="col" class="number">{t.facts.flipsName}</th>
              <th scope="col" class="number">{t.deadlock.chanceApart}</th>
            </tr>
          </thead>
          <tbody>
            {options.options.map((o) => (
              <tr key={o.id} class={`outcome-${o.outcome}`}>
                <th scope="row">
                  {o.id === current ? o.proposal : <Link to={withSettings(place, { option: o.id, assume: '', met: '' })}>{o.proposal}</Link>}
                  <span class="small soft">
                    {o.id === current ? ` ${t.deadlock.thisOne}` : ''}
                    {options.nearest.includes(o.id) ? ` · ${t.deadlock.nearest}` : ''}
                    {o.dominatedBy.length > 0 ? ` · ${t.deadlock.dominated}` : ''}
                  </span>
                </th>
                <td class="outcome-word">{t.deadlock.outcomes[o.outcome]}</td>
                <td class="number">{number(o.supporters.length)}</td>
                <td class="number">{number(o.holdouts.length)}</td>
                <td class="number">{number(o.undecided.length)}</td>
                <td class="number">{o.fewestFlips === null ? '—' : number(o.fewestFlips)}</td>
                <td class="number">{o.probability ? chance(o.probability.apart) : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
