import { useState } from 'preact/hooks';
import { AnswerError, apiPath, send } from '../data/client.js';
import { announceChange } from '../data/use-answer.js';
import { t } from '../messages/index.js';
import { Failed } from '../parts/state-of-answer.js';
import { Link } from '../routing/link.js';
import { navigate } from '../routing/navigate.js';
import { HOME } from '../routing/place.js';
import './home.css';

/** An empty register explains itself and offers the bundled example. */
export function Start() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AnswerError | null>(null);
  const read = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { question } = await send<{ question: string }>('POST', apiPath('/example'), {});
      announceChange();
      navigate({ view: 'question', question, id: '', settings: { tour: '1' } });
    } catch (e) {
      setError(e instanceof AnswerError ? e : new AnswerError(String(e), 0, ''));
      setBusy(false);
    }
  };
  return (
    <div class="start stack">
      <h1>{t.start.title}</h1>
      <p class="measure">{t.start.what}</p>
      {error ? <Failed error={error} /> : null}
      <p class="row">
        <button type="button" class="button main" disabled={busy} onClick={() => void read()}>
          {busy ? t.start.reading : t.start.example}
        </button>
        <Link to={{ ...HOME, view: 'new' }} class="button">
          {t.views.new}
        </Link>
      </p>
      <p class="small soft measure">{t.start.exampleIs}</p>
      <ol class="steps">
        {t.start.steps.map(({ title, text }) => (
          <li key={title} class="card tight">
            <h2>{title}</h2>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <p class="soft">{t.start.commandLine}</p>
      <pre>holdout read article.html --question question.yaml</pre>
    </div>
  );
}
