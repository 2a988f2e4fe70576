import type { ComponentChildren } from 'preact';
import { hrefOf, navigate } from './navigate.js';
import type { Place } from './place.js';

interface Props {
  readonly to: Place;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly current?: boolean;
  readonly label?: string;
}

/** A link within the page: a real address, so that it can be copied and opened in a new tab. */
export function Link({ to, children, current, label, ...rest }: Props) {
  return (
    <a
      href={hrefOf(to)}
      {...rest}
      {...(current ? { 'aria-current': 'page' as const } : {})}
      {...(label ? { 'aria-label': label } : {})}
      onClick={(event: MouseEvent) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        navigate(to);
      }}
    >
      {children}
    </a>
  );
}
