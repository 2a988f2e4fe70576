import { useState } from 'preact/hooks';
import { AnswerError, apiPath, send } from '../data/client.js';
import { announceChange } from '../data/use-answer.js';
import { t } from '../messages/index.js';
import type { Place } from '../routing/place.js';

interface ReadAnswer {
  readonly documentId: string;
  readonly added: boolean;
  readonly statements: number;
  readonly signals: number;
}

/** What became of one input; failures say why and stay until the next one. */
interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  readonly text: string;
}

const FORMATS: Readonly<Record<string, 'text' | 'html' | 'markdown'>> = { html: 'html', htm: 'html', md: 'markdown', markdown: 'markdown' };
const formatOf = (name: string): 'text' | 'html' | 'markdown' => FORMATS[name.split('.').pop()?.toLowerCase() ?? ''] ?? 'text';

/** Coverage by paste, by choosing files, or by dropping them; each is read and kept whole, or said to have failed. */
export function AddCoverage({ place }: { readonly place: Place }) {
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const [text, setText] = useState('');
  const [address, setAddress] = useState('');
  const [about, setAbout] = useState({ title: '', publisher: '', published: '' });
  const path = apiPath(`/questions/${encodeURIComponent(place.question)}/documents`);
  const read = async (name: string, body: object): Promise<Outcome> => {
    try {
      const r = await send<ReadAnswer>('POST', path, body);
      return { name, ok: true, text: r.added ? t.sources.read(r.statements, r.signals) : t.sources.known };
    } catch (e) {
      return { name, ok: false, text: e instanceof AnswerError ? e.message || t.failure.offline : String(e) };
    }
  };
  const readAddress = async (): Promise<Outcome> => {
    try {
      const r = await send<Pick<ReadAnswer, 'added' | 'statements' | 'signals'>>('POST', apiPath(`/questions/${encodeURIComponent(place.question)}/addresses`), { address });
      return { name: address, ok: true, text: r.added ? t.sources.read(r.statements, r.signals) : t.sources.known };
    } catch (e) {
      return { name: address, ok: false, text: e instanceof AnswerError ? e.message || t.failure.offline : String(e) };
    }
  };
  const readAll = async (jobs: readonly (() => Promise<Outcome>)[]): Promise<void> => {
    setBusy(true);
    setOutcomes([]);
    for (const job of jobs) {
      const outcome = await job();
      setOutcomes((all) => [...all, outcome]);
    }
    setBusy(false);
    announceChange();
  };
  const readFiles = (files: FileList | null | undefined): void => {
    const list = [...(files ?? [])];
    if (list.length > 0) void readAll(list.map((file) => async () => read(file.name, { text: await file.text(), format: formatOf(file.name), address: file.name })));
  };
  const given = Object.fromEntries(Object.entries(about).filter(([, value]) => value.trim() !== ''));
  return (
    <section
      class={`card add-coverage no-print${over ? ' over' : ''}`}
      aria-labelledby="add-title"
      onDragOver={(e) => {
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(e) => {
        e.preventDefault();
        setOver(false);
        readFiles(e.dataTransfer?.files);
      }}
    >
      <h2 id="add-title">{t.sources.add}</h2>
      <p class="small soft">{t.sources.addHow}</p>
      <form
        class="add-form"
        onSubmit={(e) => {
          e.preventDefault();
          void readAll([() => read(about.title || t.sources.pasted, { text, ...given })]).then(() => {
            setText('');
          });
        }}
      >
        <label class="field wide">
          <span>{t.sources.paste}</span>
          <textarea value={text} required onInput={(e) => { setText(e.currentTarget.value); }} />
        </label>
        <label class="field">
          <span>{t.sources.titleOf}</span>
          <input value={about.title} onInput={(e) => { setAbout({ ...about, title: e.currentTarget.value }); }} />
        </label>
        <label class="field">
          <span>{t.sources.publisher}</span>
          <input value={about.publisher} onInput={(e) => { setAbout({ ...about, publisher: e.currentTarget.value }); }} />
        </label>
        <label class="field">
          <span>{t.sources.published}</span>
          <input type="date" value={about.published} onInput={(e) => { setAbout({ ...about, published: e.currentTarget.value }); }} />
        </label>
        <div class="row wide">
          <button type="submit" class="button main" disabled={busy || text.trim() === ''}>
            {busy ? t.start.reading : t.sources.readIt}
          </button>
          <label class="button">
            {t.sources.files}
            <input type="file" multiple accept=".txt,.md,.html,.htm,text/*" class="visually-hidden" onChange={(e) => { readFiles(e.currentTarget.files); e.currentTarget.value = ''; }} />
          </label>
        </div>
      </form>
      <form
        class="row"
        onSubmit={(e) => {
          e.preventDefault();
          void readAll([readAddress]);
        }}
      >
        <label class="field grow">
          <span>{t.sources.address}</span>
          <input type="url" required value={address} placeholder="https://" onInput={(e) => { setAddress(e.currentTarget.value); }} />
        </label>
        <button type="submit" class="button" disabled={busy || address.trim() === ''}>
          {t.sources.fetchIt}
        </button>
      </form>
      <ul class="bare" aria-live="polite">
        {outcomes.map((o, i) => (
          <li key={`${o.name}${String(i)}`} class={`notice${o.ok ? '' : ' bad'}`}>
            <strong>{o.name}</strong>: {o.text}
          </li>
        ))}
      </ul>
    </section>
  );
}
