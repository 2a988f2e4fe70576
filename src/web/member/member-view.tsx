import { useState } from 'preact/hooks';
import { STANCES, type PositionStance } from '../../domain/stance.js';
import { ATTRIBUTIONS } from '../../domain/statement.js';
import type { CountReport, EvidenceReport, MemberReport, WhyReport } from '../../domain/report.js';
import { apiPath, isExport } from '../data/client.js';
import { useAnswer } from '../data/use-answer.js';
import { day, instant, list, number, percent, reasonWord, t } from '../messages/index.js';
import { Help } from '../parts/help.js';
import { LongList } from '../parts/long-list.js';
import { Quote } from '../parts/quote.js';
import { StanceWord } from '../parts/stance-mark.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { countQuery } from '../question/count-query.js';
import { Shares } from '../question/everyone.js';
import { Link } from '../routing/link.js';
import { navigate } from '../routing/navigate.js';
import { within, withSettings, type Place } from '../routing/place.js';
import { useTitle } from '../shell/use-title.js';
import { supposing } from '../deadlock/suppositions.js';
import { wordOf } from '../stances.js';
import { Hearing } from './hearing.js';
import { MemberHistory } from './member-history.js';
import { MemberRecordPanel } from './member-record.js';
import { VotingRecord } from './voting-record.js';
import './member-view.css';

/** One member: where it stands and since when, on whose word, why, under which conditions, and elsewhere. */
export function MemberView({ place }: { readonly place: Place }) {
  const base = `/questions/${encodeURIComponent(place.question)}`;
  const query = countQuery(place);
  const { data, error } = useAnswer<WhyReport>(apiPath(`${base}/members/${encodeURIComponent(place.id)}`, { ...query, assume: '', rule: '' }));
  const count = useAnswer<CountReport>(apiPath(`${base}/count`, query));
  useTitle(data ? `${data.position.name}: ${wordOf(data.position.stance)}` : '');
  if (data === null || data.position.member !== place.id) return error ? <Failed error={error} /> : <Waiting />;
  const p = data.position;
  return (
    <div class="member">
      <p class="kicker">
        <Link to={within(place, 'question')}>{count.data?.question.title ?? t.views['question']}</Link>
        {place.settings['asOf'] ? ` · ${t.asOf(day(place.settings['asOf']))}` : ''}
      </p>
      <header class="member-head">
        <h1>
          {p.name} <StanceWord stance={p.stance} />
        </h1>
        <p class="measure">{t.member.lead(p, percent(p.confidence), data.evidence.length)}</p>
        {p.declared ? <p class="notice">{t.member.declared(p.declared.author, instant(p.declared.recordedAt), p.declared.note)}</p> : null}
        <Distribution p={p} />
        {isExport ? null : <WhatIf p={p} place={place} report={count.data} />}
      </header>
      {count.data ? <MemberHistory why={data} report={count.data} place={place} /> : null}
      <div class="member-grid">
        <EvidenceList evidence={data.evidence} place={place} />
        <aside class="stack">
          <Gathered title={t.member.conditions} rows={conditionsOf(data.evidence)} none={t.member.noConditions} />
          <Gathered title={t.member.reasons} rows={reasonsOf(data.evidence)} none={t.member.noReasons} />
          {count.data ? <RoleInCount report={count.data} p={p} /> : null}
          {p.stance === 'unknown' && !isExport ? <VotingRecord member={p.member} place={place} /> : null}
          <Hearing member={p.member} place={place} />
          {count.data ? <MemberRecordPanel member={p.member} question={place.question} option={count.data.option.id} /> : null}
        </aside>
      </div>
    </div>
  );
}

function Distribution({ p }: { readonly p: MemberReport }) {
  const parts = STANCES.filter((s) => p.distribution[s] > 0.005).sort((a, b) => p.distribution[b] - p.distribution[a]);
  if (parts.length === 0) return null;
  return (
    <div class="distribution">
      <Shares m={p} />
      <p class="small soft">
        {parts.map((s) => `${wordOf(s)} ${percent(p.distribution[s])}`).join(' · ')}
        <Help of={t.member.weight}>
          <p>{t.help.position}</p>
          <p>{t.help.confidence}</p>
        </Help>
      </p>
    </div>
  );
}

function WhatIf({ p, place, report }: { readonly p: MemberReport; readonly place: Place; readonly report: CountReport | null }) {
  const supposed = report?.members.find((m) => m.member === p.member && m.assumed)?.stance ?? '';
  return (
    <div class="row no-print">
      <label class="row">
        <span class="small">{t.member.whatIf}</span>
        <select
          class="plain"
          value={supposed}
          onChange={(event) => {
            navigate(withSettings(place, { assume: supposing(place.settings['assume'] ?? '', p.member, event.currentTarget.value as PositionStance | '') }), 'replace');
          }}
        >
          <option value="">{t.member.asEvidence}</option>
          {[...STANCES, 'unknown' as const].map((s) => (
            <option key={s} value={s}>
              {wordOf(s)}
            </option>
          ))}
        </select>
      </label>
      {supposed && report ? (
        <p role="status">
          {report.count.sentence} <Link to={within(place, 'deadlock')}>{t.views['deadlock']}</Link>
        </p>
      ) : null}
    </div>
  );
}

