import type { Schemas } from '../../client/create-client.js';
import { list, t } from '../messages/index.js';

interface Props {
  readonly whatIf: Schemas['WhatIf'] | null;
  /** Kinds of condition supposed to be met, parted by commas. */
  readonly met: string;
  readonly onMeet: (met: string) => void;
}

/** Conditions that members set, by kind and in their words; meeting one recounts with all of that kind met. */
export function Conditions({ whatIf, met, onMeet }: Props) {
  const kinds = met.split(',').filter(Boolean);
  const conditions = whatIf?.conditions ?? [];
  return (
    <section class="stack" aria-labelledby="conditions-title">
      <h2 id="conditions-title">{t.deadlock.conditions}</h2>
      <p class="small soft">{t.deadlock.conditionsWhat}</p>
      {whatIf && conditions.length === 0 ? <p class="soft">{t.member.noConditions}</p> : null}
      <ul class="bare tight">
        {conditions.map((c) => {
          const on = kinds.includes(c.kind);
          const words = [...new Set(c.stated.map((s) => s.words))];
          return (
            <li key={c.kind}>
              <label class="condition">
                <input
                  type="checkbox"
                  checked={on}
                  onChange={() => {
                    onMeet((on ? kinds.filter((k) => k !== c.kind) : [...kinds, c.kind]).join(','));
                  }}
                />
                <span>
                  <strong>{c.kind}</strong> {words.map((w) => `“${w}”`).join(', ')} <span class="small soft">{t.deadlock.setBy(list([...new Set(c.stated.map((s) => s.name))]))}</span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      {kinds.length > 0 && whatIf ? (
        <p class="notice supposed" role="status">
          {whatIf.sentence}
        </p>
      ) : null}
    </section>
  );
}
