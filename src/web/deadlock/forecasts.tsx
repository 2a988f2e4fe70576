import { useState } from 'preact/hooks';
import type { Schemas } from '../../client/create-client.js';
import type { CountReport } from '../../domain/report.js';
import { AnswerError, apiPath, isExport, send } from '../data/client.js';
import { announceChange, useAnswer } from '../data/use-answer.js';
import { day, decimal, number, t } from '../messages/index.js';
import { useAuthor } from '../parts/author.js';
import { Help } from '../parts/help.js';
import { Failed } from '../parts/state-of-answer.js';
import { countQuery } from '../question/count-query.js';
import type { Place } from '../routing/place.js';
import { Backtest } from './backtest.js';
import { chance } from './chance.js';

interface Props {
  readonly report: CountReport;
  readonly place: Place;
}

const pathOf = (place: Place, what: string): string => apiPath(`/questions/${encodeURIComponent(place.question)}/${what}`);

/** Chances of adoption as somebody gave them, dated, and what came of them; a new one can be kept, and the end of the question told. */
export function Forecasts({ report, place }: Props) {
  const { data, error } = useAnswer<Schemas['Forecasts']>(pathOf(place, 'forecasts'));
  const [replayed, setReplayed] = useState(false);
  const mine = (data?.forecasts ?? []).filter((f) => f.option === report.option.id);
  return (
    <section class="stack" aria-labelledby="forecasts-title">
      <h2 id="forecasts-title">
        {t.forecasts.title}
        <Help of={t.forecasts.title}>
          <p>{t.help.forecasts}</p>
        </Help>
      </h2>
      {error ? <Failed error={error} /> : null}
      {data && mine.length === 0 ? <p class="soft">{t.forecasts.none}</p> : null}
      {mine.length > 0 ? (
        <div class="scroll-x" tabIndex={0} role="group" aria-labelledby="forecasts-title">
          <table>
            <caption>{t.forecasts.caption(mine.length, mine.filter((f) => f.scored).length)}</caption>
            <thead>
              <tr>
                <th scope="col">{t.forecasts.on}</th>
                <th scope="col">{t.forecasts.by}</th>
                <th scope="col" class="number">{t.forecasts.said}</th>
                <th scope="col">{t.forecasts.cameOf}</th>
              </tr>
            </thead>
            <tbody>
              {mine.map((f) => (
                <tr key={f.id}>
                  <td>{day(f.asOf)}</td>
                  <td>
                    {f.author}
                    {f.method === 'count' ? <span class="small soft"> {t.forecasts.byCount}</span> : null}
                    {f.note ? <span class="small soft"> {f.note}</span> : null}
                  </td>
                  <td class="number">{chance(f.probability)}</td>
                  <td>{f.resolution ? t.forecasts.ended(f.resolution.adopted, day(f.resolution.on)) : t.forecasts.open}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {data?.scores ? <p>{t.forecasts.scores(number(data.scores.forecasts), decimal(data.scores.brier), decimal(data.scores.reference), decimal(data.scores.logScore))}</p> : null}
      {isExport ? null : <Keep report={report} place={place} />}
      <details onToggle={(event) => { if (event.currentTarget.open) setReplayed(true); }}>
        <summary>{t.forecasts.replay}</summary>
        {replayed ? <Backtest report={report} place={place} /> : null}
      </details>
    </section>
  );
}

/** Keeps a forecast, or how the question ended. */
function Keep({ report, place }: Props) {
  const [author, authorField] = useAuthor();
  const [percent, setPercent] = useState('');
  const [note, setNote] = useState('');
  const [ended, setEnded] = useState<'' | 'adopted' | 'not-adopted'>('');
  const [on, setOn] = useState('');
  const [error, setError] = useState<AnswerError | null>(null);
  const post = async (path: string, body: object): Promise<void> => {
    setError(null);
    try {
      await send('POST', path, { author, note, option: report.option.id, ...body });
      setPercent('');
      setNote('');
      setEnded('');
      announceChange();
    } catch (e) {
      setError(e instanceof AnswerError ? e : new AnswerError(String(e), 0, ''));
    }
  };
  const own = report.probability;
  const query = new URLSearchParams(countQuery(place)).toString();
  return (
    <details class="no-print">
      <summary>{t.forecasts.keep}</summary>
      <div class="deadlock-grid keep">
        <form class="tight" onSubmit={(e) => { e.preventDefault(); void post(`${pathOf(place, 'forecasts')}${query ? `?${query}` : ''}`, percent === '' ? {} : { probability: Number(percent) / 100 }); }}>
          <h3>{t.forecasts.keepTitle}</h3>
          <label class="field">
            <span>{t.forecasts.percent}</span>
            <input type="number" min={0} max={100} step="any" inputMode="decimal" value={percent} required={own === null} onInput={(e) => { setPercent(e.currentTarget.value); }} />
            <span class="hint">{own ? t.forecasts.ownChance(chance(own.adoption)) : t.forecasts.noOwnChance}</span>
          </label>
          <label class="field">
            <span>{t.whatIfs.why}</span>
            <input value={note} onInput={(e) => { setNote(e.currentTarget.value); }} />
          </label>
          {authorField}
          <button type="submit" class="button main" disabled={author === ''}>
            {t.forecasts.keepIt}
          </button>
        </form>
        <form class="tight" onSubmit={(e) => { e.preventDefault(); void post(pathOf(place, 'resolutions'), { outcome: ended, ...(on ? { on } : {}) }); }}>
          <h3>{t.forecasts.endTitle}</h3>
          <label class="field">
            <span>{t.forecasts.end}</span>
            <select required value={ended} onChange={(e) => { setEnded(e.currentTarget.value as '' | 'adopted' | 'not-adopted'); }}>
              <option value="">{t.forecasts.stillOpen}</option>
              <option value="adopted">{t.forecasts.outcomes.adopted}</option>
              <option value="not-adopted">{t.forecasts.outcomes['not-adopted']}</option>
            </select>
          </label>
          <label class="field">
            <span>{t.forecasts.endOn}</span>
            <input type="date" value={on} onInput={(e) => { setOn(e.currentTarget.value); }} />
            <span class="hint">{t.forecasts.endHint}</span>
          </label>
          <button type="submit" class="button" disabled={author === '' || ended === ''}>
            {t.forecasts.endIt}
          </button>
        </form>
      </div>
      {error ? <Failed error={error} /> : null}
    </details>
  );
}
