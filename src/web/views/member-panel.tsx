import { STANCES, type PositionStance } from '../../domain/stance.js';
import type { EvidenceReport, WhyReport } from '../api.js';
import { wordOf } from '../stances.js';

interface Props {
  readonly why: WhyReport;
  readonly supposed: string;
  readonly onSuppose: (stance: PositionStance | '') => void;
  readonly onOpen: (evidence: EvidenceReport) => void;
  readonly onClose: () => void;
}

/** Whose word a claim rests on, in words. */
function Voice({ e }: { readonly e: EvidenceReport }) {
  const who = e.attribution === 'outlet' ? e.publisher || 'the outlet itself' : e.speaker || 'not named';
  return (
    <p class="voice">
      <span class={`badge ${e.attribution}`}>{e.attribution}</span> {who}
      {e.speaksFor !== 'other' && e.attribution !== 'outlet' ? `, for ${e.speaksFor}` : ''}
      {e.origin ? `; first in ${e.origin}` : ''}
    </p>
  );
}

/** Everything known of one member: its position, its evidence with the words, and a supposition to try. */
export function MemberPanel({ why, supposed, onSuppose, onOpen, onClose }: Props) {
  const p = why.position;
  return (
    <section class="panel" aria-labelledby="member-name">
      <div class="panel-head">
        <h2 id="member-name">
          {p.name} <span class="code">{p.member}</span>
        </h2>
        <button type="button" class="plain" onClick={onClose}>
          Close
        </button>
      </div>
      <p class="lead">
        {p.stance === 'unknown'
          ? 'Unknown: nothing in the register says where it stands. Silence is no consent.'
          : `${wordOf(p.stance)}, ${String(Math.round(p.confidence * 100))}% of the weight, from ${String(p.origins)} independent ${p.origins === 1 ? 'origin' : 'origins'}${p.contested ? '; contested: the sources disagree' : ''}.`}
      </p>
      <label class="suppose">
        What if it were
        <select
          value={supposed}
          onChange={(event) => {
            onSuppose((event.currentTarget as HTMLSelectElement).value as PositionStance | '');
          }}
        >
          <option value="">as the evidence says</option>
          {[...STANCES, 'unknown' as const].map((s) => (
            <option value={s} key={s}>
              {wordOf(s).toLowerCase()}
            </option>
          ))}
        </select>
      </label>
      <ol class="evidence">
        {why.evidence.map((e) => (
          <li key={`${e.documentId}${String(e.span.start)}${e.rule}${e.stance}`}>
            <p class={`stance-word ${e.stance}`}>{wordOf(e.stance)}</p>
            <blockquote>{e.quote}</blockquote>
            <Voice e={e} />
            {e.condition ? (
              <p>
                <strong>Condition:</strong> {e.condition.quote}
              </p>
            ) : null}
            {e.reasons.length > 0 ? (
              <p>
                <strong>Reasons:</strong> {e.reasons.map((r) => `${r.kind} (“${r.quote}”)`).join(', ')}
              </p>
            ) : null}
            <p class="where">
              <button
                type="button"
                class="link"
                onClick={() => {
                  onOpen(e);
                }}
              >
                Read it in {e.title || e.publisher || 'the document'}
              </button>
              {e.date ? ` · ${e.date}` : ''} · read by {e.rule}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
