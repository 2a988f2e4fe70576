import type { DiffReport } from '../app/review/diff.js';
import type { QueueItem } from '../app/review/queue.js';
import type { StoredReview } from '../domain/review.js';

const oneLine = (s: string): string => s.replace(/\s+/g, ' ').trim();
const percent = (share: number): string => `${String(Math.round(share * 100))}%`;

/** The queue as text: what to look at first, and why. */
export function queueText(items: readonly QueueItem[], limit: number): string {
  if (items.length === 0) return 'Nothing waits for a review.\n';
  const lines = items
    .slice(0, limit)
    .flatMap((x, i) => [
      `${String(i + 1)}. ${x.member} ${x.stance} [${x.signalId.slice(0, 12)}]${x.standing === 'waiting' ? ' waits, does not count' : ''} — the other side ${x.effect}; position ${percent(1 - x.doubt)} sure, signal ${percent(x.confidence)}`,
      `   “${oneLine(x.quote)}” [document ${x.documentId.slice(0, 12)}]`,
    ]);
  const rest = items.length - limit;
  return `${[...lines, ...(rest > 0 ? [`… and ${String(rest)} more (--limit).`] : [])].join('\n')}\n`;
}

const subject = (r: StoredReview): string => {
  switch (r.action) {
    case 'merge':
    case 'split':
      return `documents ${r.documents.map((d) => d.slice(0, 12)).join(', ')}`;
    case 'declare':
      return `${r.member} ${r.stance ?? 'none'} on ${r.option}${r.validFrom ? ` from ${r.validFrom}` : ''}`;
    case 'reject':
      return `${r.member} on ${r.option} [${r.signalId.slice(0, 12)}]`;
    case 'accept':
    case 'correct':
    case 'add':
      return `${r.words.signal.member} ${r.words.signal.stance} on ${r.words.signal.option}: “${oneLine(r.words.quote)}”`;
  }
};

/** Every decision as a line, oldest first. */
export const logText = (log: readonly StoredReview[]): string =>
  log.length === 0
    ? 'Nobody has decided anything yet.\n'
    : `${log.map((r) => `${String(r.id)}. ${r.recordedAt} ${r.author}: ${r.action} ${subject(r)}${r.note === '' ? '' : ` — ${r.note}`}`).join('\n')}\n`;

/** What changed, member by member, with the signals behind it. */
export function diffText(r: DiffReport): string {
  const head = `From ${r.from} (${r.readers[0].join(', ') || 'nothing read'}) to ${r.to ?? 'now'} (${r.readers[1].join(', ') || 'nothing read'}): ${r.positions.length === 0 ? 'no position changed' : `${String(r.positions.length)} positions changed`}.`;
  const lines = r.positions.flatMap((p) => [
    `${p.member}: ${p.before} (${percent(p.confidence[0])}) → ${p.after} (${percent(p.confidence[1])})`,
    ...p.signals.map(
      (s) => `  ${s.change === 'gained' ? '+' : '−'} ${s.stance} “${oneLine(s.quote)}” (${s.because}: ${s.reader})`,
    ),
  ]);
  return `${[head, ...lines].join('\n')}\n`;
}
