import type { LogFields } from './log.js';

const MOST_PLACES = 8;
const PLACE = /^[\w.-]+:\d+:\d+$/;

/** Places in the program, `file.ts:12:3`, innermost first: of each line of a stack the end of its path, and nothing else. */
const placesOf = (stack: string): string[] =>
  stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .map((line) => line.slice(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1).replace(/\)$/, ''))
    .filter((place) => PLACE.test(place))
    .slice(0, MOST_PLACES);

/** What may be told of an error: its kind, and the places it came from. Its message may repeat what was sent. */
export const errorFields = (error: unknown): LogFields =>
  error instanceof Error
    ? { error: error.name, ...('code' in error ? { code: String(error.code).slice(0, 40) } : {}), at: placesOf((error.stack ?? '').replace(error.message, '')) }
    : { error: typeof error };
