import type fc from 'fast-check';

export type Input = string | Uint8Array;

/** One parser, the inputs it is tried with, and what must hold of every one. */
export interface FuzzTarget {
  readonly name: string;
  /** The code that is tried, for the table. */
  readonly code: string;
  readonly input: fc.Arbitrary<Input>;
  /** Throws when the parser broke a promise. */
  readonly check: (input: Input) => void | Promise<void>;
  /** Inputs of the long form. */
  readonly inputs: number;
  /** What it needs first, and its end. */
  readonly open?: () => Promise<() => Promise<void>>;
}

export const textOf = (input: Input): string => (typeof input === 'string' ? input : Buffer.from(input).toString('utf8'));
export const bytesOf = (input: Input): Uint8Array => (typeof input === 'string' ? Buffer.from(input) : input);

/** Fails the run with a sentence and what was seen. */
export function mustHold(holds: boolean, promise: string, seen?: unknown): asserts holds {
  if (!holds) throw new Error(`${promise}: ${JSON.stringify(seen)?.slice(0, 300) ?? ''}`);
}

/** A refusal's message: one sentence; shells print what it repeats of the input as one line. */
export function mustBeSentence(message: string): void {
  mustHold(/[^.]\.$/.test(message), 'a refusal is a sentence', message);
}
