import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { t } from '../messages/index.js';
import './help.css';

interface Props {
  /** What is explained, for the button's name: “How this is counted: fewest flips”. */
  readonly of: string;
  readonly children: ComponentChildren;
}

/** “How this is counted” beside a number: a small button that opens a note. */
export function Help({ of, children }: Props) {
  const id = useId();
  const note = useRef<HTMLDivElement>(null);
  return (
    <span class="help no-print">
      <button type="button" class="help-button" popovertarget={id} aria-label={t.help.button(of)} title={t.help.button(of)}>
        ?
      </button>
      <div id={id} popover="auto" ref={note} class="help-note" role="note">
        <h3>{t.help.title}</h3>
        <div class="tight">{children}</div>
        <button
          type="button"
          class="button"
          onClick={() => {
            note.current?.hidePopover();
          }}
        >
          {t.close}
        </button>
      </div>
    </span>
  );
}
