import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Schemas } from '../../client/create-client.js';
import { AnswerError, apiPath, isExport, send } from '../data/client.js';
import { announceChange, useAnswer } from '../data/use-answer.js';
import { t } from '../messages/index.js';
import { Failed } from '../parts/state-of-answer.js';

/** Who is signed in on a server that several people share; null data while it is not known, and on a server that needs none. */
export const useSession = (): Schemas['Session'] | null => useAnswer<Schemas['Session']>(isExport ? null : apiPath('/session')).data;

/** Shows the page to whoever may see it, and a form to sign in to whoever may not yet. */
export function SignedIn({ children }: { readonly children: ComponentChildren }) {
  const session = useSession();
  if (session?.needed && session.name === null) return <SignInForm />;
  return <>{children}</>;
}

function SignInForm() {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<AnswerError | null>(null);
  const submit = async (): Promise<void> => {
    setError(null);
    try {
      await send('POST', apiPath('/session'), { name, password });
      announceChange();
    } catch (e) {
      setError(e instanceof AnswerError ? e : new AnswerError(String(e), 0, ''));
    }
  };
  return (
    <form
      class="sign-in stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h1>{t.session.title}</h1>
      <p class="soft">{t.session.what}</p>
      <label class="field">
        <span>{t.session.name}</span>
        <input required value={name} autocomplete="username" onInput={(e) => { setName(e.currentTarget.value); }} />
      </label>
      <label class="field">
        <span>{t.session.password}</span>
        <input required type="password" value={password} autocomplete="current-password" onInput={(e) => { setPassword(e.currentTarget.value); }} />
      </label>
      {error ? <Failed error={error} /> : null}
      <button type="submit" class="button main">
        {t.session.signIn}
      </button>
    </form>
  );
}

/** Who is signed in, and the way out; nothing on a server that needs no sign-in. */
export function Account() {
  const session = useSession();
  if (!session?.needed || session.name === null) return null;
  return (
    <button type="button" class="button quiet" onClick={() => void send('DELETE', apiPath('/session'), {}).then(announceChange)}>
      {t.session.signOut(session.name)}
    </button>
  );
}
