import type { ComponentChildren } from 'preact';
import type { CountReport } from '../../domain/report.js';
import { Supposed } from '../deadlock/supposed.js';
import { day, instant, list, t } from '../messages/index.js';
import { Help } from '../parts/help.js';
import { Link } from '../routing/link.js';
import { navigate } from '../routing/navigate.js';
import { within, withSettings, type Place } from '../routing/place.js';
import './outcome.css';

interface Props {
  readonly report: CountReport;
  readonly place: Place;
}

/** The outcome in one sentence, and what it rests on: rule, origins, fewest flips, and what is supposed. */
export function Outcome({ report, place }: Props) {
  const { count, rule } = report;
  const [word, rest] = splitAt(count.sentence);
  const name = (code: string): string => report.members.find((m) => m.member === code)?.name ?? code;
  const flips = count.fewestFlips;
  return (
    <header class={`outcome outcome-${count.outcome}`}>
      <p class="kicker">
        {report.question.bodyName} · {report.question.title}
      </p>
      <h1 aria-live="polite" class={count.sentence.length > 90 ? 'long' : ''}>
        <span class="outcome-word">{word}</span>
        {rest}
      </h1>
      {report.options.length > 1 ? (
        <label class="outcome-option">
          <span class="kicker">{t.option}</span>
          <select
            class="plain"
            value={report.option.id}
            onChange={(event) => {
              navigate(withSettings(place, { option: event.currentTarget.value }));
            }}
          >
            {report.options.map((o) => (
              <option value={o.id} key={o.id}>
                {o.proposal}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <p class="measure soft">{report.option.proposal}</p>
      )}
      <dl class="facts">
        <Fact name={t.facts.coverage}>
          {report.independence || t.noCoverage}
          <Help of={t.facts.origins}>
            <p>{t.help.origins}</p>
            {report.sharedOrigins.map((g) => (
              <ul key={g.documents.join()}>
                {g.reasons.map((r) => (
                  <li key={r.documentId + r.reason}>{r.reason}</li>
                ))}
              </ul>
            ))}
          </Help>
        </Fact>
        <Fact name={t.facts.ruleName}>
          {rule.text}
          <Help of={rule.text}>
            <p>
              <strong>{t.help.source}</strong> {rule.citation}
            </p>
            <p>{t.help.rule}</p>
          </Help>
        </Fact>
        <Fact name={t.facts.blockersName}>
          {count.blockers.length > 0 ? t.facts.blockers(count.blockers.length) : t.facts.noBlockers}
          {count.unknown.length > 0 ? ` ${t.facts.unknown(count.unknown.length, count.members)}` : ''}
        </Fact>
        {flips && flips.count > 0 && count.outcome !== 'adopted' ? (
          <Fact name={t.facts.flipsName}>
            {t.facts.flips(flips.count, list(flips.members.map(name)))}
            <Help of={t.facts.flipsName}>
              <p>{t.help.flips}</p>
            </Help>{' '}
            <Link to={within(place, 'deadlock')}>{t.facts.deadlock}</Link>
          </Fact>
        ) : null}
      </dl>
      <Supposed place={place} rule={report.rule.text} />
      {report.asOf || report.knownAt ? (
        <p class="notice">
          {report.asOf ? t.asOf(day(report.asOf)) : ''} {report.knownAt ? t.knownAt(instant(report.knownAt)) : ''}{' '}
          <Link to={withSettings(place, { asOf: '', knownAt: '', time: '' })}>{t.backToNow}</Link>
        </p>
      ) : null}
    </header>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function splitAt(sentence: string): readonly [string, string] {
  const colon = sentence.indexOf(':');
  return colon < 0 ? [sentence, ''] : [sentence.slice(0, colon + 1), sentence.slice(colon + 1)];
}
