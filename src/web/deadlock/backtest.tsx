import type { Schemas } from '../../client/create-client.js';
import type { CountReport } from '../../domain/report.js';
import { apiPath } from '../data/client.js';
import { useAnswer } from '../data/use-answer.js';
import { Figure } from '../figure/figure.js';
import { day, decimal, number, t } from '../messages/index.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { useWidth } from '../parts/use-width.js';
import { citationOf } from '../question/citation.js';
import type { Place } from '../routing/place.js';
import { chance } from './chance.js';

const HEIGHT = 180;
const LEFT = 44;

/** The question replayed day by day: how many held out, and how likely adoption looked, as of each day. */
export function Backtest({ report, place }: { readonly report: CountReport; readonly place: Place }) {
  const [ref, width] = useWidth<HTMLDivElement>(720);
  const { data, error } = useAnswer<Schemas['Backtest']>(apiPath(`/questions/${encodeURIComponent(place.question)}/backtest`, { option: place.settings['option'] }));
  if (data === null) return error ? <Failed error={error} /> : <Waiting />;
  const { days } = data;
  const [first, last] = [days[0], days[days.length - 1]];
  if (!first || !last) return <p class="soft">{t.forecasts.nothingToReplay}</p>;
  const wide = (width - LEFT - 8) / days.length;
  const x = (i: number): number => LEFT + (i + 0.5) * wide;
  const y = (share: number): number => 8 + (1 - share) * (HEIGHT - 8);
  const line = days.flatMap((d, i) => (d.probability === null ? [] : [`${x(i).toFixed(1)} ${y(d.probability).toFixed(1)}`])).join('L');
  const said = (p: number | null): string => (p === null ? t.forecasts.notReckoned : chance(p));
  return (
    <Figure
      title={t.forecasts.replayTitle}
      caption={`${t.forecasts.replayCaption(day(first.day), day(last.day), [number(first.holdouts), number(last.holdouts)], [said(first.probability), said(last.probability)])} ${data.scores ? t.forecasts.scores(number(data.scores.forecasts), decimal(data.scores.brier), decimal(data.scores.reference), decimal(data.scores.logScore)) : t.forecasts.notResolved}`}
      citation={citationOf(report)}
      place={place}
      file={`${report.question.id}-replay`}
      table={() => [['day', 'outcome', 'chance', 'holdouts', 'signals'], ...days.map((d) => [d.day, d.outcome, d.probability ?? '', d.holdouts, d.signals])]}
    >
      <div ref={ref}>
        <svg data-picture class="replay" viewBox={`0 0 ${String(width)} ${String(HEIGHT + 24)}`} width={width} height={HEIGHT + 24} role="img" aria-label={t.forecasts.replayTitle}>
          {[0, 0.5, 1].map((share) => (
            <g key={share}>
              <line class="lane" x1={LEFT} x2={width} y1={y(share)} y2={y(share)} />
              <text class="soft-text" x={LEFT - 6} y={y(share) + 5} text-anchor="end" font-size="12">
                {chance(share)}
              </text>
            </g>
          ))}
          {days.map((d, i) => {
            const high = ((HEIGHT - 8) * d.holdouts) / Math.max(1, report.count.members);
            return (
              <rect key={d.day} class="holdout-bar" x={x(i) - wide * 0.4} y={HEIGHT - high} width={Math.max(1, wide * 0.8)} height={high}>
                <title>{t.forecasts.onDay(day(d.day), number(d.holdouts), said(d.probability))}</title>
              </rect>
            );
          })}
          {line === '' ? null : <path class="path" d={`M${line}`} />}
          <text class="soft-text" x={LEFT} y={HEIGHT + 18} font-size="12">
            {day(first.day)}
          </text>
          <text class="soft-text" x={width} y={HEIGHT + 18} text-anchor="end" font-size="12">
            {day(last.day)}
          </text>
        </svg>
      </div>
    </Figure>
  );
}
