import type { Schemas } from '../../client/create-client.js';
import type { CountReport, WhyReport } from '../../domain/report.js';
import type { PositionStance } from '../../domain/stance.js';
import type { Timeline } from '../../domain/timeline.js';
import { apiPath } from '../data/client.js';
import { useAnswer } from '../data/use-answer.js';
import { Figure } from '../figure/figure.js';
import { day, locale, t } from '../messages/index.js';
import { Help } from '../parts/help.js';
import { useWidth } from '../parts/use-width.js';
import { citationOf } from '../question/citation.js';
import type { Place } from '../routing/place.js';
import { lookOf, STANCE_LOOKS, wordOf } from '../stances.js';
import { dayNumber, rangeOf, ticks } from './history-scale.js';

interface Props {
  readonly why: WhyReport;
  readonly report: CountReport;
  readonly place: Place;
}

/** Dots nearer than this many pixels would hide one another: one is drawn for all of them. */
const DOT_STEP = 3;

/** The first of those that share a key, with how many there are. */
function dotsOf<T>(all: readonly T[], keyOf: (item: T) => string): readonly { readonly first: T; readonly count: number }[] {
  const found = new Map<string, { readonly first: T; count: number }>();
  for (const item of all) {
    const known = found.get(keyOf(item));
    if (known) known.count += 1;
    else found.set(keyOf(item), { first: item, count: 1 });
  }
  return [...found.values()];
}

const LANE = 34;
const SIDE = 170;
const GOVERNMENT = ['head-of-government', 'foreign-minister'] as const;

/** Where a member stood from day to day, the words that moved it, and who governed then. */
export function MemberHistory({ why, report, place }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>(720);
  const timeline = useAnswer<Timeline>(apiPath(`/questions/${encodeURIComponent(place.question)}/timeline`, { option: place.settings['option'] })).data;
  const record = useAnswer<Schemas['MemberRecord']>(apiPath(`/members/${encodeURIComponent(why.position.member)}`)).data;
  const p = why.position;
  const moments = (timeline?.valid ?? []).map((m) => ({ at: m.at, stance: m.stances[p.member] ?? ('unknown' as PositionStance) }));
  const dated = why.evidence.flatMap((e) => (e.date ? [{ date: e.date as string, stance: e.stance as PositionStance, quote: e.quote }] : []));
  const steps = moments.filter((m, i) => m.stance !== moments[i - 1]?.stance);
  const known = steps.filter((s) => s.stance !== 'unknown');
  if (known.length === 0 || dated.length === 0) return null;
  const range = rangeOf([...dated.map((e) => dayNumber(e.date)), ...known.map((s) => dayNumber(s.at))]);
  const lanes = STANCE_LOOKS.filter(({ stance }) => stance === 'unknown' || [...steps, ...dated].some((x) => x.stance === stance));
  const narrow = width < 520;
  const left = narrow ? 44 : SIDE;
  const x = (at: number): number => left + ((at - range.from) / (range.to - range.from)) * (width - left - 12);
  const y = (stance: PositionStance): number => lanes.findIndex((l) => l.stance === stance) * LANE + LANE / 2;
  const axis = lanes.length * LANE;
  const terms = GOVERNMENT.flatMap((office, row) => (record?.offices ?? []).filter((o) => o.office === office && dayNumber(o.from) <= range.to && (o.to === null || dayNumber(o.to, true) >= range.from)).map((o) => ({ ...o, row })));
  const rows = GOVERNMENT.filter((_, row) => terms.some((o) => o.row === row)).length;
  const height = axis + 24 + rows * 30;
  const dots = dotsOf(dated, (e) => `${e.stance} ${String(Math.round(x(dayNumber(e.date)) / DOT_STEP))}`);
  let d = '';
  steps.forEach((s, i) => {
    const from = i === 0 ? x(Math.max(range.from, dayNumber(s.at))) : x(dayNumber(s.at));
    const next = steps[i + 1];
    d += `${i === 0 ? 'M' : 'L'}${from.toFixed(1)} ${String(y(s.stance))}H${x(next ? dayNumber(next.at) : range.to).toFixed(1)}`;
  });
  const { days: marks, unit } = ticks(range, narrow ? 4 : 8);
  const tickText = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...(unit === 'day' ? { day: 'numeric', month: 'short' } : unit === 'month' ? { month: 'short', year: 'numeric' } : { year: 'numeric' }) });
  return (
    <Figure
      title={t.member.history}
      caption={t.member.historyCaption(p.name, known.map((s) => ({ word: wordOf(s.stance), day: day(s.at) })), dated.length, why.evidence.length)}
      citation={citationOf(report)}
      place={place}
      file={`${report.question.id}-${p.member}-history`}
      table={() => [['day', 'stance', 'quote'], ...dated.map((e) => [e.date, e.stance, e.quote])]}
      help={
        <Help of={t.member.history}>
          <p>{t.help.position}</p>
          <p>{t.help.government}</p>
        </Help>
      }
    >
      <div ref={ref}>
        <svg data-picture class="history" viewBox={`0 0 ${String(width)} ${String(height)}`} width={width} height={height} role="img" aria-label={t.member.historyPicture(p.name)}>
          {lanes.map(({ stance }) => (
            <g key={stance}>
              <line class="lane" x1={left} x2={width} y1={y(stance)} y2={y(stance)} />
              <text x={left - 10} y={y(stance) + 5} text-anchor="end" font-size="14">
                {narrow ? lookOf(stance).mark : wordOf(stance)}
              </text>
            </g>
          ))}
          {marks.map((m) => (
            <g key={m}>
              <line class="lane" x1={x(m)} x2={x(m)} y1={0} y2={axis} />
              <text class="soft-text" x={x(m)} y={axis + 16} text-anchor="middle" font-size="12">
                {tickText.format(new Date(m * 86_400_000))}
              </text>
            </g>
          ))}
          <path class="path" d={d} />
          {dots.map(({ first: e, count }) => (
            <circle key={`${e.date}${e.stance}`} class={`dot ${e.stance}`} cx={x(dayNumber(e.date))} cy={y(e.stance)} r="6">
              <title>{`${day(e.date)}: ${e.quote}${count > 1 ? ` ${t.member.alike(count - 1)}` : ''}`}</title>
            </circle>
          ))}
          {terms.map((o) => {
            const [from, to] = [Math.max(left, x(dayNumber(o.from))), Math.min(width - 1, x(o.to === null ? range.to : dayNumber(o.to, true)))];
            const top = axis + 24 + o.row * 30;
            const room = Math.floor((to - from - 8) / 7);
            return (
              <g key={o.office + o.name + o.from}>
                <rect class="term" x={from} y={top} width={Math.max(1, to - from)} height="24" rx="3">
                  <title>{`${o.name}, ${o.from}–${o.to ?? ''}`}</title>
                </rect>
                {room > 3 ? (
                  <text x={from + 6} y={top + 17} font-size="13">
                    {o.name.length > room ? `${o.name.slice(0, room - 1)}…` : o.name}
                  </text>
                ) : null}
              </g>
            );
          })}
          {GOVERNMENT.map((office, row) =>
            !narrow && terms.some((o) => o.row === row) ? (
              <text key={office} class="soft-text" x={left - 10} y={axis + 24 + row * 30 + 17} text-anchor="end" font-size="13">
                {t.member.offices[office]}
              </text>
            ) : null,
          )}
        </svg>
      </div>
    </Figure>
  );
}
