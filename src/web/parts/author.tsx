import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../messages/index.js';
import { storedAuthor, storeAuthor } from '../reader/use-decisions.js';
import { useSession } from '../shell/session.js';

/** Who decides: the account that is signed in, else the name typed into the field, which this browser remembers. The field is null where nobody needs to type. */
export function useAuthor(hint = ''): readonly [author: string, field: ComponentChild] {
  const [typed, setTyped] = useState(storedAuthor);
  const session = useSession();
  if (session?.name) return [session.name, null];
  return [
    typed.trim(),
    <label class="field no-print" key="author">
      <span>{t.reader.author}</span>
      <input
        value={typed}
        autocomplete="name"
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          storeAuthor(event.currentTarget.value);
        }}
      />
      {hint && typed.trim() === '' ? <span class="hint">{hint}</span> : null}
    </label>,
  ];
}
