import { useState } from 'preact/hooks';
import type { Schemas } from '../../client/create-client.js';
import type { CountReport, MemberReport } from '../../domain/report.js';
import type { Timeline } from '../../domain/timeline.js';
import { apiPath, isExport } from '../data/client.js';
import { useName } from '../data/names.js';
import { useAnswer } from '../data/use-answer.js';
import { save, toCsv } from '../figure/save.js';
import { day, instant, list, number, t } from '../messages/index.js';
import { StanceWord } from '../parts/stance-mark.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { suppositionWords } from '../deadlock/supposition-words.js';
import { useWhatIfs } from '../deadlock/saved-what-ifs.js';
import { chamberOrder } from '../question/seats.js';
import { Link } from '../routing/link.js';
import { navigate } from '../routing/navigate.js';
import { within, withSettings, type Place } from '../routing/place.js';
import { useTitle } from '../shell/use-title.js';
import { lookOf } from '../stances.js';
import { sideOf } from './side.js';
import './compare-view.css';

const KINDS = ['dates', 'readers', 'whatifs', 'outlets'] as const;
type Kind = (typeof KINDS)[number];
const SETTING: Readonly<Record<Exclude<Kind, 'whatifs'>, string>> = { dates: 'asOf', readers: 'knownAt', outlets: 'publisher' };

/** Two counts of one question side by side: two days, two readers, two suppositions, or two outlets. */
export function CompareView({ place }: { readonly place: Place }) {
  const kind = KINDS.find((k) => k === place.settings['by']) ?? 'dates';
  const base = `/questions/${encodeURIComponent(place.question)}`;
  const option = place.settings['option'];
  const readers = useAnswer<Schemas['Changes']>(kind === 'readers' ? apiPath(`${base}/changes`, { option }) : null);
  const [a, b] = [place.settings['a'] ?? (kind === 'readers' ? (readers.data?.from ?? '') : ''), place.settings['b'] ?? ''];
  const saved = useWhatIfs(kind === 'whatifs' ? place.question : null);
  const path = (value: string): string | null => (value.startsWith('@') && saved === null ? null : apiPath(`${base}/count`, { option, ...(kind === 'whatifs' ? sideOf(value, saved ?? []) : { [SETTING[kind]]: value }) }));
  const first = useAnswer<CountReport>(kind === 'readers' && a === '' ? null : path(a));
  const second = useAnswer<CountReport>(path(b));
  useTitle(t.compare.title);
  const set = (change: Readonly<Record<string, string>>): void => {
    navigate(withSettings(place, change), 'replace');
  };
  return (
    <div class="compare">
      <header class="stack">
        <h1>{t.compare.title}</h1>
        <div class="row no-print" role="group" aria-label={t.compare.by}>
          {KINDS.filter((k) => !isExport || k !== 'readers').map((k) => (
            <button key={k} type="button" class="button" aria-pressed={k === kind} onClick={() => { set({ by: k, a: '', b: '' }); }}>
              {t.compare.kinds[k]}
            </button>
          ))}
        </div>
        <p class="soft measure">{t.compare.what[kind]}</p>
        {isExport ? <p class="small soft measure">{t.compare.exported}</p> : null}
      </header>
      <div class="compare-sides">
        <Side name="A" kind={kind} value={a} answer={first} place={place} onSet={(value) => { set({ a: value }); }} />
        <Side name="B" kind={kind} value={b} answer={second} place={place} onSet={(value) => { set({ b: value }); }} />
      </div>
      {first.data && second.data ? <Differences a={first.data} b={second.data} place={place} /> : null}
    </div>
  );
}

interface SideProps {
  readonly name: 'A' | 'B';
  readonly kind: Kind;
  readonly value: string;
  readonly answer: ReturnType<typeof useAnswer<CountReport>>;
  readonly place: Place;
  readonly onSet: (value: string) => void;
}

function Side({ name, kind, value, answer, place, onSet }: SideProps) {
  const { data, error, loading } = answer;
  return (
    <section class={`card compare-side outcome-${data?.count.outcome ?? 'open'}`} aria-label={t.compare.side(name)} aria-busy={loading}>
      <p class="compare-name" aria-hidden="true">
        {name}
      </p>
      <Chooser name={name} kind={kind} value={value} place={place} onSet={onSet} />
      {error ? <Failed error={error} /> : null}
      {data ? (
        <>
          <p class="compare-sentence" aria-live="polite">
            {data.count.sentence}
          </p>
          <p class="small soft">
            {data.independence || t.noCoverage} {kind === 'readers' && data.reader ? t.compare.readBy(data.reader) : ''}
          </p>
          <MiniSeats members={data.members} />
        </>
      ) : error ? null : (
        <Waiting />
      )}
    </section>
  );
}

