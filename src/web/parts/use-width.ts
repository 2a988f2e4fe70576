import { useCallback, useLayoutEffect, useState } from 'preact/hooks';

/** The width of an element in CSS pixels, measured before the first paint so that nothing jumps. */
export function useWidth<E extends Element>(fallback: number): readonly [(element: E | null) => void, number] {
  const [element, setElement] = useState<E | null>(null);
  const [width, setWidth] = useState(fallback);
  useLayoutEffect(() => {
    if (!element) return undefined;
    const measure = (): void => {
      const now = Math.round(element.getBoundingClientRect().width);
      if (now > 0) setWidth(now);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return [useCallback(setElement, []), width];
}
