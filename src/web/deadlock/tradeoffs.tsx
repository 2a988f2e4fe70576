import type { Schemas } from '../../client/create-client.js';
import type { CountReport } from '../../domain/report.js';
import { apiPath, isExport } from '../data/client.js';
import { useAnswer } from '../data/use-answer.js';
import { Figure } from '../figure/figure.js';
import { decimal, number, reasonWord, signed, t } from '../messages/index.js';
import { Help } from '../parts/help.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { useWidth } from '../parts/use-width.js';
import { citationOf } from '../question/citation.js';
import { countQuery } from '../question/count-query.js';
import { navigate } from '../routing/navigate.js';
import { withSettings, type Place } from '../routing/place.js';
import { weightsOf, withWeight } from './weights.js';

type Answer = Schemas['Tradeoffs'];

interface Props {
  readonly report: CountReport;
  readonly place: Place;
}

/** What each option is worth by the reasons that members gave, with a weight for each concern to try, and which weight matters most. */
export function Tradeoffs({ report, place }: Props) {
  const weights = place.settings['weights'] ?? '';
  const given = weightsOf(weights);
  const path = apiPath(`/questions/${encodeURIComponent(place.question)}/tradeoffs`, countQuery(place));
  const { data, error } = useAnswer<Answer>(path, given.size > 0 ? JSON.stringify({ weights: Object.fromEntries(given) }) : undefined);
  const weigh = (kind: string, to: number): void => {
    navigate(withSettings(place, { weights: withWeight(weights, kind, to) }), 'replace');
  };
  return (
    <section class="stack" aria-labelledby="tradeoffs-title">
      <h2 id="tradeoffs-title">
        {t.tradeoffs.title}
        <Help of={t.tradeoffs.title}>
          <p>{t.help.tradeoffs}</p>
        </Help>
      </h2>
      {error ? <Failed error={error} /> : data === null ? <Waiting /> : null}
      {data && data.tornado.length === 0 ? <p class="soft">{t.tradeoffs.none}</p> : null}
      {data && data.tornado.length > 0 ? (
        <>
          <p class="measure">{t.tradeoffs.what}</p>
          <div class="deadlock-grid">
            <Worth data={data} />
            {isExport ? null : <div class="tight">
              <h3>{t.tradeoffs.weights}</h3>
              {data.tornado.map((w) => (
                <label key={w.kind} class="weight small">
                  <span>{reasonWord(w.kind)}</span>
                  <input type="range" min={0} max={4} step={0.25} value={w.weight} onChange={(e) => { weigh(w.kind, Number(e.currentTarget.value)); }} />
                  <span class="number">{decimal(w.weight)}</span>
                </label>
              ))}
              {given.size > 0 ? (
                <button type="button" class="button quiet" onClick={() => { navigate(withSettings(place, { weights: '' }), 'replace'); }}>
                  {t.tradeoffs.even}
                </button>
              ) : null}
            </div>}
          </div>
          <Tornado data={data} report={report} place={place} />
        </>
      ) : null}
    </section>
  );
}

/** The options with what they are worth, the best first. */
function Worth({ data }: { readonly data: Answer }) {
  const options = [...data.options].sort((a, b) => (b.payoff ?? -Infinity) - (a.payoff ?? -Infinity));
  return (
    <div class="scroll-x" tabIndex={0} role="group" aria-label={t.tradeoffs.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.option}</th>
            <th scope="col" class="number">{t.tradeoffs.worth}</th>
            <th scope="col" class="number">{t.tradeoffs.gave}</th>
          </tr>
        </thead>
        <tbody>
          {options.map((o) => (
            <tr key={o.id}>
              <th scope="row">{o.proposal}</th>
              <td class="number">{o.payoff === null ? '—' : signed(o.payoff)}</td>
              <td class="number">{number(o.members.length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const ROW = 34;

/** For each concern, how far its weight alone, from the low end of its range to the high one, moves the worth of the best option. */
function Tornado({ data, report, place }: Props & { readonly data: Answer }) {
  const [ref, width] = useWidth<HTMLDivElement>(720);
  const best = data.options.find((o) => o.id === (data.best ?? report.option.id)) ?? data.options[0];
  if (!best) return null;
  const rows = [...data.tornado].map((w) => ({ ...w, a: w.atLow[best.id] ?? 0, b: w.atHigh[best.id] ?? 0 })).sort((x, y) => y.swing - x.swing);
  const all = [...rows.flatMap((r) => [r.a, r.b]), best.payoff ?? 0, 0];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const left = Math.min(190, width * 0.36);
  const x = (value: number): number => left + 8 + ((value - low) / Math.max(1e-9, high - low)) * (width - left - 64);
  const height = rows.length * ROW + 30;
  const top = rows[0];
  return (
    <Figure
      title={t.tradeoffs.picture}
      caption={t.tradeoffs.caption(best.proposal, signed(best.payoff ?? 0), top ? reasonWord(top.kind) : '', top ? signed(top.a) : '', top ? signed(top.b) : '', rows.some((r) => r.turnsBest))}
      citation={citationOf(report)}
      place={place}
      file={`${report.question.id}-tradeoffs`}
      table={() => [['concern', 'weight', 'low', 'high', 'worth at low', 'worth at high', 'turns the best option'], ...rows.map((r) => [r.kind, r.weight, r.low, r.high, r.a, r.b, r.turnsBest ? 'yes' : 'no'])]}
    >
      <div ref={ref}>
        <svg data-picture class="tornado" viewBox={`0 0 ${String(width)} ${String(height)}`} width={width} height={height} role="img" aria-label={t.tradeoffs.picture}>
          <line class="axis" x1={x(best.payoff ?? 0)} x2={x(best.payoff ?? 0)} y1={0} y2={rows.length * ROW + 4} />
          <text class="soft-text" x={x(best.payoff ?? 0)} y={height - 8} text-anchor="middle" font-size="13">
            {signed(best.payoff ?? 0)}
          </text>
          {rows.map((r, i) => (
            <g key={r.kind}>
              <text x={left - 4} y={i * ROW + ROW / 2 + 5} text-anchor="end" font-size="14">
                {reasonWord(r.kind)}
              </text>
              <rect class="tornado-bar" x={Math.min(x(r.a), x(r.b))} y={i * ROW + 6} width={Math.max(2, Math.abs(x(r.b) - x(r.a)))} height={ROW - 12} rx="2" />
              <text class="soft-text" x={Math.max(x(r.a), x(r.b)) + 6} y={i * ROW + ROW / 2 + 5} font-size="13">
                {signed(Math.max(r.a, r.b))}
              </text>
            </g>
          ))}
        </svg>
      </div>
    </Figure>
  );
}
