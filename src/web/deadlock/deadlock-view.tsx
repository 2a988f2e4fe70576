import { useMemo } from 'preact/hooks';
import type { Schemas } from '../../client/create-client.js';
import type { CountReport } from '../../domain/report.js';
import type { PositionStance } from '../../domain/stance.js';
import { apiPath, isExport } from '../data/client.js';
import { useAnswer } from '../data/use-answer.js';
import { number, t } from '../messages/index.js';
import { Help } from '../parts/help.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { WhenNear } from '../parts/when-near.js';
import { countQuery } from '../question/count-query.js';
import { navigate } from '../routing/navigate.js';
import { withSettings, type Place } from '../routing/place.js';
import { useTitle } from '../shell/use-title.js';
import { Bargaining } from './bargaining.js';
import { Board } from './board.js';
import { Conditions } from './conditions.js';
import { Flips } from './flips.js';
import { Forecasts } from './forecasts.js';
import { OptionsTable } from './options-table.js';
import { Plan } from './plan.js';
import { Probability } from './probability.js';
import { SavedWhatIfs } from './saved-what-ifs.js';
import { Supposed } from './supposed.js';
import { isSupposing, NOTHING_SUPPOSED } from './suppositions.js';
import { Tradeoffs } from './tradeoffs.js';
import './deadlock-view.css';

/** Parts of the view that the list at its top leads to, in order. */
const PARTS = ['board', 'conditions', 'chance', 'plan', 'options', 'bargain'] as const;

/** What would change the outcome: other positions, conditions met, another option, another rule. Nothing here changes the register. */
export function DeadlockView({ place }: { readonly place: Place }) {
  const at = `/questions/${encodeURIComponent(place.question)}`;
  const query = countQuery(place);
  const base = useAnswer<CountReport>(apiPath(`${at}/count`, { ...query, ...NOTHING_SUPPOSED }));
  const scenario = useAnswer<CountReport>(apiPath(`${at}/count`, query));
  const whatIf = useAnswer<Schemas['WhatIf']>(apiPath(`${at}/whatif`, { ...query, knownAt: '' })).data;
  const options = useAnswer<Schemas['Options']>(apiPath(`${at}/options`, { ...query, ...NOTHING_SUPPOSED, option: '' })).data;
  const known = useAnswer<Schemas['Knowledge']>(apiPath('/knowledge')).data;
  const { assume = '', met = '' } = place.settings;
  // The board follows at once: a condition that is no longer ticked moves nobody, even before the server has counted again.
  const lifted = useMemo(() => new Map<string, PositionStance>((whatIf?.moved ?? []).flatMap((m) => (m.by === 'condition' && (whatIf?.supposes['met'] ?? '') === met ? [[m.member, m.to] as const] : []))), [whatIf, met]);
  useTitle(t.deadlock.title);
  const report = scenario.data ?? base.data;
  if (base.data === null || report === null) {
    const error = base.error ?? scenario.error;
    return error ? <Failed error={error} /> : <Waiting />;
  }
  const body = base.data.question.body;
  const rules = (known?.rules ?? []).filter((r) => r.bodies.includes('*') || r.bodies.includes(body));
  const set = (change: Readonly<Record<string, string>>): void => {
    navigate(withSettings(place, change), 'replace');
  };
  const suppose = (to: string): void => {
    set({ assume: to });
  };
  const [word = '', ...rest] = report.count.sentence.split(':');
  return (
    <div class="deadlock">
      <header class="stack">
        <p class="kicker">{report.question.title}</p>
        <h1>{t.deadlock.title}</h1>
        <p class="measure soft">{isExport ? t.deadlock.exported : t.deadlock.how}</p>
        <nav class="deadlock-parts small no-print" aria-label={t.deadlock.parts.name}>
          {PARTS.map((part) => (
            <a key={part} href={`#${part}`} onClick={(event) => { event.preventDefault(); document.getElementById(part)?.scrollIntoView(); }}>
              {t.deadlock.parts[part]}
            </a>
          ))}
        </nav>
      </header>
      <div class={`deadlock-result outcome-${report.count.outcome}`}>
        <p class="deadlock-sentence" aria-live="polite" aria-busy={scenario.loading}>
          <strong class="outcome-word">{word}:</strong>
          {rest.join(':')}
        </p>
        {isSupposing(place.settings) ? <p class="small soft">{t.deadlock.before(base.data.count.sentence)}</p> : null}
      </div>
      {scenario.error ? <Failed error={scenario.error} /> : null}
      <section aria-labelledby="board-title" class="stack" id="board">
        <div class="figure-head">
          <h2 id="board-title">{t.deadlock.board(number(base.data.members.length))}</h2>
          {isExport ? null : <label class="row small no-print">
            {t.deadlock.rule}
            <select class="plain" value={place.settings['rule'] ?? ''} onChange={(event) => { set({ rule: event.currentTarget.value }); }}>
              <option value="">{t.deadlock.ownRule(base.data.rule.text)}</option>
              {rules.map((r) => (
                <option key={r.id} value={r.id}>
                  {r.title}
                </option>
              ))}
            </select>
            <Help of={report.rule.text}>
              <p>
                <strong>{t.help.source}</strong> {report.rule.citation}
              </p>
              <p>{t.help.rule}</p>
            </Help>
          </label>}
        </div>
        {isExport ? null : <p class="small soft no-print">{t.deadlock.boardHow}</p>}
        <Board members={base.data.members} assume={assume} lifted={lifted} onSuppose={isExport ? null : suppose} />
        <Supposed place={place} rule={report.rule.text} />
      </section>
      <div class="deadlock-grid" id="conditions">
        <Conditions whatIf={whatIf} met={met} onMeet={(to) => { set({ ...(isExport ? NOTHING_SUPPOSED : {}), met: to }); }} />
        <SavedWhatIfs place={place} ruleName={(id) => rules.find((r) => r.id === id)?.title ?? id} />
      </div>
      <div class="deadlock-grid" id="chance">
        <Flips report={report} assume={assume} onSuppose={isExport ? null : suppose} />
        {report.probability ? (
          <Probability data={report.probability} together={Number(place.settings['together'] ?? '0')} onTogether={isExport ? null : (share) => { set({ together: share === 0 ? '' : String(share) }); }} />
        ) : (
          <p class="soft">{t.deadlock.noChance}</p>
        )}
      </div>
      <WhenNear height={320}>{() => <Forecasts report={report} place={place} />}</WhenNear>
      <WhenNear id="plan" height={420}>{() => <Plan report={report} place={place} />}</WhenNear>
      <div id="options" class="stack-wide">
        {options && options.options.length > 1 ? <OptionsTable options={options} current={report.option.id} place={place} /> : null}
        <WhenNear height={320}>{() => <Tradeoffs report={report} place={place} />}</WhenNear>
      </div>
      <WhenNear id="bargain" height={480}>{() => <Bargaining report={report} place={place} />}</WhenNear>
    </div>
  );
}
