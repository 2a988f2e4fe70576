import type { Schemas } from '../../client/create-client.js';
import type { CountReport } from '../../domain/report.js';
import { apiPath, isExport } from '../data/client.js';
import { useAnswer } from '../data/use-answer.js';
import { Figure } from '../figure/figure.js';
import { number, t } from '../messages/index.js';
import { Help } from '../parts/help.js';
import { useWidth } from '../parts/use-width.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { citationOf } from '../question/citation.js';
import { countQuery } from '../question/count-query.js';
import { navigate } from '../routing/navigate.js';
import { withSettings, type Place } from '../routing/place.js';
import { lookOf } from '../stances.js';

interface Props {
  readonly report: CountReport;
  readonly place: Place;
}

/** Whom to work on, through whom and in which order, as a path; with the proof that less would not do. */
export function Plan({ report, place }: Props) {
  const { budget = '', goal = '' } = place.settings;
  const { data, error } = useAnswer<Schemas['Plan']>(apiPath(`/questions/${encodeURIComponent(place.question)}/plan`, { ...countQuery(place), budget, goal }));
  return (
    <section class="stack" aria-labelledby="plan-title">
      <h2 id="plan-title">
        {t.deadlock.plan}
        <Help of={t.deadlock.plan}>
          <p>{t.help.plan}</p>
          <p>{report.rule.citation}</p>
        </Help>
      </h2>
      <div class="row no-print">
        <label class="row small">
          {t.deadlock.goal}
          <select class="plain" value={goal} onChange={(e) => { navigate(withSettings(place, { goal: e.currentTarget.value }), 'replace'); }}>
            <option value="">{t.deadlock.goals.possible}</option>
            <option value="certain">{t.deadlock.goals.certain}</option>
          </select>
        </label>
        {isExport ? null : <label class="row small">
          {t.deadlock.budget}
          <input class="plain budget" type="number" min={0} step="any" inputMode="decimal" value={budget} onChange={(e) => { navigate(withSettings(place, { budget: e.currentTarget.value }), 'replace'); }} />
        </label>}
      </div>
      {error ? <Failed error={error} /> : data === null ? <Waiting /> : null}
      {data && data.steps.length > 0 ? <Path plan={data} report={report} place={place} /> : null}
      {data && data.steps.length === 0 ? <p>{data.sentence}</p> : null}
      {data?.proof ? <p class="measure">{data.proof}</p> : null}
      {data && data.notes.length > 0 ? (
        <ul class="small soft">
          {data.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

const STEP_WIDTH = 150;
const STEP_HEIGHT = 136;
/** Below the words under a seat: where the line to the next row runs. */
const TURN = 76;

function Path({ plan, report, place }: { readonly plan: Schemas['Plan']; readonly report: CountReport; readonly place: Place }) {
  const [ref, width] = useWidth<HTMLDivElement>(720);
  const columns = Math.max(1, Math.floor(width / STEP_WIDTH));
  const rows = Math.ceil(plan.steps.length / columns);
  const at = (i: number): { x: number; y: number } => ({ x: (i % columns) * STEP_WIDTH + STEP_WIDTH / 2, y: Math.floor(i / columns) * STEP_HEIGHT + 36 });
  const height = rows * STEP_HEIGHT - 24;
  const turn = (a: { x: number; y: number }, b: { x: number; y: number }): string => (columns === 1 ? `M${String(a.x - 60)} ${String(a.y)}V${String(b.y)}H${String(b.x - 26)}` : `M${String(a.x + 26)} ${String(a.y)}H${String(a.x + 68)}V${String(a.y + TURN)}H${String(b.x)}V${String(b.y - 26)}`);
  return (
    <Figure
      title={t.deadlock.path}
      caption={plan.sentence}
      citation={citationOf(report)}
      place={place}
      file={`${report.question.id}-plan`}
      table={() => [['order', 'member', 'stance', 'how', 'cost', 'through'], ...plan.steps.map((s) => [s.order, s.member, s.stance, s.how, s.cost, s.through.map((x) => x.member).join(' ')])]}
    >
      <div ref={ref}>
        <svg data-picture class="plan" viewBox={`0 0 ${String(width)} ${String(height)}`} width={width} height={height} role="img" aria-label={t.deadlock.planPicture}>
          {plan.steps.slice(1).map((s, i) => {
            const [a, b] = [at(i), at(i + 1)];
            return <path key={s.member} class="plan-line" d={a.y === b.y ? `M${String(a.x + 26)} ${String(a.y)}H${String(b.x - 26)}` : turn(a, b)} />;
          })}
          {plan.steps.map((s, i) => {
            const { x, y } = at(i);
            const square = lookOf(s.stance).square;
            return (
              <g key={s.member} class={s.stance}>
                <rect class="plan-seat" x={x - 24} y={y - 24} width="48" height="48" rx={square ? 5 : 24} />
                <text class="plan-code" x={x} y={y + 5} text-anchor="middle" font-size="14">
                  {s.member}
                </text>
                <text class="plan-text" x={x} y={y + 42} text-anchor="middle" font-size="13">
                  {t.deadlock.step(number(s.order), t.deadlock.hows[s.how], number(s.cost))}
                </text>
                {s.through[0] ? (
                  <text class="plan-text soft-text" x={x} y={y + 58} text-anchor="middle" font-size="12">
                    {t.deadlock.through(s.through.slice(0, 3).map((m) => m.member).join(', '))}
                  </text>
                ) : null}
              </g>
            );
          })}
        </svg>
      </div>
    </Figure>
  );
}
