import { stateName } from '../../knowledge/state-phrases.js';
import { readingText, round4, type BargainReport } from './bargain-report.js';

/** A bargaining report as a page of text: the sentence, the actors, who moved whom, and what was assumed. */
export function bargainText(r: BargainReport): string {
  const width = Math.max(6, ...r.actors.map((a) => stateName(a.name).length));
  const cell = (values: readonly number[] | null): string => (values === null ? '–' : values.map(round4).join('/')).padStart(12);
  const lines = [r.sentence, '', `${'actor'.padEnd(width)}${'position'.padStart(12)}${'capability'.padStart(12)}${'salience'.padStart(12)}${'ends at'.padStart(12)}`];
  for (const a of r.actors) lines.push(`${stateName(a.name).padEnd(width)}${cell(a.positions)}${cell([a.capability])}${cell(a.saliences)}${cell(a.ends)}${a.uncertain ? '  uncertain' : ''}`);
  const rounds = r.rounds.flatMap((round, k) => (round.median === undefined ? [] : [`  ${String(k).padStart(2)}${round4(round.median).padStart(12)}${round4(round.mean ?? NaN).padStart(12)}  ${round.moves.map((m) => `${m.actor} → ${m.to.map(round4).join('/')} (${m.kind}, ${m.pressedBy})`).join('; ')}`]));
  if (rounds.length > 0) lines.push('', `${'round'.padEnd(4)}${'median'.padStart(11)}${'mean'.padStart(12)}  moves (kind, pressed by)`, ...rounds);
  for (const [z, line] of r.baselines.entries()) lines.push('', `Simple models${r.baselines.length > 1 ? `, dimension ${String(z + 1)}` : ''}: median ${line.median ? `${round4(line.median.position)}${line.median.upTo > line.median.position ? `–${round4(line.median.upTo)}` : ''}` : '–'}, mean ${line.mean === null ? '–' : round4(line.mean)}, Nash ${line.nash === null ? '–' : round4(line.nash)}`);
  for (const [z, d] of (r.simulation?.dimensions ?? []).entries()) lines.push(`${String(r.simulation?.runs)} runs, seed ${String(r.simulation?.seed)}${(r.simulation?.dimensions.length ?? 1) > 1 ? `, dimension ${String(z + 1)}` : ''}: ${d.quantiles.map((q) => `${String(Math.round(q.level * 100))} % ${round4(q.value)}`).join(', ')}; mean ${round4(d.mean)}, sd ${round4(d.sd)}`);
  const reading = readingText(r);
  if (reading) lines.push('', `Reading: ${reading}`);
  lines.push(...r.notes);
  return `${lines.join('\n').trimEnd()}\n`;
}
