import { useState } from 'preact/hooks';
import type { Schemas } from '../../client/create-client.js';
import type { CountReport } from '../../domain/report.js';
import { apiPath, isExport } from '../data/client.js';
import { useAnswer } from '../data/use-answer.js';
import { Figure } from '../figure/figure.js';
import { day, number, reasonWord, t } from '../messages/index.js';
import { Help } from '../parts/help.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { useWidth } from '../parts/use-width.js';
import { citationOf } from '../question/citation.js';
import { Link } from '../routing/link.js';
import { navigate } from '../routing/navigate.js';
import { within, withSettings, type Place } from '../routing/place.js';
import { useTitle } from '../shell/use-title.js';
import { lookOf } from '../stances.js';
import { Influence } from './influence.js';
import { measuresOf, type Measures } from './measures.js';
import './network-view.css';

type Network = Schemas['ReasonNetwork'];
type Node = Network['nodes'][number];

/** What a node is called. */
const wordOfNode = (n: Node): string => (n.kind === 'reason' ? reasonWord(n.id.replace('reason:', '')) : n.label);

const ROW = 30;
const TOP = 30;

/** Members and the reasons they give: a discourse network in two columns, with its measures, as of a day. */
export function NetworkView({ place }: { readonly place: Place }) {
  const base = `/questions/${encodeURIComponent(place.question)}`;
  const { option, asOf } = place.settings;
  const { data, error } = useAnswer<Network>(apiPath(`${base}/reasons`, { option, asOf }));
  const count = useAnswer<CountReport>(apiPath(`${base}/count`, { option, asOf })).data;
  useTitle(t.network.title);
  if (data === null || count === null) return error ? <Failed error={error} /> : <Waiting />;
  const influence = place.settings['show'] === 'influence';
  const measures = measuresOf(data.nodes.map((n) => n.id), data.edges);
  return (
    <div class="network">
      <header class="stack">
        <p class="kicker">{count.question.title}</p>
        <h1>{influence ? t.influence.title : t.network.title}</h1>
        <div class="row no-print" role="group" aria-label={t.influence.which}>
          <button type="button" class="button" aria-pressed={!influence} onClick={() => { navigate(withSettings(place, { show: '', shift: '' }), 'replace'); }}>
            {t.network.title}
          </button>
          <button type="button" class="button" aria-pressed={influence} onClick={() => { navigate(withSettings(place, { show: 'influence' }), 'replace'); }}>
            {t.influence.title}
          </button>
        </div>
        <p class="measure soft">{influence ? t.influence.what : t.network.what}</p>
        {isExport ? null : (
          <label class="row small no-print">
            {t.network.asOf}
            <input type="date" class="plain" value={asOf ?? ''} onChange={(event) => { navigate(withSettings(place, { asOf: event.currentTarget.value }), 'replace'); }} />
          </label>
        )}
      </header>
      {influence ? <Influence report={count} place={place} /> : null}
      {influence ? null : data.edges.length === 0 ? <p class="notice">{t.network.none(asOf ? day(asOf) : '')}</p> : <Picture network={data} count={count} place={place} />}
      {!influence && data.edges.length > 0 ? <MeasuresTable network={data} measures={measures} place={place} /> : null}
    </div>
  );
}

