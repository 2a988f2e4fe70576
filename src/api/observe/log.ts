import { pino } from 'pino';

/** What a line of a log may hold, and nothing else: names, numbers and codes of our own. */
export interface LogFields {
  readonly method?: string;
  /** The route's pattern, `/api/questions/{id}/count`: never the address itself. */
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly role?: string;
  readonly code?: string;
  readonly error?: string;
  /** Where an error of ours was thrown: places in the program, without its message. */
  readonly at?: readonly string[];
  readonly trace?: string;
}

const FIELDS: readonly (keyof LogFields)[] = ['method', 'route', 'status', 'ms', 'role', 'code', 'error', 'at', 'trace'];

export type Log = (level: 'info' | 'warn' | 'error', event: string, fields?: LogFields) => void;

/**
 * A log of JSON Lines. It takes only the fields above, whatever it is handed: no text of an article, no address, no secret can come into it.
 * @param write takes each line with its line feed
 */
export function openLog(write: (line: string) => void, level = 'info'): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } }, { write });
  return (at, event, fields = {}) => {
    logger[at](Object.fromEntries(FIELDS.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]]))), event);
  };
}
