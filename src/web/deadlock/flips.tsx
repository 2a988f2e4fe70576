import type { CountReport } from '../../domain/report.js';
import { list, number, t } from '../messages/index.js';
import { Help } from '../parts/help.js';
import { supposingAll } from './suppositions.js';

interface Props {
  readonly report: CountReport;
  readonly assume: string;
  /** Null where nothing can be supposed by hand. */
  readonly onSuppose: ((assume: string) => void) | null;
}

/** The fewest members whose move would do, and who stops it alone or together. */
export function Flips({ report, assume, onSuppose }: Props) {
  const { count } = report;
  const name = (code: string): string => report.members.find((m) => m.member === code)?.name ?? code;
  const flips = count.fewestFlips;
  const alone = count.blocking.alone.map(name);
  const groups = count.blocking.groups.slice(0, 6);
  return (
    <section class="stack" aria-labelledby="flips-title">
      <h2 id="flips-title">
        {t.facts.flipsName}
        <Help of={t.facts.flipsName}>
          <p>{t.help.flips}</p>
          <p>{report.rule.citation}</p>
        </Help>
      </h2>
      {count.outcome === 'adopted' ? <p>{t.deadlock.adopted}</p> : null}
      {flips === null ? <p>{t.deadlock.noFlips}</p> : null}
      {flips && flips.count === 0 && count.outcome !== 'adopted' ? <p>{t.deadlock.possible}</p> : null}
      {flips && flips.count > 0 ? (
        <>
          <p>{t.deadlock.flips(flips.count, list(flips.members.map(name)))}</p>
          {onSuppose ? <button type="button" class="button no-print" onClick={() => { onSuppose(supposingAll(assume, flips.members, 'support')); }}>
            {t.deadlock.supposeFlips(number(flips.count))}
          </button> : null}
        </>
      ) : null}
      {alone.length > 0 ? <p class="small">{t.deadlock.alone(alone.length, list(alone))}</p> : null}
      {groups.length > 0 ? (
        <div class="small tight">
          <p>{t.deadlock.groups(count.blocking.total, groups.length)}</p>
          <ul>
            {groups.map((g) => (
              <li key={g.join()}>{list(g.map(name))}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
