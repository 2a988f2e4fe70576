import { useName } from '../data/names.js';
import { list, number, t } from '../messages/index.js';
import { Link } from '../routing/link.js';
import { withSettings, type Place } from '../routing/place.js';
import { suppositionWords } from './supposition-words.js';
import { isSupposing, NOTHING_SUPPOSED } from './suppositions.js';

/** What the count only supposes, in words, with the way back to the evidence; nothing where it supposes nothing. */
export function Supposed({ place, rule }: { readonly place: Place; readonly rule: string }) {
  const nameOf = useName();
  if (!isSupposing(place.settings)) return null;
  const words = suppositionWords(place.settings, nameOf, () => rule);
  return (
    <p class="notice supposed">
      {t.supposed.notice(list(words), number(words.length))} <Link to={withSettings(place, NOTHING_SUPPOSED)}>{t.backToEvidence}</Link>
    </p>
  );
}
