import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { EMPTY_VIEW, fetchCount, fetchDocument, fetchQuestions, fetchWhy, hashOf, viewOf, type CountReport, type DocumentReport, type QuestionItem, type ViewState, type WhyReport } from './api.js';
import { MemberPanel } from './views/member-panel.js';
import { MembersTable } from './views/members-table.js';
import { Reader } from './views/reader.js';
import { Seats } from './views/seats.js';

const withSupposition = (assume: string, member: string, stance: string): string =>
  [...assume.split(',').filter((p) => p && !p.startsWith(`${member}=`)), ...(stance ? [`${member}=${stance}`] : [])].join(',');
const suppositionOf = (assume: string, member: string): string => assume.split(',').find((p) => p.startsWith(`${member}=`))?.split('=')[1] ?? '';

function App() {
  const [view, setView] = useState<ViewState>(() => viewOf(location.hash));
  const [questions, setQuestions] = useState<readonly QuestionItem[] | null>(null);
  const [count, setCount] = useState<CountReport | null>(null);
  const [why, setWhy] = useState<WhyReport | null>(null);
  const [document_, setDocument] = useState<DocumentReport | null>(null);
  const [error, setError] = useState('');
  const go = (change: Partial<ViewState>): void => {
    location.hash = hashOf({ ...view, ...change });
  };
  const guard = (e: unknown): void => {
    setError(e instanceof Error ? e.message : String(e));
  };
  useEffect(() => {
    const follow = (): void => {
      setView(viewOf(location.hash));
    };
    addEventListener('hashchange', follow);
    fetchQuestions().then((list) => {
      setQuestions(list);
      const first = list[0];
      if (first && !viewOf(location.hash).question) location.replace(hashOf({ ...EMPTY_VIEW, ...viewOf(location.hash), question: first.id }));
    }, guard);
    return () => {
      removeEventListener('hashchange', follow);
    };
  }, []);
  useEffect(() => {
    if (!view.question) return;
    setError('');
    fetchCount(view).then(setCount, guard);
  }, [view.question, view.option, view.asOf, view.assume]);
  useEffect(() => {
    if (!view.question || !view.member) {
      setWhy(null);
      return;
    }
    fetchWhy(view).then(setWhy, guard);
  }, [view.question, view.option, view.asOf, view.member]);
  useEffect(() => {
    if (!view.document) {
      setDocument(null);
      return;
    }
    fetchDocument(view).then(setDocument, guard);
  }, [view.document]);

  if (questions?.length === 0) {
    return (
      <main class="empty">
        <h1>Nothing has been read yet</h1>
        <p>Holdout reads coverage and counts who holds out. Stop the server, then read some with</p>
        <pre>holdout read article.html --question question.yaml</pre>
        <p>
          or run <code>npm start</code> in the checkout for the bundled example.
        </p>
      </main>
    );
  }
  return (
    <>
      <header class="top">
        <span class="brand">Holdout</span>
        {questions && questions.length > 1 ? (
          <label>
            Question{' '}
            <select
              value={view.question}
              onChange={(event) => {
                location.hash = hashOf({ ...EMPTY_VIEW, question: (event.currentTarget as HTMLSelectElement).value });
              }}
            >
              {questions.map((q) => (
                <option value={q.id} key={q.id}>
                  {q.title}
                </option>
              ))}
            </select>
          </label>
        ) : null}
      </header>
      <main>
        {error ? (
          <p class="error" role="alert">
            {error}
          </p>
        ) : null}
        {document_ ? (
          <Reader
            document={document_}
            at={view.at === '' ? Number.NaN : Number(view.at)}
            onBack={() => {
              go({ document: '', at: '' });
            }}
          />
        ) : count ? (
          <>
            <p class="kicker">
              {count.question.bodyName} · {count.question.title}
            </p>
            <h1 class={count.count.outcome} aria-live="polite">
              {count.count.sentence}
            </h1>
            {view.assume ? (
              <p class="supposed-note">
                Supposed: {view.assume.replace(/,/g, ', ').replace(/=/g, ' → ')}.{' '}
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    go({ assume: '' });
                  }}
                >
                  Back to the evidence
                </button>
              </p>
            ) : null}
            <p class="facts">
              {count.independence} Rule: {count.rule.text} <span class="where">({count.rule.citation})</span>
              {count.count.fewestFlips && count.count.fewestFlips.count > 0 ? (
                <>
                  {' '}
                  Fewest flips: <strong>{count.count.fewestFlips.count}</strong> ({count.count.fewestFlips.members.join(', ')}).
                </>
              ) : null}
            </p>
            <form
              class="controls"
              onSubmit={(event) => {
                event.preventDefault();
              }}
            >
              {count.options.length > 1 ? (
                <label>
                  Option{' '}
                  <select
                    value={count.option.id}
                    onChange={(event) => {
                      go({ option: (event.currentTarget as HTMLSelectElement).value });
                    }}
                  >
                    {count.options.map((o) => (
                      <option value={o.id} key={o.id}>
                        {o.proposal}
                      </option>
                    ))}
                  </select>
                </label>
              ) : null}
              <label>
                As of{' '}
                <input
                  type="date"
                  value={view.asOf}
                  onChange={(event) => {
                    go({ asOf: (event.currentTarget as HTMLInputElement).value });
                  }}
                />
              </label>
            </form>
            <div class={why ? 'columns' : ''}>
              <div>
                <Seats
                  report={count}
                  chosen={view.member}
                  onChoose={(member) => {
                    go({ member });
                  }}
                />
                <MembersTable
                  report={count}
                  onChoose={(member) => {
                    go({ member });
                  }}
                />
              </div>
              {why ? (
                <MemberPanel
                  why={why}
                  supposed={suppositionOf(view.assume, why.position.member)}
                  onSuppose={(stance) => {
                    go({ assume: withSupposition(view.assume, why.position.member, stance) });
                  }}
                  onOpen={(e) => {
                    go({ document: e.documentId, at: String(e.span.start) });
                  }}
                  onClose={() => {
                    go({ member: '' });
                  }}
                />
              ) : null}
            </div>
            <footer>
              Read by {count.reader || 'no reader yet'} · {count.documents} documents{count.asOf ? ` · as of ${count.asOf}` : ''}. Every position opens on its words.
            </footer>
          </>
        ) : (
          <p role="status">Counting…</p>
        )}
      </main>
    </>
  );
}

const root = document.getElementById('app');
if (root) render(<App />, root);
