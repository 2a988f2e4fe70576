import type { MemberReport } from '../../domain/report.js';
import { percent, t } from '../messages/index.js';
import { StanceWord } from '../parts/stance-mark.js';

/** What the seat or country under the pointer or the focus says; keeps its room when there is none. */
export function Readout({ member: m }: { readonly member: MemberReport | null }) {
  return (
    <div class="readout no-print">
      {m === null ? (
        <p class="soft">{t.seats.hint}</p>
      ) : (
        <p>
          <strong>{m.name}</strong> · <StanceWord stance={m.stance} />
          {m.stance === 'unknown' ? ` · ${t.silent}` : ` · ${percent(m.confidence)} · ${t.origins(m.origins)}`}
          {m.best ? ` · “${m.best.quote}”` : ''}
        </p>
      )}
    </div>
  );
}