function Chooser({ name, kind, value, place, onSet }: Pick<SideProps, 'name' | 'kind' | 'value' | 'place' | 'onSet'>) {
  const documents = useAnswer<readonly { publisher: string }[]>(kind === 'outlets' ? apiPath(`/questions/${encodeURIComponent(place.question)}/documents`, { limit: '1000' }) : null).data;
  const timeline = useAnswer<Timeline>(kind === 'dates' && isExport ? apiPath(`/questions/${encodeURIComponent(place.question)}/timeline`, { option: place.settings['option'] }) : null).data;
  const label = t.compare.choose[kind](name);
  if (kind === 'outlets') {
    const outlets = [...new Set((documents ?? []).map((d) => d.publisher).filter(Boolean))].sort();
    return (
      <label class="field">
        <span>{label}</span>
        <select value={value} onChange={(e) => { onSet(e.currentTarget.value); }}>
          <option value="">{t.compare.allOutlets}</option>
          {outlets.map((o) => (
            <option key={o}>{o}</option>
          ))}
        </select>
      </label>
    );
  }
  if (kind === 'dates' && isExport) {
    return (
      <label class="field">
        <span>{label}</span>
        <select value={value} onChange={(e) => { onSet(e.currentTarget.value); }}>
          <option value="">{t.time.now}</option>
          {(timeline?.valid ?? []).map(({ at }) => (
            <option key={at} value={at}>
              {day(at)}
            </option>
          ))}
        </select>
      </label>
    );
  }
  if (kind === 'dates') {
    return (
      <label class="field">
        <span>{label}</span>
        <input type="date" value={value} onChange={(e) => { onSet(e.currentTarget.value); }} />
      </label>
    );
  }
  if (kind === 'readers') return <p class="small">{value === '' ? t.compare.newest : t.compare.knownAt(instant(value))}</p>;
  return <WhatIfChooser name={name} value={value} place={place} onSet={onSet} />;
}

/** The evidence, a saved what-if, what the address supposes, or members’ stances typed in. */
function WhatIfChooser({ name, value, place, onSet }: Pick<SideProps, 'name' | 'value' | 'place' | 'onSet'>) {
  const saved = useWhatIfs(place.question) ?? [];
  const nameOf = useName();
  const typed = value !== '' && !value.startsWith('@');
  const [byHand, setByHand] = useState(typed && !value.startsWith('?'));
  const [text, setText] = useState(byHand ? value : '');
  const words = suppositionWords(sideOf(value, saved), nameOf);
  return (
    <div class="tight">
      <label class="field">
        <span>{t.compare.choose.whatifs(name)}</span>
        <select
          value={byHand ? '=' : value}
          onChange={(e) => {
            const to = e.currentTarget.value;
            setByHand(to === '=');
            if (to !== '=') onSet(to);
          }}
        >
          <option value="">{t.compare.evidence}</option>
          {saved.map((s) => (
            <option key={s.name} value={`@${s.name}`}>
              {s.name}
            </option>
          ))}
          {value.startsWith('?') ? <option value={value}>{t.compare.fromAddress}</option> : null}
          {isExport ? null : <option value="=">{t.compare.byHand}</option>}
        </select>
      </label>
      {byHand ? (
        <form
          class="field"
          onSubmit={(event) => {
            event.preventDefault();
            onSet(text);
          }}
        >
          <label for={`assume-${name}`}>{t.compare.typed}</label>
          <input id={`assume-${name}`} value={text} placeholder="HUN=support,SVK=support" onInput={(e) => { setText(e.currentTarget.value); }} onChange={() => { onSet(text); }} />
        </form>
      ) : words.length > 0 ? (
        <p class="small soft">{list(words)}</p>
      ) : null}
    </div>
  );
}

/** Seats as a strip of squares, in the order of the chamber; the caption says the same in numbers. */
function MiniSeats({ members }: { readonly members: readonly MemberReport[] }) {
  return (
    <ul class="mini-seats bare" aria-hidden="true">
      {chamberOrder(members).map((m) => (
        <li key={m.member} class={`mark ${m.stance}`} title={m.name}>
          {lookOf(m.stance).mark}
        </li>
      ))}
    </ul>
  );
}

function Differences({ a, b, place }: { readonly a: CountReport; readonly b: CountReport; readonly place: Place }) {
  const other = new Map(b.members.map((m) => [m.member, m]));
  const rows = a.members.flatMap((m) => {
    const o = other.get(m.member);
    return o && o.stance !== m.stance ? [{ m, o }] : [];
  });
  return (
    <section class="stack" aria-labelledby="differences">
      <div class="figure-head">
        <h2 id="differences">{t.compare.differences(rows.length, a.members.length)}</h2>
        <button type="button" class="button quiet no-print" onClick={() => { save(`${place.question}-comparison.csv`, toCsv([['member', 'name', 'a', 'b'], ...rows.map(({ m, o }) => [m.member, m.name, m.stance, o.stance])]), 'text/csv;charset=utf-8'); }}>
          CSV
        </button>
      </div>
      {rows.length > 0 ? (
        <div class="scroll-x" tabIndex={0} role="group" aria-labelledby="differences">
          <table>
            <caption>{t.compare.caption(number(rows.length), number(a.members.length))}</caption>
            <thead>
              <tr>
                <th scope="col">{t.compare.member}</th>
                <th scope="col">A</th>
                <th scope="col">B</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ m, o }) => (
                <tr key={m.member}>
                  <th scope="row">
                    <Link to={within(place, 'member', m.member)}>{m.name}</Link>
                  </th>
                  <td>
                    <StanceWord stance={m.stance} />
                  </td>
                  <td>
                    <StanceWord stance={o.stance} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}
