import { useEffect, useRef } from 'preact/hooks';
import { number, t } from '../messages/index.js';
import { navigate } from '../routing/navigate.js';
import { within, withSettings, type Place, type View } from '../routing/place.js';
import './tour.css';

/** The views that the five steps speak of, in order; each step is shown over its view. */
const STEPS: readonly View[] = ['question', 'question', 'sources', 'deadlock', 'methods'];

/** Five steps that explain the page while it is there to be tried; Escape ends it. */
export function Tour({ place }: { readonly place: Place }) {
  const step = Number(place.settings['tour'] ?? '0');
  const dialog = useRef<HTMLElement>(null);
  const text = t.tour.steps[step - 1];
  useEffect(() => {
    if (!text) return undefined;
    dialog.current?.focus();
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') navigate(withSettings(place, { tour: '', from: '' }));
    };
    addEventListener('keydown', escape);
    return () => {
      removeEventListener('keydown', escape);
    };
  }, [step, place.view]);
  if (!text || place.view === 'embed') return null;
  const question = place.question || (place.settings['from'] ?? '');
  const go = (to: number): void => {
    const view = STEPS[to - 1];
    if (!view) {
      navigate(withSettings(place, { tour: '', from: '' }));
      return;
    }
    navigate(view === 'methods' ? { view, question: '', id: '', settings: { tour: String(to), from: question } } : within({ ...place, question }, view, '', { tour: String(to) }));
  };
  return (
    <aside class="tour card no-print" aria-labelledby="tour-title" tabIndex={-1} ref={dialog}>
      <p class="kicker">{t.tour.at(number(step), number(STEPS.length))}</p>
      <h2 id="tour-title">{text.title}</h2>
      <p>{text.text}</p>
      <div class="row">
        {step > 1 ? (
          <button type="button" class="button" onClick={() => { go(step - 1); }}>
            {t.tour.back}
          </button>
        ) : null}
        {step < STEPS.length ? (
          <button type="button" class="button main" onClick={() => { go(step + 1); }}>
            {t.tour.next}
          </button>
        ) : null}
        <button type="button" class="button quiet" onClick={() => { go(0); }}>
          {t.tour.end}
        </button>
      </div>
    </aside>
  );
}