function Picture({ network, count, place }: { readonly network: Network; readonly count: CountReport; readonly place: Place }) {
  const [ref, width] = useWidth<HTMLDivElement>(720);
  const [chosen, setChosen] = useState('');
  const weightOf = (id: string): number => network.edges.filter((e) => e.source === id || e.target === id).reduce((sum, e) => sum + e.weight, 0);
  const sorted = (kind: Node['kind']): Node[] => network.nodes.filter((n) => n.kind === kind).sort((a, b) => weightOf(b.id) - weightOf(a.id) || a.label.localeCompare(b.label));
  const members = sorted('member');
  const reasons = byNeighbours(sorted('reason'), members, network);
  const rows = Math.max(members.length, reasons.length);
  const height = TOP + rows * ROW;
  const [left, right] = [Math.min(190, width * 0.38), width - Math.min(230, width * 0.38)];
  const y = (list: readonly Node[], id: string): number => TOP + ((list.findIndex((n) => n.id === id) + 0.5) * (rows * ROW)) / Math.max(1, list.length);
  const most = Math.max(1, ...network.edges.map((e) => e.weight));
  const stance = (id: string) => count.members.find((m) => `member:${m.member}` === id)?.stance ?? 'unknown';
  const sides = { for: 0, against: 0, mixed: 0 };
  for (const e of network.edges) sides[e.side] += 1;
  const dim = (e: Network['edges'][number]): boolean => chosen !== '' && e.source !== chosen && e.target !== chosen;
  return (
    <Figure
      title={t.network.picture}
      caption={t.network.caption(members.length, count.members.length, reasons.length, sides)}
      citation={citationOf(count)}
      place={place}
      file={`${count.question.id}-reasons`}
      table={() => [['member', 'reason', 'signals', 'side'], ...network.edges.map((e) => [e.source.replace('member:', ''), e.target.replace('reason:', ''), e.weight, e.side])]}
      help={
        <Help of={t.network.title}>
          <p>{t.help.network}</p>
        </Help>
      }
    >
      <p class="network-legend small">
        <span class="edge-for">{t.network.sides.for}</span> <span class="edge-against">{t.network.sides.against}</span> <span class="edge-mixed">{t.network.sides.mixed}</span>
      </p>
      <div ref={ref}>
        <svg data-picture class="network-picture" viewBox={`0 0 ${String(width)} ${String(height)}`} width={width} height={height} role="img" aria-label={t.network.alt}>
          <text class="head" x={left - 12} y={16} text-anchor="end" font-size="13">
            {t.network.members}
          </text>
          <text class="head" x={right + 12} y={16} font-size="13">
            {t.member.reasons}
          </text>
          {network.edges.map((e) => {
            const [a, b] = [y(members, e.source), y(reasons, e.target)];
            const middle = (left + right) / 2;
            return <path key={`${e.source} ${e.target}`} class={`edge edge-${e.side}${dim(e) ? ' dim' : ''}`} d={`M${String(left)} ${a.toFixed(1)}C${String(middle)} ${a.toFixed(1)} ${String(middle)} ${b.toFixed(1)} ${String(right)} ${b.toFixed(1)}`} stroke-width={1.5 + (5 * e.weight) / most} />;
          })}
          {members.map((n) => (
            <g key={n.id} class={`node ${stance(n.id)}`} onMouseEnter={() => { setChosen(n.id); }} onMouseLeave={() => { setChosen(''); }}>
              <rect x={left - 7} y={y(members, n.id) - 7} width="14" height="14" rx={lookOf(stance(n.id)).square ? 2 : 7} />
              <text x={left - 13} y={y(members, n.id) + 5} text-anchor="end" font-size="14">
                {fit(n.label, left - 16)}
              </text>
            </g>
          ))}
          {reasons.map((n) => (
            <g key={n.id} class="node reason" onMouseEnter={() => { setChosen(n.id); }} onMouseLeave={() => { setChosen(''); }}>
              <circle cx={right} cy={y(reasons, n.id)} r={5 + Math.min(6, weightOf(n.id))} />
              <text x={right + 16} y={y(reasons, n.id) + 5} font-size="14">
                {fit(wordOfNode(n), width - right - 18)}
              </text>
            </g>
          ))}
        </svg>
      </div>
    </Figure>
  );
}

/** A label cut to the pixels there are, by the average width of a letter. */
const fit = (label: string, room: number): string => (label.length * 7 <= room ? label : `${label.slice(0, Math.max(3, Math.floor(room / 7) - 1))}…`);

/** Reasons in the order of the members that give them, so that fewer lines cross. */
function byNeighbours(reasons: readonly Node[], members: readonly Node[], { edges }: Network): Node[] {
  const middle = (id: string): number => {
    const at = edges.filter((e) => e.target === id).map((e) => members.findIndex((m) => m.id === e.source));
    return at.reduce((a, b) => a + b, 0) / Math.max(1, at.length);
  };
  return [...reasons].sort((a, b) => middle(a.id) - middle(b.id));
}

function MeasuresTable({ network, measures, place }: { readonly network: Network; readonly measures: ReadonlyMap<string, Measures>; readonly place: Place }) {
  const rows = [...network.nodes].sort((a, b) => (measures.get(b.id)?.betweenness ?? 0) - (measures.get(a.id)?.betweenness ?? 0) || (measures.get(b.id)?.strength ?? 0) - (measures.get(a.id)?.strength ?? 0));
  return (
    <section aria-labelledby="measures-title" class="stack">
      <h2 id="measures-title">{t.network.measures}</h2>
      <div class="scroll-x" tabIndex={0} role="group" aria-labelledby="measures-title">
        <table>
          <caption>{t.network.measuresCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.network.node}</th>
              <th scope="col">{t.network.kind}</th>
              <th scope="col" class="number">{t.network.degree}</th>
              <th scope="col" class="number">{t.network.strength}</th>
              <th scope="col" class="number">{t.network.betweenness}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((n) => {
              const m = measures.get(n.id);
              return (
                <tr key={n.id}>
                  <th scope="row">{n.kind === 'member' ? <Link to={within(place, 'member', n.id.replace('member:', ''))}>{n.label}</Link> : wordOfNode(n)}</th>
                  <td>{t.network.kinds[n.kind]}</td>
                  <td class="number">{number(m?.degree ?? 0)}</td>
                  <td class="number">{number(m?.strength ?? 0)}</td>
                  <td class="number">{(m?.betweenness ?? 0).toFixed(3)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
