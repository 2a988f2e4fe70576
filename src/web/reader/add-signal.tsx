import { useState } from 'preact/hooks';
import type { CountReport, DocumentReport } from '../../domain/report.js';
import { STANCES, type Stance } from '../../domain/stance.js';
import { apiPath } from '../data/client.js';
import { useAnswer } from '../data/use-answer.js';
import { t } from '../messages/index.js';
import type { Place } from '../routing/place.js';
import { wordOf } from '../stances.js';
import type { Decisions } from './use-decisions.js';

interface Props {
  readonly document: DocumentReport;
  readonly selected: { readonly start: number; readonly end: number } | null;
  readonly author: string;
  readonly place: Place;
  readonly decisions: Decisions;
}

/** A signal by hand, from the words selected in the text or typed in exactly. */
export function AddSignal({ document, selected, author, place, decisions }: Props) {
  const count = useAnswer<CountReport>(apiPath(`/questions/${encodeURIComponent(place.question)}/count`, { option: place.settings['option'] })).data;
  const [quote, setQuote] = useState(selected ? document.text.slice(selected.start, selected.end).trim() : '');
  const [member, setMember] = useState('');
  const [stance, setStance] = useState<Stance>('support');
  const [speaker, setSpeaker] = useState('');
  const [ownVoice, setOwnVoice] = useState(false);
  const found = quote !== '' && document.text.includes(quote);
  const start = selected && document.text.slice(selected.start).indexOf(quote) >= 0 ? document.text.indexOf(quote, selected.start) : -1;
  return (
    <details class="add-signal no-print" open={selected !== null}>
      <summary>{t.reader.add}</summary>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          decisions.decide({ action: 'add', member, stance, document: document.id, quote, ...(start >= 0 ? { start } : {}), ...(count ? { option: count.option.id } : {}), ...(speaker ? { speaker } : {}), ownVoice });
          setQuote('');
        }}
      >
        <label class="field">
          <span>{t.reader.words}</span>
          <textarea value={quote} required onInput={(e) => { setQuote(e.currentTarget.value); }} />
          <span class="hint">{quote === '' ? t.reader.wordsHint : found ? t.reader.wordsFound : t.reader.wordsMissing}</span>
        </label>
        <label class="field">
          <span>{t.reader.whose}</span>
          <select required value={member} onChange={(e) => { setMember(e.currentTarget.value); }}>
            <option value="">{t.reader.choose}</option>
            {(count?.members ?? []).map((m) => (
              <option key={m.member} value={m.member}>
                {m.name}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{t.reader.stance}</span>
          <select value={stance} onChange={(e) => { setStance(e.currentTarget.value as Stance); }}>
            {STANCES.map((s) => (
              <option key={s} value={s}>
                {wordOf(s)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{t.reader.speaker}</span>
          <input value={speaker} onInput={(e) => { setSpeaker(e.currentTarget.value); }} />
        </label>
        <label class="row small">
          <input type="checkbox" checked={ownVoice} onChange={(e) => { setOwnVoice(e.currentTarget.checked); }} /> {t.reader.ownVoice}
        </label>
        <button type="submit" class="button main" disabled={!found || author.trim() === ''}>
          {t.reader.addIt}
        </button>
      </form>
    </details>
  );
}
