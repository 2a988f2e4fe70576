import { useState } from 'preact/hooks';
import type { MemberReport } from '../../domain/report.js';
import { isStance, type PositionStance } from '../../domain/stance.js';
import { number, t } from '../messages/index.js';
import { StanceMark } from '../parts/stance-mark.js';
import { STANCE_LOOKS, wordOf } from '../stances.js';
import { supposedOf, supposing } from './suppositions.js';
import { useDrag } from './use-drag.js';

interface Props {
  readonly members: readonly MemberReport[];
  readonly assume: string;
  /** Where conditions that are supposed to be met move members to. */
  readonly lifted: ReadonlyMap<string, PositionStance>;
  /** Null where members cannot be moved: then the board only shows where they stand. */
  readonly onSuppose: ((assume: string) => void) | null;
}

/** More members than this are shown by their codes alone. */
const NAMES_UP_TO = 60;

/** Members in columns by stance; each is dragged, or moved by its menu or the keys 1–6, to another column. */
export function Board({ members, assume, lifted, onSuppose }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const supposed = supposedOf(assume);
  const stanceOf = (m: MemberReport): PositionStance => {
    const s = supposed.get(m.member);
    return s !== undefined && (isStance(s) || s === 'unknown') ? s : (lifted.get(m.member) ?? m.stance);
  };
  const move = (code: string, to: PositionStance): void => {
    const own = lifted.get(code) ?? members.find((m) => m.member === code)?.stance;
    setChosen(null);
    onSuppose?.(supposing(assume, code, own === to ? '' : to));
  };
  const drag = useDrag((code, to) => {
    if (isStance(to) || to === 'unknown') move(code, to);
  });
  const names = members.length <= NAMES_UP_TO;
  return (
    <div class="board">
      {STANCE_LOOKS.map(({ stance }, column) => {
        const here = members.filter((m) => stanceOf(m) === stance).sort((a, b) => a.name.localeCompare(b.name));
        return (
          <section
            key={stance}
            class={`board-column ${stance}${drag.over === stance ? ' over' : ''}`}
            aria-label={t.deadlock.column(wordOf(stance), here.length)}
            data-drop={stance}
          >
            <h3>
              <StanceMark stance={stance} /> {wordOf(stance)} <span class="number soft">{number(here.length)}</span>
            </h3>
            <ul class="bare board-seats">
              {here.map((m) => (
                <li key={m.member}>
                  {onSuppose === null ? <span class={`chip still ${stance}${lifted.has(m.member) || supposed.has(m.member) ? ' moved' : ''}`}>{names ? m.name : m.member}</span> : <button
                    type="button"
                    class={`chip ${stance}${supposed.has(m.member) || lifted.has(m.member) ? ' moved' : ''}`}
                    aria-expanded={chosen === m.member}
                    aria-label={t.deadlock.chip(m.name, wordOf(stance), supposed.has(m.member) || lifted.has(m.member))}
                    title={names ? undefined : m.name}
                    {...drag.of(m.member)}
                    onClick={() => {
                      if (!drag.endsDrag()) setChosen(chosen === m.member ? null : m.member);
                    }}
                    onKeyDown={(event) => {
                      if (event.key === 'Escape') setChosen(null);
                      const to = STANCE_LOOKS[Number(event.key) - 1];
                      if (to) move(m.member, to.stance);
                    }}
                  >
                    {names ? m.name : m.member}
                  </button>}
                  {chosen === m.member ? (
                    <div class="chip-menu card" role="group" aria-label={t.deadlock.moveTo(m.name)} onKeyDown={(event) => { if (event.key === 'Escape') setChosen(null); }}>
                      {STANCE_LOOKS.map((to, i) =>
                        i === column ? null : (
                          <button key={to.stance} type="button" class="button quiet" onClick={() => { move(m.member, to.stance); }}>
                            <StanceMark stance={to.stance} /> {wordOf(to.stance)} <kbd class="small soft">{i + 1}</kbd>
                          </button>
                        ),
                      )}
                    </div>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
