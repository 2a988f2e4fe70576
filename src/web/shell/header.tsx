import { isExport } from '../data/client.js';
import { useQuestions } from '../data/questions.js';
import { t } from '../messages/index.js';
import { Link } from '../routing/link.js';
import { navigate } from '../routing/navigate.js';
import { HOME, within, withSettings, type Place, type View } from '../routing/place.js';
import { Account } from './session.js';
import './header.css';

const TABS: readonly View[] = ['question', 'deadlock', 'network', 'compare', 'review', 'sources'];

/** Views that need a server to answer anything. */
const LIVE: readonly View[] = ['review', 'new'];

/** Where one is, and where one can go: the questions, the views of this one, and what explains them. */
export function Header({ place }: { readonly place: Place }) {
  const { data: questions } = useQuestions();
  const here: View = place.view === 'member' ? 'question' : place.view === 'document' ? 'sources' : place.view;
  return (
    <header class="top">
      <div class="top-inner">
        <Link to={HOME} class="brand" label={t.nav.home}>
          Holdout
        </Link>
        {place.question ? (
          <label class="top-question">
            <span class="visually-hidden">{t.nav.question}</span>
            <select
              class="plain"
              value={place.question}
              onChange={(event) => {
                navigate({ view: place.view === 'member' || place.view === 'document' ? 'question' : place.view, question: event.currentTarget.value, id: '', settings: {} });
              }}
            >
              {/* Its room is kept while the list is on its way. */}
              {(questions ?? [{ id: place.question, title: ' ' }]).map((q) => (
                <option key={q.id} value={q.id}>
                  {q.title}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {place.question ? (
          <nav aria-label={t.nav.views} class="tabs">
            {TABS.filter((view) => !isExport || !LIVE.includes(view)).map((view) => (
              <Link key={view} to={within(place, view)} current={here === view}>
                {t.views[view]}
              </Link>
            ))}
          </nav>
        ) : null}
        <nav aria-label={t.nav.more} class="tabs more">
          {isExport ? null : (
            <Link to={{ ...HOME, view: 'new' }} current={place.view === 'new'}>
              {t.views.new}
            </Link>
          )}
          <Link to={{ ...HOME, view: 'methods' }} current={place.view === 'methods'}>
            {t.views.methods}
          </Link>
          {place.question ? <Link to={withSettings(place, { tour: '1' })}>{t.tour.name}</Link> : null}
          <Account />
        </nav>
      </div>
    </header>
  );
}
