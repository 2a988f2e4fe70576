import type { CountReport } from '../api.js';
import { STANCE_LOOK } from '../stances.js';

interface Props {
  readonly report: CountReport;
  readonly chosen: string;
  readonly onChoose: (member: string) => void;
}

/** One seat for each member, grouped by stance; colour is never the only mark. */
export function Seats({ report, chosen, onChoose }: Props) {
  const groups = STANCE_LOOK.map((look) => ({ ...look, members: report.members.filter((m) => m.stance === look.stance) })).filter((g) => g.members.length > 0);
  const caption = groups.map((g) => `${String(g.members.length)} ${g.word.toLowerCase()}`).join(', ');
  return (
    <figure class="seats">
      {groups.map((g) => (
        <div class="bench" key={g.stance}>
          <h2>
            {g.word} <span class="number">{g.members.length}</span>
          </h2>
          <ul>
            {g.members.map((m) => (
              <li key={m.member}>
                <button
                  type="button"
                  class={`seat ${g.stance}${m.assumed ? ' supposed' : ''}`}
                  aria-pressed={chosen === m.member}
                  aria-label={`${m.name}: ${g.word}${m.assumed ? ', supposed' : ''}${m.contested ? ', contested' : ''}`}
                  title={m.name}
                  onClick={() => {
                    onChoose(m.member);
                  }}
                >
                  <span class="mark" aria-hidden="true">
                    {g.mark}
                  </span>
                  <span class="code">{m.member}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <figcaption>
        Of {report.count.members} members: {caption}. A letter stands beside each colour; choose a seat to read the evidence.
      </figcaption>
    </figure>
  );
}
