import type { DocumentReport } from '../../domain/report.js';

/** What a piece of a text is marked as; several at once where spans overlap. */
export type Layer = 'source' | 'cue' | 'content' | 'evidence';

export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly layers: readonly Layer[];
  /** Signals whose evidence covers the piece. */
  readonly signals: readonly string[];
  /** How the statement that begins here reached the reader; empty where none begins. */
  readonly attribution: string;
}

/**
 * Cuts a text at every span's edge and around every line end, and says which kinds cover each piece. The pieces together are the text, letter for letter; what stands
 * in them stays text, never markup.
 */
export function piecesOf(document: DocumentReport): Piece[] {
  const spans: { readonly start: number; readonly end: number; readonly layer: Layer; readonly signal: string }[] = [];
  const beginnings = new Map<number, string>();
  for (const s of document.statements) {
    if (s.attribution === 'outlet') continue;
    for (const [layer, list] of [['source', s.source], ['cue', s.cue], ['content', s.content]] as const) for (const { start, end } of list) spans.push({ start, end, layer, signal: '' });
    const first = s.content[0];
    if (first) beginnings.set(first.start, s.attribution);
  }
  for (const e of document.evidence) spans.push({ ...e.span, layer: 'evidence', signal: e.signalId });
  const lines = [...document.text.matchAll(/\n/g)].flatMap(({ index }) => [index, index + 1]);
  const edges = [...new Set([0, document.text.length, ...lines, ...spans.flatMap((s) => [s.start, s.end])])].filter((x) => x >= 0 && x <= document.text.length).sort((a, b) => a - b);
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const out: Piece[] = [];
  let open: typeof sorted = [];
  let next = 0;
  for (const [i, start] of edges.slice(0, -1).entries()) {
    const end = edges[i + 1] ?? document.text.length;
    open = open.filter((s) => s.end > start);
    for (; next < sorted.length && (sorted[next]?.start ?? Infinity) <= start; next++) {
      const span = sorted[next];
      if (span && span.end > start) open.push(span);
    }
    out.push({ start, text: document.text.slice(start, end), layers: [...new Set(open.map((s) => s.layer))], signals: [...new Set(open.flatMap((s) => s.signal || []))], attribution: beginnings.get(start) ?? '' });
  }
  return out;
}

/** The span of a selection within an element whose pieces carry `data-start`; null when it is empty or lies outside. */
export function selectedSpan(root: HTMLElement, selection: Selection | null): { readonly start: number; readonly end: number } | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const [a, b] = [offsetOf(root, range.startContainer, range.startOffset), offsetOf(root, range.endContainer, range.endOffset)];
  return a === null || b === null || b <= a ? null : { start: a, end: b };
}

function offsetOf(root: HTMLElement, node: Node, offset: number): number | null {
  if (!root.contains(node)) return null;
  if (node instanceof Text) {
    const piece = node.parentElement?.closest<HTMLElement>('[data-start]');
    return piece ? Number(piece.dataset['start']) + offset : null;
  }
  const child = node.childNodes[offset];
  const after = child instanceof HTMLElement ? child : null;
  if (after?.dataset['start']) return Number(after.dataset['start']);
  const last = node.childNodes[offset - 1];
  return last instanceof HTMLElement && last.dataset['start'] ? Number(last.dataset['start']) + (last.textContent?.length ?? 0) : null;
}
