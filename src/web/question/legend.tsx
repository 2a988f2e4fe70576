import type { CountReport } from '../../domain/report.js';
import { number } from '../messages/index.js';
import { StanceMark } from '../parts/stance-mark.js';
import { STANCE_LOOKS, wordOf } from '../stances.js';

/** The stances that are there, each with its letter, its word and how many members hold it. */
export function Legend({ report }: { readonly report: CountReport }) {
  return (
    <ul class="legend bare">
      {STANCE_LOOKS.map(({ stance }) => {
        const n = report.members.filter((m) => m.stance === stance).length;
        return n === 0 ? null : (
          <li key={stance}>
            <StanceMark stance={stance} />
            <span>
              {wordOf(stance)} <strong class="number">{number(n)}</strong>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
