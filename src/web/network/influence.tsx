import { useState } from 'preact/hooks';
import type { Schemas } from '../../client/create-client.js';
import type { CountReport } from '../../domain/report.js';
import { apiPath, isExport } from '../data/client.js';
import { useName } from '../data/names.js';
import { useAnswer } from '../data/use-answer.js';
import { Figure } from '../figure/figure.js';
import { number, percent, t } from '../messages/index.js';
import { Help } from '../parts/help.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { useWidth } from '../parts/use-width.js';
import { citationOf } from '../question/citation.js';
import { Link } from '../routing/link.js';
import { navigate } from '../routing/navigate.js';
import { within, withSettings, type Place } from '../routing/place.js';
import { chamberOrder } from '../question/seats.js';
import { lookOf } from '../stances.js';

type Answer = Schemas['Influence'];

interface Props {
  readonly report: CountReport;
  readonly place: Place;
}

const outOf100 = (view: number | null): string => (view === null ? '—' : number(Math.round(view)));

/** Lines thinner than this say nothing. */
const SHOWN_FROM = 0.04;

/** Who listens to whom, and what one member's shift would do to the others, under the model's stated assumptions. */
export function Influence({ report, place }: Props) {
  const nameOf = useName();
  const { option, asOf, shift = '' } = place.settings;
  const { data, error } = useAnswer<Answer>(apiPath(`/questions/${encodeURIComponent(place.question)}/influence`, { option, asOf, shift }));
  if (data === null) return error ? <Failed error={error} /> : <Waiting />;
  const [mover = ''] = shift.split('=');
  return (
    <>
      {isExport ? null : (
        <label class="row small no-print">
          {t.influence.whatIf}
          <select class="plain" value={mover} onChange={(e) => { navigate(withSettings(place, { shift: e.currentTarget.value ? `${e.currentTarget.value}=support` : '' }), 'replace'); }}>
            <option value="">{t.influence.nobody}</option>
            {[...report.members].sort((a, b) => a.name.localeCompare(b.name)).map((m) => (
              <option key={m.member} value={m.member}>
                {m.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <p aria-live="polite">{data.sentence}</p>
      <Ring data={data} report={report} place={place} />
      <section class="stack" aria-labelledby="influence-table">
        <h2 id="influence-table">{t.influence.table}</h2>
        <div class="scroll-x" tabIndex={0} role="group" aria-labelledby="influence-table">
          <table>
            <caption>{t.influence.tableCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.compare.member}</th>
                <th scope="col" class="number">{t.influence.view}</th>
                <th scope="col" class="number">{t.influence.ends}</th>
                {mover ? <th scope="col" class="number">{t.influence.change}</th> : null}
                <th scope="col">{t.influence.hears}</th>
              </tr>
            </thead>
            <tbody>
              {[...data.members].sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) || a.name.localeCompare(b.name)).map((m) => (
                <tr key={m.member}>
                  <th scope="row">
                    <Link to={within(place, 'member', m.member)}>{m.name}</Link>
                  </th>
                  <td class="number">{outOf100(m.view)}</td>
                  <td class="number">{outOf100(m.shifted ?? m.ends)}</td>
                  {mover ? <td class="number">{m.change === null ? '—' : `${m.change > 0 ? '+' : ''}${number(Math.round(m.change))}`}</td> : null}
                  <td>{m.hears.slice(0, 4).map((h) => `${nameOf(h.member)} ${percent(h.share)}`).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <ul class="small soft">
          {data.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** Members round a ring in the order of the chamber; a line leads from the heard to the hearer, wider where more is heard. */
function Ring({ data, report, place }: Props & { readonly data: Answer }) {
  const [ref, width] = useWidth<HTMLDivElement>(720);
  const [chosen, setChosen] = useState('');
  const size = Math.min(width, 720);
  const middle = size / 2;
  const order = chamberOrder(report.members);
  const radius = middle - 44;
  const at = new Map(order.map((m, i) => [m.member as string, (2 * Math.PI * i) / order.length - Math.PI / 2]));
  const spot = (member: string, r: number): { x: number; y: number } => ({ x: middle + r * Math.cos(at.get(member) ?? 0), y: middle + r * Math.sin(at.get(member) ?? 0) });
  const lines = data.members.flatMap((m) => m.hears.filter((h) => h.share >= SHOWN_FROM && at.has(h.member)).map((h) => ({ from: h.member, to: m.member, share: h.share })));
  const stance = (member: string) => report.members.find((m) => m.member === member)?.stance ?? 'unknown';
  const dot = order.length > 60 ? 4 : 8;
  return (
    <Figure
      title={t.influence.picture}
      caption={t.influence.caption(lines.length, order.length)}
      citation={citationOf(report)}
      place={place}
      file={`${report.question.id}-influence`}
      table={() => [['heard', 'hearer', 'share'], ...data.members.flatMap((m) => m.hears.map((h) => [h.member, m.member, h.share]))]}
      help={
        <Help of={t.influence.picture}>
          <p>{t.help.influence}</p>
        </Help>
      }
    >
      <div ref={ref} class="ring">
        <svg data-picture class="network-picture" viewBox={`0 0 ${String(size)} ${String(size)}`} width={size} height={size} role="img" aria-label={t.influence.alt}>
          {lines.map((l) => {
            const [a, b] = [spot(l.from, radius - dot), spot(l.to, radius - dot)];
            const dim = chosen !== '' && l.from !== chosen && l.to !== chosen;
            return <path key={`${l.from} ${l.to}`} class={`edge influence ${stance(l.from)}${dim ? ' dim' : ''}`} d={`M${a.x.toFixed(1)} ${a.y.toFixed(1)}Q${String(middle)} ${String(middle)} ${b.x.toFixed(1)} ${b.y.toFixed(1)}`} stroke-width={0.6 + 12 * l.share} />;
          })}
          {order.map((m) => {
            const [p, label] = [spot(m.member, radius), spot(m.member, radius + 24)];
            return (
              <g key={m.member} class={`node ${m.stance}`} onMouseEnter={() => { setChosen(m.member); }} onMouseLeave={() => { setChosen(''); }}>
                <rect x={p.x - dot} y={p.y - dot} width={2 * dot} height={2 * dot} rx={lookOf(m.stance).square ? 2 : dot} />
                {order.length <= 60 || chosen === m.member ? (
                  <text x={label.x} y={label.y + 4} text-anchor="middle" font-size="12">
                    {m.member}
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
