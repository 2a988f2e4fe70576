import type { MemberReport } from '../../domain/report.js';
import { list, t } from '../messages/index.js';
import { supposedOf, supposing, supposingAll } from './suppositions.js';

interface Props {
  readonly members: readonly MemberReport[];
  readonly assume: string;
  readonly onSuppose: (assume: string) => void;
}

/** Conditions that holdouts set, in their words; meeting one supposes the support of those who set it. */
export function Conditions({ members, assume, onSuppose }: Props) {
  const supposed = supposedOf(assume);
  const groups = new Map<string, { quote: string; members: MemberReport[] }>();
  for (const m of members) {
    const c = m.best?.condition;
    if (!c || m.stance === 'support') continue;
    const key = c.quote.toLowerCase();
    const group = groups.get(key);
    if (group) group.members.push(m);
    else groups.set(key, { quote: c.quote, members: [m] });
  }
  return (
    <section class="stack" aria-labelledby="conditions-title">
      <h2 id="conditions-title">{t.deadlock.conditions}</h2>
      <p class="small soft">{t.deadlock.conditionsWhat}</p>
      {groups.size === 0 ? <p class="soft">{t.member.noConditions}</p> : null}
      <ul class="bare tight">
        {[...groups.values()].map(({ quote, members: who }) => {
          const met = who.every((m) => supposed.get(m.member) === 'support');
          return (
            <li key={quote}>
              <label class="condition">
                <input
                  type="checkbox"
                  checked={met}
                  onChange={() => {
                    onSuppose(met ? who.reduce((all, m) => supposing(all, m.member, ''), assume) : supposingAll(assume, who.map((m) => m.member), 'support'));
                  }}
                />
                <span>
                  “{quote}” <span class="small soft">{t.deadlock.setBy(list(who.map((m) => m.name)))}</span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
