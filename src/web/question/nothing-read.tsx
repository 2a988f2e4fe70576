import { t } from '../messages/index.js';
import { Link } from '../routing/link.js';
import { within, type Place } from '../routing/place.js';

/** A question of which nothing has been read yet: what that means and what to do next. */
export function NothingRead({ place }: { readonly place: Place }) {
  return (
    <section class="notice stack">
      <p>{t.nothingRead.what}</p>
      <p>
        <Link to={within(place, 'sources')} class="button main">
          {t.nothingRead.add}
        </Link>
      </p>
    </section>
  );
}
