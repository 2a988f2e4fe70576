import { useEffect } from 'preact/hooks';
import type { CountReport } from '../../domain/report.js';
import { apiPath } from '../data/client.js';
import { useQuestions, type QuestionItem } from '../data/questions.js';
import { useAnswer } from '../data/use-answer.js';
import { t } from '../messages/index.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { Link } from '../routing/link.js';
import { navigate } from '../routing/navigate.js';
import { HOME, type Place } from '../routing/place.js';
import { useTitle } from '../shell/use-title.js';
import { Start } from './start.js';
import './home.css';

const placeOf = (question: string): Place => ({ view: 'question', question, id: '', settings: {} });

/** The register's questions, each with its outcome; the only one is opened at once, and an empty register explains itself. */
export function Home({ place }: { readonly place: Place }) {
  const { data, error } = useQuestions();
  const only = data?.length === 1 ? data[0] : undefined;
  useTitle('');
  useEffect(() => {
    if (only && place.settings['all'] !== '1') navigate({ ...placeOf(only.id), settings: place.settings }, 'replace');
  }, [only?.id, place.settings['all']]);
  if (data === null) return error ? <Failed error={error} /> : <Waiting />;
  if (data.length === 0) return <Start />;
  if (only && place.settings['all'] !== '1') return <Waiting />;
  return (
    <div class="home stack">
      <h1>{t.home.title(data.length)}</h1>
      <ul class="bare home-list">
        {data.map((q) => (
          <Item key={q.id} q={q} />
        ))}
      </ul>
      <p>
        <Link to={{ ...HOME, view: 'new' }} class="button">
          {t.views.new}
        </Link>
      </p>
    </div>
  );
}

function Item({ q }: { readonly q: QuestionItem }) {
  const { data } = useAnswer<CountReport>(apiPath(`/questions/${encodeURIComponent(q.id)}/count`));
  return (
    <li class={`card outcome-${data?.count.outcome ?? 'open'}`}>
      <p class="kicker">{data?.question.bodyName ?? q.body}</p>
      <h2>
        <Link to={placeOf(q.id)}>{q.title}</Link>
      </h2>
      <p class="home-sentence">{data ? data.count.sentence : ' '}</p>
      <p class="small soft">{data ? data.independence || t.noCoverage : ' '}</p>
    </li>
  );
}
