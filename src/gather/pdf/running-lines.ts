import type { PrintedLine } from './page-lines.js';

const EDGE_LINES = 3;
const FEWEST_PAGES = 3;
/** Share of the pages on which a line must stand to be a running head or foot. */
const SHARE = 0.6;

const shape = (line: PrintedLine): string => `${Math.round(line.y / 4)} ${line.text.replace(/\d+/g, '#')}`;

/**
 * Takes running heads and feet out of pages: lines among the first or last three of a page that stand in the same place, with the same words
 * but for numbers, on most pages. Documents of fewer than three pages are left alone.
 */
export function withoutRunningLines(pages: readonly (readonly PrintedLine[])[]): {
  readonly pages: readonly (readonly PrintedLine[])[];
  readonly dropped: number;
} {
  const filled = pages.filter((lines) => lines.length > 0);
  if (filled.length < FEWEST_PAGES) return { pages, dropped: 0 };
  const edges = (lines: readonly PrintedLine[]): Set<PrintedLine> =>
    new Set([...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)]);
  const counts = new Map<string, number>();
  for (const lines of filled)
    for (const key of new Set([...edges(lines)].map(shape))) counts.set(key, (counts.get(key) ?? 0) + 1);
  let dropped = 0;
  const kept = pages.map((lines) => {
    const edge = edges(lines);
    return lines.filter((line) => {
      const runs = edge.has(line) && (counts.get(shape(line)) ?? 0) >= filled.length * SHARE;
      if (runs) dropped += 1;
      return !runs;
    });
  });
  return { pages: kept, dropped };
}
