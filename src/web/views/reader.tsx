import { useEffect, useRef } from 'preact/hooks';
import type { DocumentReport } from '../api.js';

interface Props {
  readonly document: DocumentReport;
  /** Start of the span to bring into view, or NaN. */
  readonly at: number;
  readonly onBack: () => void;
}

interface Piece {
  readonly start: number;
  readonly text: string;
  readonly classes: string;
}

/** Cuts a text at every span's edge and says which kinds cover each piece; text stays text, never markup. */
function piecesOf(document: DocumentReport): Piece[] {
  const layers: { start: number; end: number; kind: string }[] = [];
  for (const s of document.statements) {
    for (const [kind, spans] of [['source', s.source], ['cue', s.cue], ['content', s.content]] as const) {
      if (s.attribution === 'outlet' && kind === 'content') continue;
      for (const x of spans) layers.push({ start: x.start, end: x.end, kind });
    }
  }
  for (const e of document.evidence) layers.push({ start: e.span.start, end: e.span.end, kind: 'evidence' });
  const edges = [...new Set([0, document.text.length, ...layers.flatMap((l) => [l.start, l.end])])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1] ?? document.text.length;
    const kinds = new Set(layers.filter((l) => l.start <= start && end <= l.end).map((l) => l.kind));
    return { start, text: document.text.slice(start, end), classes: [...kinds].join(' ') };
  });
}

/** A document with its sources, cues and contents marked in three ways, and the evidence behind the count. */
export function Reader({ document, at, onBack }: Props) {
  const target = useRef<HTMLElement>(null);
  useEffect(() => {
    target.current?.scrollIntoView({ block: 'center' });
    target.current?.focus({ preventScroll: true });
  }, [document.id, at]);
  let placed = false;
  return (
    <article class="reader">
      <button type="button" class="plain" onClick={onBack}>
        ← Back to the count
      </button>
      <h2>{document.title || 'Untitled document'}</h2>
      <p class="byline">{[document.publisher, document.published, document.address].filter(Boolean).join(' · ')}</p>
      <p class="legend">
        <span class="source">source</span> <span class="cue">cue</span> <span class="content">content</span> <mark>evidence in the count</mark>
      </p>
      <div class="text">
        {piecesOf(document).map((p) => {
          if (p.classes === '') return p.text;
          const isTarget = !placed && p.start >= at;
          if (isTarget) placed = true;
          const Tag = p.classes.includes('evidence') ? 'mark' : 'span';
          return (
            <Tag key={p.start} class={p.classes} {...(isTarget ? { ref: target as never, tabIndex: -1 } : {})}>
              {p.text}
            </Tag>
          );
        })}
      </div>
    </article>
  );
}
