import { useEffect, useState } from 'preact/hooks';
import { formatPlace, parsePlace, type Place } from './place.js';

/** A page opened from a disk has no server to give it addresses, so it keeps its place after the `#`. */
const onDisk = location.protocol === 'file:';

const address = (): string => (onDisk ? location.hash.slice(1) || '/' : location.pathname + location.search);

/** What a link to a place has as its `href`. */
export const hrefOf = (place: Place): string => (onDisk ? `#${formatPlace(place)}` : formatPlace(place));

/** The address of a place as another person can open it. */
export const permalink = (place: Place): string => (onDisk ? `${location.href.split('#')[0] ?? ''}#${formatPlace(place)}` : location.origin + formatPlace(place));

const MOVED = 'holdout-moved';

/** Goes to a place; `replace` leaves no step to come back to (dragging, typing). */
export function navigate(place: Place, how: 'push' | 'replace' = 'push'): void {
  const before = parsePlace(address());
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', hrefOf(place));
  dispatchEvent(new Event(MOVED));
  if (how === 'push' && (before.view !== place.view || before.id !== place.id || before.question !== place.question)) scrollTo({ top: 0 });
}

/** The place that the address names, kept up with Back, Forward and links. */
export function usePlace(): Place {
  const [at, setAt] = useState(address);
  useEffect(() => {
    const follow = (): void => {
      setAt(address());
    };
    for (const event of [MOVED, 'popstate', 'hashchange']) addEventListener(event, follow);
    return () => {
      for (const event of [MOVED, 'popstate', 'hashchange']) removeEventListener(event, follow);
    };
  }, []);
  return parsePlace(at);
}