function EvidenceList({ evidence, place }: { readonly evidence: readonly EvidenceReport[]; readonly place: Place }) {
  const [stance, setStance] = useState('');
  const [attribution, setAttribution] = useState('');
  const shown = evidence.filter((e) => (stance === '' || e.stance === stance) && (attribution === '' || e.attribution === attribution));
  return (
    <section class="stack" aria-labelledby="evidence-title">
      <div class="figure-head">
        <h2 id="evidence-title">{t.member.evidence(evidence.length)}</h2>
        {evidence.length > 4 ? (
          <div class="row small no-print">
            <label>
              <span class="visually-hidden">{t.member.byStance}</span>
              <select class="plain" value={stance} onChange={(e) => { setStance(e.currentTarget.value); }}>
                <option value="">{t.member.anyStance}</option>
                {STANCES.map((s) => (
                  <option key={s} value={s}>
                    {wordOf(s)}
                  </option>
                ))}
              </select>
            </label>
            <label>
              <span class="visually-hidden">{t.member.byVoice}</span>
              <select class="plain" value={attribution} onChange={(e) => { setAttribution(e.currentTarget.value); }}>
                <option value="">{t.member.anyVoice}</option>
                {ATTRIBUTIONS.map((a) => (
                  <option key={a} value={a}>
                    {t.attribution[a]}
                  </option>
                ))}
              </select>
            </label>
          </div>
        ) : null}
      </div>
      {shown.length === 0 ? <p class="soft">{t.member.noEvidence}</p> : null}
      <LongList items={shown} keyOf={(e) => e.signalId + e.reader} label={t.member.evidence(shown.length)} rowHeight={150} row={(e) => <Evidence e={e} place={place} />} />
    </section>
  );
}

function Evidence({ e, place }: { readonly e: EvidenceReport; readonly place: Place }) {
  return (
    <div class="evidence tight">
      <p class="row">
        <StanceWord stance={e.stance} />
        <span class="small soft number">{t.member.firmness(percent(e.firmness), percent(e.confidence))}</span>
      </p>
      <Quote e={e} place={place} clipAt={600} />
      {e.condition ? (
        <p class="small">
          <strong>{t.condition}</strong> “{e.condition.quote}”
        </p>
      ) : null}
      {e.reasons.length > 0 ? (
        <p class="small">
          <strong>{t.member.reason(e.reasons.length)}</strong> {list(e.reasons.map((r) => `${reasonWord(r.kind)} (“${r.quote}”)`))}
        </p>
      ) : null}
      <p class="small soft">
        {t.member.readBy} <code>{e.rule}</code> ({e.reader})
      </p>
    </div>
  );
}

interface Row {
  readonly key: string;
  readonly text: string;
  readonly count: number;
}

const tallied = (pairs: readonly { readonly key: string; readonly text: string }[]): Row[] => {
  const out = new Map<string, Row>();
  for (const { key, text } of pairs) out.set(key, { key, text: out.get(key)?.text ?? text, count: (out.get(key)?.count ?? 0) + 1 });
  return [...out.values()].sort((a, b) => b.count - a.count);
};
const conditionsOf = (evidence: readonly EvidenceReport[]): Row[] => tallied(evidence.flatMap(({ condition: c }) => (c ? [{ key: c.quote.toLowerCase(), text: `“${c.quote}”` }] : [])));
const reasonsOf = (evidence: readonly EvidenceReport[]): Row[] => tallied(evidence.flatMap((e) => e.reasons.map((r) => ({ key: r.kind, text: `${reasonWord(r.kind)}: “${r.quote}”` }))));

function Gathered({ title, rows, none }: { readonly title: string; readonly rows: readonly Row[]; readonly none: string }) {
  return (
    <section class="tight">
      <h2 class="aside-title">{title}</h2>
      {rows.length === 0 ? <p class="small soft">{none}</p> : null}
      <ul class="bare tight">
        {rows.map((r) => (
          <li key={r.key}>
            {r.text} {r.count > 1 ? <span class="small soft number">×{number(r.count)}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the member can do in this count, under the rule. */
function RoleInCount({ report, p }: { readonly report: CountReport; readonly p: MemberReport }) {
  const { count } = report;
  const can = [count.blockers.includes(p.member) ? t.member.blocks : t.member.blocksNot, count.pivotal.includes(p.member) ? t.member.pivotal : t.member.pivotalNot];
  return (
    <section class="tight">
      <h2 class="aside-title">
        {t.member.role}
        <Help of={t.member.role}>
          <p>{t.help.power}</p>
          <p>{report.rule.citation}</p>
        </Help>
      </h2>
      {can.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}
