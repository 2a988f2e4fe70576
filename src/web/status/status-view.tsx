import type { paths } from '../../client/openapi.js';
import { apiPath } from '../data/client.js';
import { useAnswer } from '../data/use-answer.js';
import { number, t } from '../messages/index.js';
import { Failed, Waiting } from '../parts/state-of-answer.js';
import { useTitle } from '../shell/use-title.js';

type Status = paths['/api/status']['get']['responses'][200]['content']['application/json'];

/** Whether the server can answer, and how quickly it does. */
export function StatusView() {
  useTitle(t.status.title);
  const { data, error, loading } = useAnswer<Status>(apiPath('/status'));
  return (
    <div class="stack">
      <header class="stack">
        <h1>{t.status.title}</h1>
        <p class="measure">{t.status.lead}</p>
      </header>
      {error ? <Failed error={error} /> : loading && !data ? <Waiting /> : null}
      {data ? (
        <>
          <p role="status">
            <strong>{data.isReady ? t.status.ready : t.status.notReady}</strong>
          </p>
          <dl class="status-facts">
            <dt>{t.status.reader}</dt>
            <dd>{data.reader}</dd>
            <dt>{t.status.up}</dt>
            <dd>{t.status.hours(data.upSeconds / 3600)}</dd>
            <dt>{t.status.memory}</dt>
            <dd>{t.status.megabytes(data.memoryBytes)}</dd>
          </dl>
          <Figures data={data} />
        </>
      ) : null}
    </div>
  );
}

function Figures({ data }: { readonly data: Status }) {
  const rows = [
    [t.status.requests, data.requests],
    [t.status.queries, data.queries],
  ] as const;
  if (!rows.some(([, figures]) => figures)) return <p class="soft">{t.status.none}</p>;
  return (
    <div class="scroll-x" tabIndex={0} role="group" aria-label={t.status.title}>
      <table>
        <caption>{t.status.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.status.of}</th>
            <th scope="col" class="number">{t.status.count}</th>
            <th scope="col" class="number">{t.status.failed}</th>
            <th scope="col" class="number">{t.status.median}</th>
            <th scope="col" class="number">{t.status.p95}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, figures]) =>
            figures ? (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="number">{number(figures.count)}</td>
                <td class="number">{number(figures.failed)}</td>
                <td class="number">{t.status.within(figures.medianMs)}</td>
                <td class="number">{t.status.within(figures.p95Ms)}</td>
              </tr>
            ) : null,
          )}
        </tbody>
      </table>
    </div>
  );
}
