import type { CountReport } from '../api.js';
import { STANCE_LOOK, markOf, wordOf } from '../stances.js';

interface Props {
  readonly report: CountReport;
  readonly onChoose: (member: string) => void;
}

const clip = (s: string): string => (s.length > 180 ? `${s.slice(0, 179).trimEnd()}…` : s);

/** The count as a table: who, where, how sure, on how many origins, and the best words for it. */
export function MembersTable({ report, onChoose }: Props) {
  const order = ['oppose', 'conditional', 'abstract-support', 'uncommitted', 'support', 'unknown'];
  const rows = [...report.members].sort((a, b) => order.indexOf(a.stance) - order.indexOf(b.stance) || a.name.localeCompare(b.name));
  return (
    <div class="table-wrap" tabIndex={0} role="region" aria-label="Members and their positions">
      <table>
        <caption>
          {report.count.members} members in {STANCE_LOOK.filter((l) => rows.some((r) => r.stance === l.stance)).length} groups, holdouts first.
        </caption>
        <thead>
          <tr>
            <th scope="col">Member</th>
            <th scope="col">Position</th>
            <th scope="col">Sure</th>
            <th scope="col">Origins</th>
            <th scope="col">Best evidence</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((m) => (
            <tr key={m.member}>
              <th scope="row">
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    onChoose(m.member);
                  }}
                >
                  {m.name}
                </button>
              </th>
              <td>
                <span class={`chip ${m.stance}`}>
                  <span aria-hidden="true">{markOf(m.stance)} </span>
                  {wordOf(m.stance)}
                </span>
                {m.assumed ? ' supposed' : ''}
                {m.contested ? ' contested' : ''}
              </td>
              <td class="number">{m.stance === 'unknown' ? '–' : `${String(Math.round(m.confidence * 100))}%`}</td>
              <td class="number">{m.origins}</td>
              <td>
                {m.best ? (
                  <>
                    “{clip(m.best.quote)}” <span class="where">{m.best.attribution === 'outlet' ? m.best.publisher : m.best.speaker} · {m.best.attribution}</span>
                  </>
                ) : (
                  <span class="where">nothing said</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
