import type { Schemas } from '../../client/create-client.js';
import { isExport } from '../data/client.js';
import { conditionWord, list, t } from '../messages/index.js';
import { Help } from '../parts/help.js';
import { wordOf } from '../stances.js';

interface Props {
  readonly whatIf: Schemas['WhatIf'] | null;
  /** Kinds of condition supposed to be met, parted by commas. */
  readonly met: string;
  readonly onMeet: (met: string) => void;
}

/** Conditions that members set, by kind and in their words; meeting one recounts with all of that kind met, and says who moves and who waits for more. */
export function Conditions({ whatIf, met, onMeet }: Props) {
  const kinds = met.split(',').filter(Boolean);
  const conditions = whatIf?.conditions ?? [];
  const moved = (whatIf?.moved ?? []).filter((m) => m.by === 'condition');
  return (
    <section class="stack" aria-labelledby="conditions-title">
      <h2 id="conditions-title">
        {t.deadlock.conditions}
        <Help of={t.deadlock.conditions}>
          <p>{t.help.conditions}</p>
        </Help>
      </h2>
      {whatIf && conditions.length === 0 ? <p class="soft">{t.member.noConditions}</p> : <p class="small soft">{t.deadlock.conditionsWhat}</p>}
      <ul class="bare tight">
        {conditions.map((c) => {
          const words = [...new Set(c.stated.map((s) => s.words))];
          return (
            <li key={c.kind}>
              <label class="condition">
                <input
                  type="checkbox"
                  checked={kinds.includes(c.kind)}
                  onChange={() => {
                    onMeet((kinds.includes(c.kind) ? kinds.filter((k) => k !== c.kind) : [...(isExport ? [] : kinds), c.kind]).join(','));
                  }}
                />
                <span>
                  <strong>{conditionWord(c.kind)}</strong> {c.state === 'open' ? null : <span class="badge">{t.deadlock.conditionStates[c.state]}</span>}
                  <br />
                  <span class="small">
                    {words.map((w) => `“${w}”`).join(', ')} <span class="soft">{t.deadlock.setBy(list([...new Set(c.stated.map((s) => s.name))]))}</span>
                  </span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      {kinds.length > 0 && whatIf ? (
        <div class="notice supposed" role="status">
          <p>{moved.length === 0 ? t.deadlock.nobodyMoves : t.deadlock.theyMove(moved.length, list(moved.map((m) => t.deadlock.moveOf(m.name, wordOf(m.to).toLowerCase()))))}</p>
          {whatIf.held.length > 0 ? <p>{t.deadlock.held(list(whatIf.held.map((h) => `${h.name} (“${h.unmet.join('”, “')}”)`)))}</p> : null}
        </div>
      ) : null}
    </section>
  );
}
