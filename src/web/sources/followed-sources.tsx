import { useState } from 'preact/hooks';
import type { Schemas } from '../../client/create-client.js';
import { apiPath } from '../data/client.js';
import { instant, number, t } from '../messages/index.js';
import { Failed } from '../parts/state-of-answer.js';
import { useSending } from '../parts/use-sending.js';
import { WebAddress } from './web-address.js';

interface Props {
  readonly question: string;
  readonly sources: readonly Schemas['Source'][];
}

/** Feeds, sitemaps and pages that are followed: how each goes, a round now, one more, one less. */
export function FollowedSources({ question, sources }: Props) {
  const [address, setAddress] = useState('');
  const [check, setCheck] = useState<Schemas['SourceCheck'] | null>(null);
  const { busy, error, run } = useSending();
  const ask = async (body: object): Promise<void> => {
    setCheck(null);
    setCheck(await run<Schemas['SourceCheck']>('POST', apiPath('/sources/check'), { question, ...body }));
  };
  return (
    <section class="stack" aria-labelledby="followed-title">
      <div class="figure-head">
        <h2 id="followed-title">{t.follow.title(sources.length)}</h2>
        {sources.length > 0 ? (
          <button type="button" class="button no-print" disabled={busy} onClick={() => void ask({})}>
            {busy ? t.follow.asking : t.follow.askAll}
          </button>
        ) : null}
      </div>
      <p class="measure soft">{t.follow.what}</p>
      <form
        class="row follow-form no-print"
        onSubmit={(event) => {
          event.preventDefault();
          void run('POST', apiPath('/sources'), { question, address }).then((taken) => {
            if (taken) setAddress('');
          });
        }}
      >
        <label class="field grow">
          <span>{t.follow.address}</span>
          <input type="url" required value={address} placeholder="https://" onInput={(e) => { setAddress(e.currentTarget.value); }} />
        </label>
        <button type="submit" class="button" disabled={busy || address.trim() === ''}>
          {t.follow.add}
        </button>
      </form>
      {error ? <Failed error={error} /> : null}
      {check ? <CheckResult check={check} /> : null}
      {sources.length === 0 ? <p class="notice">{t.follow.none}</p> : null}
      <ul class="bare">
        {sources.map((s) => (
          <li key={s.address} class="source-line">
            <div class="tight">
              <p>
                <WebAddress address={s.address} />
              </p>
              <p class="small soft">{t.follow.goes(number(s.articles), number(s.failed), s.lastSeen ? instant(s.lastSeen) : '')}</p>
              {s.failure ? <p class="small notice bad">{s.failure}</p> : null}
              <p class="row no-print">
                <button type="button" class="button quiet" disabled={busy} aria-label={t.follow.askOne(s.address)} onClick={() => void ask({ address: s.address })}>
                  {t.follow.ask}
                </button>
                <button type="button" class="button quiet" disabled={busy} aria-label={t.follow.leaveOne(s.address)} onClick={() => void run('DELETE', apiPath('/sources', { address: s.address, question }), {})}>
                  {t.follow.leave}
                </button>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a round brought. */
function CheckResult({ check }: { readonly check: Schemas['SourceCheck'] }) {
  return (
    <div class="notice tight" role="status">
      <p>{t.follow.result(check.read.length, check.known, check.failed.length)}</p>
      {check.failed.map((f) => (
        <p key={f.address} class="small">
          {f.message}
        </p>
      ))}
      {check.notes.map((note) => (
        <p key={note} class="small soft">
          {note}
        </p>
      ))}
    </div>
  );
}
