import type { EvidenceReport } from '../../domain/report.js';
import { useName } from '../data/names.js';
import { day, t } from '../messages/index.js';
import { Link } from '../routing/link.js';
import { within, type Place } from '../routing/place.js';
import './quote.css';

const clip = (text: string, at: number): string => (text.length <= at ? text : `${text.slice(0, at).replace(/(?<!\s)\s+\S*$/, '')} …`);

/** Whose word a claim rests on, in words. */
export function Voice({ e }: { readonly e: EvidenceReport }) {
  const nameOf = useName();
  const who = e.attribution === 'outlet' ? e.publisher || t.voice.outlet : e.speaker || t.voice.unnamed;
  return (
    <span class="voice">
      <span class={`badge ${e.attribution}`}>{t.attribution[e.attribution]}</span> {who}
      {e.speaksFor !== 'other' && e.speaksFor !== '' && e.attribution !== 'outlet' ? t.voice.speaksFor(nameOf(e.speaksFor)) : ''}
      {e.origin ? t.voice.firstIn(e.origin) : ''}
    </span>
  );
}

interface Props {
  readonly e: EvidenceReport;
  readonly place: Place;
  /** Longest quote to show, in characters. */
  readonly clipAt?: number;
}

/** The words a position rests on, whose they are, and a link to where they stand. Always text, never markup. */
export function Quote({ e, place, clipAt = 320 }: Props) {
  return (
    <div class="quote">
      <blockquote dir="auto">“{clip(e.quote, clipAt)}”</blockquote>
      <p class="small soft">
        <Voice e={e} /> ·{' '}
        <Link to={within(place, 'document', e.documentId, { signal: e.signalId })} label={t.readIn(e.title || e.publisher || t.untitled)}>
          {e.publisher || e.title || t.untitled}
        </Link>
        {e.date ? `, ${day(e.date)}` : ''}
      </p>
      {e.former ? (
        <p class="small">
          <span class="badge">{t.former}</span> {e.former}
        </p>
      ) : null}
      {e.retracted ? (
        <p class="small">
          <span class="badge">{t.retracted}</span> {e.retracted}
        </p>
      ) : null}
    </div>
  );
}
