import type { IsoDate } from '../domain/ids.js';
import { parsePublicationDate } from './publication-date.js';

const LINES = 15;
const LONGEST = 80;

/** The day a short line among a text's first ones gives ("Brussels, 18 October 2024"), or undefined; days inside sentences may be of anything. */
export function datelineOf(lines: readonly string[]): IsoDate | undefined {
  for (const line of lines.slice(0, LINES)) {
    const day = line.length <= LONGEST ? parsePublicationDate(line) : null;
    if (day) return day;
  }
  return undefined;
}
