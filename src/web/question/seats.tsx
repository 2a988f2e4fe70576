import { useId, useState } from 'preact/hooks';
import type { CountReport, MemberReport } from '../../domain/report.js';
import { Figure } from '../figure/figure.js';
import { legendOf } from '../figure/legend.js';
import { Patterns, patternOf } from '../figure/patterns.js';
import { number, t } from '../messages/index.js';
import { Help } from '../parts/help.js';
import { useRoving } from '../parts/use-roving.js';
import { useWidth } from '../parts/use-width.js';
import { lookOf, STANCE_LOOKS, wordOf } from '../stances.js';
import type { Place } from '../routing/place.js';
import { citationOf } from './citation.js';
import { memberTable } from './member-table-of.js';
import { Legend } from './legend.js';
import { Readout } from './readout.js';
import { block, halfRound } from './seat-layout.js';
import './seats.css';

interface Props {
  readonly report: CountReport;
  readonly place: Place;
  readonly onChoose: (member: MemberReport) => void;
}

/** Members from support to opposition, within a stance by name. */
export const chamberOrder = (members: readonly MemberReport[]): MemberReport[] => STANCE_LOOKS.flatMap(({ stance }) => members.filter((m) => m.stance === stance).sort((a, b) => a.name.localeCompare(b.name)));

const HALF_ROUND_FROM = 560;

/** One seat for each member: letter, shape, pattern and colour each say its stance. */
export function Seats({ report, place, onChoose }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>(720);
  const [shown, setShown] = useState<MemberReport | null>(null);
  const roving = useRoving();
  const prefix = useId();
  const members = chamberOrder(report.members);
  const groups = STANCE_LOOKS.map(({ stance }) => members.filter((m) => m.stance === stance).length);
  const layout = width >= HALF_ROUND_FROM ? halfRound(members.length, Math.min(width, 860)) : block(groups, width);
  const caption = t.seats.caption(report, groups);
  const unavailable = report.count.holdouts.length;
  const h = layout.hollow;
  return (
    <Figure
      title={t.seats.title}
      caption={caption}
      citation={citationOf(report)}
      place={place}
      file={`${report.question.id}-seats`}
      table={() => memberTable(report)}
      legend={() => legendOf(report)}
      help={
        <Help of={t.seats.title}>
          <p>{t.help.position}</p>
          <p>{t.help.silence}</p>
        </Help>
      }
    >
      <div ref={ref} class="seats" onKeyDown={roving.onKeyDown}>
        <svg data-picture viewBox={`0 0 ${String(layout.width)} ${String(layout.height)}`} width={layout.width} height={layout.height} role="group" aria-label={t.seats.group} ref={roving.container}>
          <Patterns prefix={prefix} />
          {h && h.radius > 70 ? (
            <g class="hollow" aria-hidden="true">
              <text x={h.x} y={h.y - h.radius * 0.34} text-anchor="middle" class="big" font-size={Math.min(76, h.radius * 0.55)}>
                {number(unavailable)}
              </text>
              <text x={h.x} y={h.y - h.radius * 0.34 + 22} text-anchor="middle" class="under">
                {t.seats.hollow(report.count.members)}
              </text>
            </g>
          ) : null}
          {members.map((m, i) => {
            const seat = layout.seats[i];
            if (!seat) return null;
            return <SeatMark key={m.member} member={m} x={seat.x} y={seat.y} size={layout.size} pattern={patternOf(prefix, m.stance)} reachable={roving.active === i} onFocus={() => { roving.onFocus(i); setShown(m); }} onHover={() => { setShown(m); }} onChoose={() => { onChoose(m); }} />;
          })}
        </svg>
      </div>
      <Legend report={report} />
      <Readout member={shown} />
    </Figure>
  );
}

interface MarkProps {
  readonly member: MemberReport;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly pattern: string | null;
  readonly reachable: boolean;
  readonly onFocus: () => void;
  readonly onHover: () => void;
  readonly onChoose: () => void;
}

/** Seats smaller than this have room for the letter alone. */
const CODE_FROM = 33;

function SeatMark({ member: m, x, y, size, pattern, reachable, onFocus, onHover, onChoose }: MarkProps) {
  const look = lookOf(m.stance);
  const half = size / 2 - 1.5;
  const corner = look.square ? size * 0.09 : half;
  const inset = size * 0.15;
  const withCode = size >= CODE_FROM;
  const face = { x: -half, y: -half, width: 2 * half, height: 2 * half, rx: corner };
  return (
    <g class={`seat ${m.stance}${m.assumed ? ' supposed' : ''}`} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`} role="button" tabIndex={reachable ? 0 : -1} data-item={m.member} aria-label={t.seats.seat(m.name, wordOf(m.stance), m.contested, m.assumed)} onFocus={onFocus} onMouseEnter={onHover} onClick={onChoose}>
      <rect class="face" {...face} />
      {pattern ? <rect {...face} fill={pattern} /> : null}
      {pattern ? <rect class="plate" x={-half + inset} y={-half + inset} width={2 * (half - inset)} height={2 * (half - inset)} rx={Math.max(2, corner - inset)} /> : null}
      <rect class="rim" {...face} />
      <text class="letter" text-anchor="middle" y={withCode ? -size * 0.06 : size * 0.17} font-size={withCode ? size * 0.27 : size * 0.5}>
        {look.mark}
      </text>
      {withCode ? (
        <text class="code" text-anchor="middle" y={size * 0.2} font-size={size * 0.235}>
          {m.member}
        </text>
      ) : null}
      {m.contested && withCode ? (
        <g transform={`translate(${(half * 0.72).toFixed(1)} ${(-half * 0.72).toFixed(1)})`} class="contested">
          <circle r={size * 0.15} />
          <text text-anchor="middle" y={size * 0.075} font-size={size * 0.22}>
            ±
          </text>
        </g>
      ) : null}
    </g>
  );
}
