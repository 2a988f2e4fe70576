import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly row: (item: T, index: number) => ComponentChildren;
  readonly label: string;
  /** A guess at a row's height in pixels; the real one is remembered once it was shown. */
  readonly rowHeight: number;
  /** Index of an item that must be there, whether in view or not. */
  readonly keep?: number;
}

const CHUNK = 40;

/** A list of any length: only the rows near the window are in the page, the others keep their room. Print has all of them. */
export function LongList<T>({ items, keyOf, row, label, rowHeight, keep = -1 }: Props<T>) {
  const chunks = Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, i) => i * CHUNK);
  return (
    <div role="list" aria-label={label} class="long-list">
      {chunks.map((from) => (
        <Chunk key={from} height={Math.min(CHUNK, items.length - from) * rowHeight} shown={from === 0 || (keep >= from && keep < from + CHUNK)}>
          {() =>
            items.slice(from, from + CHUNK).map((item, i) => (
              <div role="listitem" key={keyOf(item)} aria-setsize={items.length} aria-posinset={from + i + 1}>
                {row(item, from + i)}
              </div>
            ))
          }
        </Chunk>
      ))}
    </div>
  );
}

interface ChunkProps {
  readonly height: number;
  readonly shown: boolean;
  readonly children: () => ComponentChildren;
}

function Chunk({ height, shown, children }: ChunkProps) {
  const ref = useRef<HTMLDivElement>(null);
  const known = useRef(height);
  const [near, setNear] = useState(shown);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        setNear(entries.some((e) => e.isIntersecting));
      },
      { rootMargin: '1200px 0px' },
    );
    const all = (): void => {
      setNear(true);
    };
    observer.observe(element);
    addEventListener('beforeprint', all);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', all);
    };
  }, []);
  const visible = near || shown;
  useLayoutEffect(() => {
    if (visible && ref.current) known.current = ref.current.offsetHeight;
  });
  return (
    <div role="presentation" ref={ref} style={visible ? {} : { height: `${String(known.current)}px` }}>
      {visible ? children() : null}
    </div>
  );
}
