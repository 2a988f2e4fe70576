import type { Schemas } from '../../client/create-client.js';
import { apiPath } from '../data/client.js';
import { instant, number, t } from '../messages/index.js';
import { LongList } from '../parts/long-list.js';
import { Failed } from '../parts/state-of-answer.js';
import { useSending } from '../parts/use-sending.js';
import { WebAddress } from './web-address.js';

interface Props {
  readonly question: string;
  readonly failed: readonly Schemas['FailedFetch'][];
}

/** What could not be fetched or read, with the reason, and another try. */
export function FailedFetches({ question, failed }: Props) {
  const { busy, error, run } = useSending();
  const retry = (addresses?: readonly string[]): void => {
    void run('POST', apiPath('/sources/retry'), { question, ...(addresses ? { addresses } : {}) });
  };
  return (
    <section class="stack" aria-labelledby="failed-title">
      <div class="figure-head">
        <h2 id="failed-title">{t.failed.title(failed.length)}</h2>
        {failed.length > 0 ? (
          <button type="button" class="button no-print" disabled={busy} onClick={() => { retry(); }}>
            {t.failed.retryAll}
          </button>
        ) : null}
      </div>
      <p class="measure soft">{t.failed.what}</p>
      {error ? <Failed error={error} /> : null}
      <LongList
        items={failed}
        keyOf={(f) => f.address}
        label={t.failed.title(failed.length)}
        rowHeight={110}
        row={(f) => (
          <div class="source-line">
            <div class="tight">
              <p>
                <WebAddress address={f.address} /> {f.isGivenUp ? <span class="badge">{t.failed.givenUp}</span> : null}
              </p>
              <p>{f.message}</p>
              <p class="small soft">
                {t.failed.tries(number(f.failures), instant(f.lastAsked))}
                {f.via ? ` ${t.failed.via(f.via)}` : ''}
              </p>
              <p class="no-print">
                <button type="button" class="button quiet" disabled={busy} aria-label={t.failed.retryOne(f.address)} onClick={() => { retry([f.address]); }}>
                  {t.failed.retry}
                </button>
              </p>
            </div>
          </div>
        )}
      />
    </section>
  );
}
