import type { Schemas } from '../../client/create-client.js';
import type { CountReport } from '../../domain/report.js';
import { apiPath, isExport } from '../data/client.js';
import { useAnswer } from '../data/use-answer.js';
import { number, t } from '../messages/index.js';
import { Help } from '../parts/help.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { countQuery } from '../question/count-query.js';
import { Suppositions } from '../question/outcome.js';
import { navigate } from '../routing/navigate.js';
import { withSettings, type Place } from '../routing/place.js';
import { useTitle } from '../shell/use-title.js';
import { Board } from './board.js';
import { Conditions } from './conditions.js';
import { Flips } from './flips.js';
import { OptionsTable } from './options-table.js';
import { Plan } from './plan.js';
import { Probability } from './probability.js';
import './deadlock-view.css';

/** What would change the outcome: other positions, conditions met, another option, another rule. Nothing here changes the register. */
export function DeadlockView({ place }: { readonly place: Place }) {
  const path = `/questions/${encodeURIComponent(place.question)}/count`;
  const at = `/questions/${encodeURIComponent(place.question)}`;
  const query = countQuery(place);
  const base = useAnswer<CountReport>(isExport ? null : apiPath(path, { ...query, assume: '', met: '' }));
  const scenario = useAnswer<CountReport>(isExport ? null : apiPath(path, query));
  const whatIf = useAnswer<Schemas['WhatIf']>(isExport ? null : apiPath(`${at}/whatif`, query)).data;
  const options = useAnswer<Schemas['Options']>(isExport ? null : apiPath(`${at}/options`, { ...query, assume: '', met: '', option: '' })).data;
  const known = useAnswer<Schemas['Knowledge']>(isExport ? null : apiPath('/knowledge')).data;
  const body = base.data?.question.body ?? '';
  const rules = (known?.rules ?? []).filter((r) => r.bodies.includes('*') || r.bodies.includes(body));
  useTitle(t.deadlock.title);
  const report = scenario.data ?? base.data;
  if (base.data === null || report === null) return base.error ?? scenario.error ? <Failed error={(base.error ?? scenario.error) as never} /> : <Waiting />;
  const assume = place.settings['assume'] ?? '';
  const met = place.settings['met'] ?? '';
  const suppose = (to: string): void => {
    navigate(withSettings(place, { assume: to }), 'replace');
  };
  return (
    <div class="deadlock">
      <header class={`stack outcome-${report.count.outcome}`}>
        <p class="kicker">{report.question.title}</p>
        <h1>{t.deadlock.title}</h1>
        <div class="deadlock-result">
          <p class="deadlock-sentence" aria-live="polite" aria-busy={scenario.loading}>
            <strong class="outcome-word">{report.count.sentence.split(':')[0]}:</strong>
            {report.count.sentence.split(':').slice(1).join(':')}
          </p>
          {assume || met ? <p class="small soft">{t.deadlock.before(base.data.count.sentence)}</p> : <p class="small soft">{t.deadlock.how}</p>}
        </div>
        {scenario.error ? <Failed error={scenario.error} /> : null}
        <label class="row small">
          {t.deadlock.rule}
          <select class="plain" value={place.settings['rule'] ?? ''} onChange={(event) => { navigate(withSettings(place, { rule: event.currentTarget.value }), 'replace'); }}>
            <option value="">{t.deadlock.ownRule}</option>
            {rules.map((r) => (
              <option key={r.id} value={r.id}>
                {r.title}
              </option>
            ))}
          </select>
          <span class="soft">
            {report.rule.text}
            <Help of={report.rule.text}>
              <p>
                <strong>{t.help.source}</strong> {report.rule.citation}
              </p>
              <p>{t.help.rule}</p>
            </Help>
          </span>
        </label>
      </header>
      <section aria-labelledby="board-title" class="stack">
        <h2 id="board-title">{t.deadlock.board(number(base.data.members.length))}</h2>
        <Board members={base.data.members} assume={assume} onSuppose={suppose} />
        <Suppositions report={report} place={place} />
      </section>
      <div class="deadlock-grid">
        <Flips report={report} assume={assume} onSuppose={suppose} />
        <Conditions whatIf={whatIf} met={met} onMeet={(to) => { navigate(withSettings(place, { met: to }), 'replace'); }} />
      </div>
      {report.probability ? (
        <Probability data={report.probability} together={Number(place.settings['together'] ?? '0')} onTogether={(share) => { navigate(withSettings(place, { together: share === 0 ? '' : String(share) }), 'replace'); }} />
      ) : (
        <p class="soft">{t.deadlock.noChance}</p>
      )}
      <Plan report={report} place={place} />
      {options && options.options.length > 1 ? <OptionsTable options={options} current={report.option.id} place={place} /> : null}
    </div>
  );
}
