import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useErrorBoundary, useRef, useState } from 'preact/hooks';
import { isExport } from '../data/client.js';
import { useLive } from '../data/live.js';
import { WithNames } from '../data/names.js';
import { t } from '../messages/index.js';
import { QuestionView } from '../question/question-view.js';
import { Link } from '../routing/link.js';
import { usePlace } from '../routing/navigate.js';
import { HOME, type Place, type View } from '../routing/place.js';
import { Home } from '../start/home.js';
import { Header } from './header.js';
import { SignedIn } from './session.js';
import { Tour } from './tour.js';
import './app.css';

type ViewComponent = FunctionComponent<{ readonly place: Place }>;

/** Views that are not needed for the first picture are loaded when somebody goes there. */
const LATER: Readonly<Partial<Record<View, () => Promise<ViewComponent>>>> = {
  member: async () => (await import('../member/member-view.js')).MemberView,
  document: async () => (await import('../reader/reader-view.js')).ReaderView,
  deadlock: async () => (await import('../deadlock/deadlock-view.js')).DeadlockView,
  network: async () => (await import('../network/network-view.js')).NetworkView,
  compare: async () => (await import('../compare/compare-view.js')).CompareView,
  sources: async () => (await import('../sources/sources-view.js')).SourcesView,
  review: async () => (await import('../review/review-view.js')).ReviewView,
  new: async () => (await import('../questions/new-question.js')).NewQuestion,
  methods: async () => (await import('../methods/methods-view.js')).MethodsView,
  status: async () => (await import('../status/status-view.js')).StatusView,
  embed: async () => (await import('../embed/embed-view.js')).EmbedView,
};

const known = new Map<View, ViewComponent>([
  ['home', Home],
  ['question', QuestionView],
]);

function useView(view: View): ViewComponent | null {
  const [, setRound] = useState(0);
  useEffect(() => {
    const load = LATER[view];
    if (known.has(view) || !load) return;
    void load().then((component) => {
      known.set(view, component);
      setRound((n) => n + 1);
    });
  }, [view]);
  return known.get(view) ?? null;
}

export function App() {
  const place = usePlace();
  const View = useView(place.view);
  useLive(place.question);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    document.documentElement.lang = t.language;
    document.documentElement.dir = place.settings['dir'] === 'rtl' ? 'rtl' : t.direction;
  }, [place.settings['dir']]);
  // Going to another view moves the reading position there, as a page load would; the first view keeps it at the top.
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [place.view, place.question, place.id]);
  const content = View ? (
    <WithNames>
      <View key={`${place.view} ${place.question}`} place={place} />
    </WithNames>
  ) : null;
  if (place.view === 'embed') return <Guard>{content}</Guard>;
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>
        {t.skip}
      </a>
      <Header place={place} />
      <main id="main" tabIndex={-1} ref={main}>
        <Guard>
          <SignedIn>{content}</SignedIn>
        </Guard>
      </main>
      <footer class="foot">
        <p class="small soft">
          {t.foot} {isExport ? null : <Link to={{ ...HOME, view: 'status' }}>{t.status.title}</Link>}
        </p>
      </footer>
      <Tour place={place} />
    </>
  );
}

/** A mistake of ours in one view is said there, and does not take the page down. */
function Guard({ children }: { readonly children: ComponentChildren }) {
  const [error, reset] = useErrorBoundary((e: unknown) => {
    console.error(e);
  });
  if (error === undefined) return <>{children}</>;
  return (
    <div class="notice bad stack" role="alert">
      <p>{t.failure.ours}</p>
      <button type="button" class="button" onClick={reset}>
        {t.tryAgain}
      </button>
    </div>
  );
}
