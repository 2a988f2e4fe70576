import type { Schemas } from '../../client/create-client.js';
import type { CountReport } from '../../domain/report.js';
import { apiPath } from '../data/client.js';
import { useName } from '../data/names.js';
import { useAnswer } from '../data/use-answer.js';
import { Figure } from '../figure/figure.js';
import { decimal, list, number, t } from '../messages/index.js';
import { Help } from '../parts/help.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { useWidth } from '../parts/use-width.js';
import { citationOf } from '../question/citation.js';
import { countQuery } from '../question/count-query.js';
import { Link } from '../routing/link.js';
import { navigate } from '../routing/navigate.js';
import { within, withSettings, type Place } from '../routing/place.js';
import { tracksOf, type Track } from './tracks.js';

type Answer = Schemas['Bargain'];

const MODELS = ['challenge', 'median', 'mean', 'nash', 'ktab'] as const;

interface Props {
  readonly report: CountReport;
  readonly place: Place;
}

/** Where bargaining among the members would end by a model, round by round, and how far what is not known spreads it. */
export function Bargaining({ report, place }: Props) {
  const model = MODELS.find((m) => m === place.settings['model']) ?? 'challenge';
  const { data, error } = useAnswer<Answer>(apiPath(`/questions/${encodeURIComponent(place.question)}/bargain`, { ...countQuery(place), model: model === 'challenge' ? '' : model }));
  const nameOf = useName();
  return (
    <section class="stack" aria-labelledby="bargain-title">
      <h2 id="bargain-title">
        {t.bargain.title}
        <Help of={t.bargain.title}>
          <p>{t.help.bargain}</p>
        </Help>
      </h2>
      <p class="measure soft">{t.bargain.what}</p>
      <label class="row small no-print">
        {t.bargain.model}
        <select class="plain" value={model} onChange={(e) => { navigate(withSettings(place, { model: e.currentTarget.value === 'challenge' ? '' : e.currentTarget.value }), 'replace'); }}>
          {MODELS.map((m) => (
            <option key={m} value={m}>
              {t.bargain.models[m]}
            </option>
          ))}
        </select>
      </label>
      {error ? error.code === 'question-unknown' ? <p class="soft">{t.bargain.nobody}</p> : <Failed error={error} /> : data === null ? <Waiting /> : null}
      {data ? (
        <>
          <Rounds data={data} report={report} place={place} />
          <details>
            <summary>{t.bargain.table}</summary>
            <div class="scroll-x" tabIndex={0} role="group" aria-label={t.bargain.table}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t.compare.member}</th>
                    <th scope="col" class="number">{t.bargain.starts}</th>
                    <th scope="col" class="number">{t.influence.ends}</th>
                    <th scope="col" class="number">{t.bargain.capability}</th>
                    <th scope="col" class="number">{t.bargain.salience}</th>
                  </tr>
                </thead>
                <tbody>
                  {[...data.actors].sort((a, b) => nameOf(a.name).localeCompare(nameOf(b.name))).map((a) => (
                    <tr key={a.name}>
                      <th scope="row">
                        <Link to={within(place, 'member', a.name)}>{nameOf(a.name)}</Link>
                      </th>
                      <td class="number">{number(Math.round(a.positions[0] ?? 0))}</td>
                      <td class="number">{a.ends ? number(Math.round(a.ends[0] ?? 0)) : '—'}</td>
                      <td class="number">{decimal(a.capability)}</td>
                      <td class="number">{decimal(a.saliences[0] ?? 0)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
          <ul class="small soft">
            {data.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

const HEIGHT = 260;
const EDGE = 18;

function Rounds({ data, report, place }: Props & { readonly data: Answer }) {
  const [ref, width] = useWidth<HTMLDivElement>(720);
  const nameOf = useName();
  const tracks = tracksOf(data);
  const last = Math.max(1, ...tracks.map((track) => track.places.length - 1));
  const narrow = width < 560;
  const left = narrow ? 96 : 230;
  const x = (round: number): number => left + 10 + (round / last) * (width - left - 84);
  const y = (place: number): number => EDGE + (1 - place / 100) * (HEIGHT - 2 * EDGE);
  const forecast = data.forecast?.[0] ?? null;
  const runs = data.simulation;
  const level = (at: number): string => number(Math.round(runs?.dimensions[0]?.quantiles.find((q) => q.level === at)?.value ?? 0));
  const top = data.pressure[0]?.actor;
  return (
    <Figure
      title={t.bargain.picture}
      caption={t.bargain.caption({
        model: t.bargain.models[data.model],
        forecast: forecast === null ? null : number(Math.round(forecast)),
        rounds: data.rounds.length - 1,
        mover: top === undefined ? null : nameOf(top),
        spread: runs ? { low: level(0.05), high: level(0.95), runs: number(runs.runs) } : null,
        members: data.actors.length,
        of: report.count.members,
      })}
      citation={citationOf(report)}
      place={place}
      file={`${report.question.id}-bargaining`}
      table={() => [['member', 'round', 'position'], ...tracks.flatMap((track) => track.members.flatMap((m) => track.places.map((p, round) => [m, round, p])))]}
    >
      <div ref={ref}>
        <svg data-picture class="bargain" viewBox={`0 0 ${String(width)} ${String(HEIGHT + 24)}`} width={width} height={HEIGHT + 24} role="img" aria-label={t.bargain.picture}>
          {[0, 50, 100].map((at) => (
            <line key={at} class="lane" x1={left} x2={width - 70} y1={y(at)} y2={y(at)} />
          ))}
          {([[100, t.bargain.top], [0, t.bargain.bottom]] as const).map(([place, word]) =>
            forecast !== null && Math.abs(forecast - place) < 8 ? null : (
              <text key={place} class="soft-text" x={width - 64} y={y(place) + 5} font-size="13">
                {word}
              </text>
            ),
          )}
          {tracks.map((track) => (
            <TrackLine key={track.members.join()} track={track} d={track.places.map((p, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(p).toFixed(1)}`).join('')} x={x(0)} y={y(track.places[0] ?? 0)} label={labelOf(track.members, nameOf, narrow ? 2 : 4)} left={left} stance={report.members.find((m) => m.member === track.members[0])?.stance ?? 'unknown'} />
          ))}
          {forecast === null ? null : (
            <>
              <line class="forecast" x1={left} x2={width - 70} y1={y(forecast)} y2={y(forecast)} />
              <text x={width - 64} y={y(forecast) + 5} font-size="15" class="forecast-word">
                {number(Math.round(forecast))}
              </text>
            </>
          )}
          {Array.from({ length: data.rounds.length > 1 ? last + 1 : 0 }, (_, i) => (
            <text key={i} class="soft-text" x={x(i)} y={HEIGHT + 14} text-anchor="middle" font-size="12">
              {i === 0 ? t.bargain.start : number(i)}
            </text>
          ))}
        </svg>
      </div>
    </Figure>
  );
}

/** The first few by name, the others as a number. */
const labelOf = (members: readonly string[], nameOf: (code: string) => string, most: number): string =>
  members.length === 1 ? nameOf(members[0] ?? '') : members.length <= most ? members.join(' ') : `${members.slice(0, most - 1).join(' ')} ${t.bargain.others(members.length - most + 1)}`;

function TrackLine({ track, d, x, y, label, left, stance }: { readonly track: Track; readonly d: string; readonly x: number; readonly y: number; readonly label: string; readonly left: number; readonly stance: string }) {
  return (
    <g class={stance}>
      <title>{list(track.members)}</title>
      {track.places.length > 1 ? <path class="track" d={d} stroke-width={1.5 + Math.min(6, track.members.length)} /> : null}
      <circle class="dot" cx={x} cy={y} r={5 + Math.min(4, track.members.length / 2)} />
      <text x={left - 6} y={y + 5} text-anchor="end" font-size="13">
        {label}
      </text>
    </g>
  );
}
