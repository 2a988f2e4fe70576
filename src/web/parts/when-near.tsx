import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** What is far down the page is asked for when somebody comes near it, or prints. `height` in pixels keeps its room. */
export function WhenNear({ id, height, children }: { readonly id?: string; readonly height: number; readonly children: () => ComponentChildren }) {
  const ref = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (near || !element) return undefined;
    const show = (): void => {
      setNear(true);
    };
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((e) => e.isIntersecting)) show();
    }, { rootMargin: '600px 0px' });
    observer.observe(element);
    addEventListener('beforeprint', show);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', show);
    };
  }, [near]);
  return (
    <div ref={ref} {...(id ? { id } : {})} style={near ? {} : { minBlockSize: `${String(height)}px` }}>
      {near ? children() : null}
    </div>
  );
}
