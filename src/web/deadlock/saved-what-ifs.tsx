import { useState } from 'preact/hooks';
import type { Schemas } from '../../client/create-client.js';
import { AnswerError, apiPath, isExport, send } from '../data/client.js';
import { useName } from '../data/names.js';
import { announceChange, useAnswer } from '../data/use-answer.js';
import { day, list, t } from '../messages/index.js';
import { useAuthor } from '../parts/author.js';
import { Failed } from '../parts/state-of-answer.js';
import { slugOf } from '../questions/draft.js';
import { Link } from '../routing/link.js';
import { within, withSettings, type Place } from '../routing/place.js';
import { suppositionWords } from './supposition-words.js';
import { isSupposing, NOTHING_SUPPOSED, SUPPOSING } from './suppositions.js';

type Saved = Schemas['WhatIfItem'];

const pathOf = (question: string): string => apiPath(`/questions/${encodeURIComponent(question)}/whatifs`);

/** The saved what-ifs of a question. */
export const useWhatIfs = (question: string | null): readonly Saved[] | null => useAnswer<readonly Saved[]>(question === null ? null : pathOf(question)).data;

/** What-ifs under names: taken up again, set beside the evidence, and the present one saved. */
export function SavedWhatIfs({ place, ruleName }: { readonly place: Place; readonly ruleName: (id: string) => string }) {
  const saved = useWhatIfs(place.question) ?? [];
  const nameOf = useName();
  const isHere = (s: Saved): boolean => SUPPOSING.every((name) => (s.supposes[name] ?? '') === (place.settings[name] ?? '')) && (!s.supposes['option'] || s.supposes['option'] === place.settings['option']);
  return (
    <section class="stack" aria-labelledby="saved-title">
      <h2 id="saved-title">{t.whatIfs.title}</h2>
      {saved.length === 0 ? <p class="small soft">{isExport ? t.whatIfs.noneExported : t.whatIfs.none}</p> : null}
      <ul class="bare saved">
        {saved.map((s) => (
          <li key={s.name} class="tight">
            <p>
              <strong>{s.name}</strong> {isHere(s) ? <span class="badge">{t.whatIfs.here}</span> : null}
            </p>
            <p class="small">{list(suppositionWords(s.supposes, nameOf, ruleName))}</p>
            <p class="small soft">{t.whatIfs.by(s.author, day(s.recordedAt), s.note)}</p>
            <p class="row small no-print">
              {isHere(s) ? null : <Link to={withSettings(place, { ...NOTHING_SUPPOSED, ...s.supposes })}>{t.whatIfs.take}</Link>}
              <Link to={within(place, 'compare', '', { ...NOTHING_SUPPOSED, by: 'whatifs', b: `@${s.name}` })}>{t.whatIfs.compare}</Link>
            </p>
          </li>
        ))}
      </ul>
      {isSupposing(place.settings) && !isExport ? <SaveForm place={place} taken={saved.map((s) => s.name)} /> : null}
    </section>
  );
}

function SaveForm({ place, taken }: { readonly place: Place; readonly taken: readonly string[] }) {
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const [error, setError] = useState<AnswerError | null>(null);
  const [author, authorField] = useAuthor();
  const name = title.trim() === '' ? '' : slugOf(title);
  const save = async (): Promise<void> => {
    setError(null);
    const supposes = Object.fromEntries(['option', 'asOf', ...SUPPOSING].flatMap((key) => (place.settings[key] ? [[key, place.settings[key]]] : [])));
    try {
      await send('POST', pathOf(place.question), { name, author, note, supposes });
      setTitle('');
      setNote('');
      announceChange();
    } catch (e) {
      setError(e instanceof AnswerError ? e : new AnswerError(String(e), 0, ''));
    }
  };
  return (
    <form
      class="card save-what-if no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{t.whatIfs.save}</h3>
      <label class="field">
        <span>{t.whatIfs.name}</span>
        <input required value={title} onInput={(e) => { setTitle(e.currentTarget.value); }} />
        <span class="hint">{name === '' ? t.whatIfs.nameHint : taken.includes(name) ? t.whatIfs.again(name) : t.whatIfs.savedAs(name)}</span>
      </label>
      <label class="field">
        <span>{t.whatIfs.why}</span>
        <input value={note} onInput={(e) => { setNote(e.currentTarget.value); }} />
      </label>
      {authorField}
      {error ? <Failed error={error} /> : null}
      <div class="row">
        <button type="submit" class="button main" disabled={name === '' || author === ''}>
          {t.whatIfs.saveIt}
        </button>
        <Link to={within(place, 'compare', '', { ...NOTHING_SUPPOSED, by: 'whatifs', b: `?${new URLSearchParams(SUPPOSING.flatMap((key) => (place.settings[key] ? [[key, place.settings[key] ?? '']] : []))).toString()}` })}>{t.whatIfs.compare}</Link>
      </div>
    </form>
  );
}
