import type { ProbabilityReport } from '../../domain/report.js';
import { t } from '../messages/index.js';
import { Help } from '../parts/help.js';
import '../parts/bar.css';
import { chance } from './chance.js';

interface Props {
  readonly data: ProbabilityReport;
  /** Chance that members move together, 0–1, as asked. */
  readonly together: number;
  /** Null where it cannot be tried. */
  readonly onTogether: ((share: number) => void) | null;
}

/** How likely adoption is under stated suppositions, with the range that silence leaves. */
export function Probability({ data, together, onTogether }: Props) {
  const bars = [
    [t.deadlock.apart, data.apart],
    [t.deadlock.together, data.together],
    [t.deadlock.silentNo(data.silent.members), data.silent.ifNo],
    [t.deadlock.silentYes(data.silent.members), data.silent.ifYes],
  ] as const;
  return (
    <section class="stack" aria-labelledby="chance-title">
      <h2 id="chance-title">
        {t.deadlock.chance}
        <Help of={t.deadlock.chance}>
          <p>{t.help.probability}</p>
        </Help>
      </h2>
      <p>{data.sentence}</p>
      <dl class="chance-bars">
        {bars.map(([name, share]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="bar-cell">
              <span class="number">{chance(share)}</span>
              <span class="bar" aria-hidden="true">
                <span style={{ inlineSize: `${String(share * 100)}%` }} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {onTogether ? <label class="field">
        <span>{t.deadlock.moveTogether(chance(together), chance(data.adoption))}</span>
        <input
          type="range"
          class="slider"
          min={0}
          max={1}
          step={0.05}
          value={together}
          onInput={(event) => {
            onTogether(Number(event.currentTarget.value));
          }}
        />
      </label> : null}
      <h3>{t.deadlock.assumed}</h3>
      <ul class="small">
        {data.assumptions.map((a) => (
          <li key={a}>{a}</li>
        ))}
      </ul>
    </section>
  );
}
