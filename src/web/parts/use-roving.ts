import { useRef, useState } from 'preact/hooks';

/** Keys that step through a set of items of which one at a time is in the tab order (WAI-ARIA: roving tabindex). */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

interface Roving {
  /** Index of the item that Tab reaches. */
  readonly active: number;
  readonly onFocus: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Put on the element around the items; each item has `data-item`. */
  readonly container: (element: Element | null) => void;
}

/** Arrow keys, Home and End move between items; Enter or Space is a click. Left and right swap in right-to-left text. */
export function useRoving(): Roving {
  const [active, setActive] = useState(0);
  const holder = useRef<Element | null>(null);
  return {
    active,
    onFocus: setActive,
    container: (element) => {
      holder.current = element;
    },
    onKeyDown: (event) => {
      const items = [...(holder.current?.querySelectorAll<HTMLElement | SVGElement>('[data-item]') ?? [])];
      const at = items.indexOf(document.activeElement as HTMLElement);
      if (at < 0) return;
      if (event.key === 'Enter' || event.key === ' ') {
        if (items[at] instanceof SVGElement) {
          event.preventDefault();
          items[at].dispatchEvent(new MouseEvent('click', { bubbles: true }));
        }
        return;
      }
      const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
      const step = (STEPS[event.key] ?? 0) * (sideways && document.dir === 'rtl' ? -1 : 1);
      const to = event.key === 'Home' ? 0 : event.key === 'End' ? items.length - 1 : step === 0 ? -1 : (at + step + items.length) % items.length;
      const next = items[to];
      if (!next) return;
      event.preventDefault();
      next.focus();
    },
  };
}
