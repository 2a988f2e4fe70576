import { useEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../client/create-client.js';
import { AnswerError, apiPath, send } from '../data/client.js';
import { announceChange, useAnswer } from '../data/use-answer.js';
import { number, t } from '../messages/index.js';
import { StanceWord } from '../parts/stance-mark.js';
import { Failed } from '../parts/state-of-answer.js';
import { navigate } from '../routing/navigate.js';
import { useTitle } from '../shell/use-title.js';
import { draftQuestion, EMPTY_DRAFT, type Draft, type DraftOption } from './draft.js';
import './new-question.css';

/** A question made without YAML, shown as it would be before it is kept. */
export function NewQuestion() {
  const known = useAnswer<Schemas['Knowledge']>(apiPath('/knowledge')).data;
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [preview, setPreview] = useState<{ readonly question: Schemas['PutQuestion']; readonly count: Schemas['QuestionPreview'] } | null>(null);
  const [error, setError] = useState<AnswerError | null>(null);
  const [busy, setBusy] = useState(false);
  useTitle(t.ask.title);
  useEffect(() => {
    setPreview(null);
  }, [draft]);
  const change = (part: Partial<Draft>): void => {
    setDraft({ ...draft, ...part });
  };
  const changeOption = (at: number, part: Partial<DraftOption>): void => {
    change({ options: draft.options.map((o, i) => (i === at ? { ...o, ...part } : o)) });
  };
  const body = (known?.bodies ?? []).find((b) => b.id === draft.body || b.name === draft.body);
  const rules = (known?.rules ?? []).filter((r) => r.bodies.includes('*') || (body && r.bodies.includes(body.id)));
  const attempt = async (action: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await action();
    } catch (e) {
      setError(e instanceof AnswerError ? e : new AnswerError(String(e), 0, ''));
    }
    setBusy(false);
  };
  const show = (): Promise<void> =>
    attempt(async () => {
      const question = await send<Schemas['PutQuestion']>('POST', apiPath('/questions/preview'), draftQuestion(draft));
      setPreview({ question, count: await send<Schemas['QuestionPreview']>('POST', apiPath('/questions/preview/count'), draftQuestion(draft)) });
    });
  const keep = (): Promise<void> =>
    attempt(async () => {
      const { id } = await send<Schemas['PutQuestion']>('POST', apiPath('/questions'), draftQuestion(draft));
      announceChange();
      navigate({ view: 'question', question: id, id: '', settings: {} });
    });
  return (
    <div class="ask">
      <form
        class="stack"
        onSubmit={(e) => {
          e.preventDefault();
          void show();
        }}
      >
        <h1>{t.ask.title}</h1>
        <p class="soft measure">{t.ask.what}</p>
        <label class="field">
          <span>{t.ask.name}</span>
          <input required value={draft.title} onInput={(e) => { change({ title: e.currentTarget.value }); }} />
          <span class="hint">{t.ask.nameHint}</span>
        </label>
        <div class="ask-pair">
          <label class="field">
            <span>{t.ask.body}</span>
            <input required list="bodies" value={draft.body} onInput={(e) => { change({ body: e.currentTarget.value }); }} />
            <datalist id="bodies">
              {(known?.bodies ?? []).map((b) => (
                <option key={b.id} value={b.name} />
              ))}
            </datalist>
            <span class="hint">{body ? t.ask.bodyKnown(body.members) : t.ask.bodyHint}</span>
          </label>
          <label class="field">
            <span>{t.ask.rule}</span>
            <select value={draft.rule} onChange={(e) => { change({ rule: e.currentTarget.value }); }}>
              <option value="">{t.ask.usualRule}</option>
              {rules.map((r) => (
                <option key={r.id} value={r.id}>
                  {r.title}
                </option>
              ))}
            </select>
            <span class="hint">{rules.find((r) => r.id === draft.rule)?.source ?? ' '}</span>
          </label>
          <label class="field">
            <span>{t.ask.date}</span>
            <input type="date" value={draft.date} onInput={(e) => { change({ date: e.currentTarget.value }); }} />
            <span class="hint">{t.ask.dateHint}</span>
          </label>
        </div>
        {body || draft.body === '' ? null : (
          <label class="field">
            <span>{t.ask.members}</span>
            <textarea value={draft.members} onInput={(e) => { change({ members: e.currentTarget.value }); }} />
            <span class="hint">{t.ask.membersHint}</span>
          </label>
        )}
        {draft.options.map((o, i) => (
          <fieldset key={i} class="card stack">
            <legend>{draft.options.length > 1 ? t.ask.option(number(i + 1)) : t.ask.proposal}</legend>
            <label class="field">
              <span>{t.ask.proposalText}</span>
              <textarea required value={o.proposal} onInput={(e) => { changeOption(i, { proposal: e.currentTarget.value }); }} />
              <span class="hint">{t.ask.proposalHint}</span>
            </label>
            <label class="field">
              <span>{t.ask.aliases}</span>
              <textarea class="low" value={o.aliases} onInput={(e) => { changeOption(i, { aliases: e.currentTarget.value }); }} />
              <span class="hint">{t.ask.aliasesHint}</span>
            </label>
            {draft.options.length > 1 ? (
              <button type="button" class="button" onClick={() => { change({ options: draft.options.filter((_o, k) => k !== i) }); }}>
                {t.ask.removeOption}
              </button>
            ) : null}
          </fieldset>
        ))}
        <div class="row">
          <button type="button" class="button" onClick={() => { change({ options: [...draft.options, { proposal: '', aliases: '' }] }); }}>
            {t.ask.addOption}
          </button>
          <button type="submit" class="button main" disabled={busy}>
            {t.ask.preview}
          </button>
        </div>
        {error ? <Failed error={error} /> : null}
      </form>
      <section class="card stack ask-preview" aria-live="polite" aria-labelledby="preview-title">
        <h2 id="preview-title">{t.ask.previewTitle}</h2>
        {preview === null ? (
          <p class="soft">{t.ask.previewNone}</p>
        ) : (
          <>
            <p>
              <strong>{preview.question.title}</strong> <code>{preview.question.id}</code>
            </p>
            <p>{t.ask.votes(preview.question.roster.length, preview.question.rule.text)}</p>
            <p class="small soft">{preview.question.rule.citation}</p>
            <p>{t.ask.stored(preview.count.documents, preview.count.speaking)}</p>
            {preview.count.positions.length > 0 ? <p class="ask-sentence">{preview.count.sentence}</p> : null}
            <ul class="bare tight">
              {preview.count.positions.map((p) => (
                <li key={p.member}>
                  <strong>{p.name}</strong> <StanceWord stance={p.stance} />
                  <br />
                  <span class="small soft">
                    “{p.quote}” {p.title}
                  </span>
                </li>
              ))}
            </ul>
            {preview.question.version > 1 ? <p class="notice">{t.ask.version(number(preview.question.version))}</p> : null}
            <button type="button" class="button main" disabled={busy} onClick={() => void keep()}>
              {t.ask.keep}
            </button>
          </>
        )}
      </section>
    </div>
  );
}
