import type { WeighedSignal } from '../count/positions.js';
import type { Statement } from '../domain/statement.js';

/** A signal with its statement and where it stands. */
export interface PlacedSignal {
  readonly signal: WeighedSignal['signal'];
  readonly statement: Statement;
  /** Ascending with time, then with place in the text. */
  readonly order: number;
  readonly document: string;
}

/** Claims of one named speaker, or first published by one outlet, go back to one origin; else each document is its own. */
export function originKey(statement: Statement, document: string): string {
  if (statement.origin) return `outlet:${statement.origin.name.toLowerCase()}`;
  return statement.attribution === 'on-record' ? `speaker:${statement.speaker.toLowerCase()}:${document}` : `document:${document}`;
}

/** Joins signals with what their weight depends on: attribution, own voice, and the origin that several claims may share. */
export function weighSignals(signals: readonly PlacedSignal[]): WeighedSignal[] {
  return signals.map(({ signal, statement, order, document }) => ({
    signal,
    attribution: statement.attribution,
    origin: originKey(statement, document),
    order,
    ownVoice: statement.speaksFor.kind === 'state' && statement.speaksFor.state === signal.member,
  }));
}
