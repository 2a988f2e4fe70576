import { geoPath } from 'd3-geo';
import { useId, useMemo, useState } from 'preact/hooks';
import type { CountReport, MemberReport } from '../../domain/report.js';
import { Figure } from '../figure/figure.js';
import { legendOf } from '../figure/legend.js';
import { Patterns, patternOf } from '../figure/patterns.js';
import { t } from '../messages/index.js';
import { useRoving } from '../parts/use-roving.js';
import { useWidth } from '../parts/use-width.js';
import { citationOf } from '../question/citation.js';
import { memberTable } from '../question/member-table-of.js';
import { Readout } from '../question/readout.js';
import { navigate } from '../routing/navigate.js';
import { withSettings, type Place } from '../routing/place.js';
import { lookOf, wordOf } from '../stances.js';
import { worldLand } from './atlas.js';
import { spread, type Marker } from './markers.js';
import { middleOf, projectionOf, regionOf, type Region } from './projection.js';
import './members-map.css';

interface Props {
  readonly report: CountReport;
  readonly place: Place;
  readonly onChoose: (member: MemberReport) => void;
}

const SHAPE: Readonly<Record<Region, number>> = { europe: 0.78, world: 0.49 };
const RADIUS: Readonly<Record<Region, number>> = { europe: 7, world: 4.5 };
/** Land under this many square pixels is not seen, and gets a marker. */
const SEEN_FROM = 60;

/** Where everybody is and on which side; members too small to see have a marker, those off the map a seat beside it. */
export function MembersMap({ report, place, onChoose }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>(720);
  const [shown, setShown] = useState<MemberReport | null>(null);
  const roving = useRoving();
  const prefix = useId();
  const roster = report.members.map((m) => m.member).join(' ');
  const region: Region = place.settings['map'] === 'world' || place.settings['map'] === 'europe' ? place.settings['map'] : useMemo(() => regionOf(roster.split(' ')), [roster]);
  const height = Math.round(width * SHAPE[region]);
  const drawn = useMemo(() => drawing(roster.split(' '), region, width, height), [roster, region, width, height]);
  const members = new Map(report.members.map((m) => [m.member as string, m]));
  const order = [...drawn.shapes.map((s) => s.code), ...drawn.markers.map((m) => m.member), ...drawn.outside];
  const item = (m: MemberReport) => ({
    role: 'button' as const,
    tabIndex: order[roving.active] === m.member ? 0 : -1,
    'data-item': m.member,
    'aria-label': t.seats.seat(m.name, wordOf(m.stance), m.contested, m.assumed),
    onFocus: () => {
      roving.onFocus(order.indexOf(m.member));
      setShown(m);
    },
    onMouseEnter: () => {
      setShown(m);
    },
    onClick: () => {
      onChoose(m);
    },
  });
  const other: Region = region === 'europe' ? 'world' : 'europe';
  return (
    <Figure
      title={t.map.title}
      caption={t.map.caption(report, drawn.markers.length, drawn.outside.length)}
      citation={citationOf(report)}
      place={withSettings(place, { map: region })}
      file={`${report.question.id}-map`}
      table={() => memberTable(report)}
      legend={() => legendOf(report)}
      tools={
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            navigate(withSettings(place, { map: other }), 'replace');
          }}
        >
          {t.map.show[other]}
        </button>
      }
    >
      <div ref={ref} class="map" onKeyDown={roving.onKeyDown}>
        <svg data-picture viewBox={`0 0 ${String(width)} ${String(height)}`} width={width} height={height} role="group" aria-label={t.map.group} ref={roving.container}>
          <Patterns prefix={prefix} />
          <path class="land" d={drawn.rest} />
          {drawn.shapes.map(({ code, d }) => {
            const m = members.get(code);
            if (!m) return null;
            const pattern = patternOf(prefix, m.stance);
            return (
              <g key={code} class={`shape ${m.stance}${m.assumed ? ' supposed' : ''}`} {...item(m)}>
                <path class="face" d={d} />
                {pattern ? <path d={d} fill={pattern} /> : null}
                <path class="rim" d={d} />
              </g>
            );
          })}
          {drawn.markers.map(({ member, x, y }) => {
            const m = members.get(member);
            if (!m) return null;
            const r = RADIUS[region];
            const pattern = patternOf(prefix, m.stance);
            const box = { x: x - r, y: y - r, width: 2 * r, height: 2 * r, rx: lookOf(m.stance).square ? 1.5 : r };
            return (
              <g key={member} class={`shape marker ${m.stance}${m.assumed ? ' supposed' : ''}`} {...item(m)}>
                <rect class="face" {...box} />
                {pattern ? <rect {...box} fill={pattern} /> : null}
                <rect class="rim" {...box} />
              </g>
            );
          })}
          {drawn.outside.map((code, i) => {
            const m = members.get(code);
            if (!m) return null;
            const box = { x: 8, y: height - 34 - i * 32, width: 58, height: 26, rx: lookOf(m.stance).square ? 3 : 13 };
            return (
              <g key={code} class={`shape ${m.stance}${m.assumed ? ' supposed' : ''}`} {...item(m)}>
                <rect class="face" {...box} />
                <rect class="rim" {...box} />
                <text x={37} y={height - 16 - i * 32} text-anchor="middle" font-size="13">
                  {lookOf(m.stance).mark} {code}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <Readout member={shown} />
    </Figure>
  );
}

interface Drawing {
  /** Land of those that are no members. */
  readonly rest: string;
  readonly shapes: readonly { readonly code: string; readonly d: string }[];
  readonly markers: readonly Marker[];
  /** Members off the map. */
  readonly outside: readonly string[];
}

function drawing(roster: readonly string[], region: Region, width: number, height: number): Drawing {
  const projection = projectionOf(region, width, height);
  const path = geoPath(projection).digits(1);
  const inBody = new Set(roster);
  const rest: string[] = [];
  const land = new Map<string, { d: string; area: number }>();
  for (const { code, shape } of worldLand()) {
    const d = path(shape);
    if (!d) continue;
    if (code === null || !inBody.has(code)) {
      rest.push(d);
      continue;
    }
    const known = land.get(code);
    land.set(code, { d: (known?.d ?? '') + d, area: (known?.area ?? 0) + path.area(shape) });
  }
  const markers: Marker[] = [];
  const outside: string[] = [];
  for (const member of roster) {
    const area = land.get(member)?.area ?? 0;
    const middle = middleOf(member);
    const at = middle ? projection([middle[0], middle[1]]) : null;
    const within = at !== null && at[0] > 0 && at[0] < width && at[1] > 0 && at[1] < height;
    if (area >= SEEN_FROM && (region === 'world' || within)) continue;
    if (within) markers.push({ member, x: at[0], y: at[1] });
    else outside.push(member);
  }
  const apart = new Set([...outside, ...markers.map((m) => m.member)]);
  for (const [code, { d }] of land) if (apart.has(code)) rest.push(d);
  return { rest: rest.join(''), shapes: [...land].filter(([code]) => !apart.has(code)).map(([code, { d }]) => ({ code, d })), markers: spread(markers, RADIUS[region]), outside };
}
