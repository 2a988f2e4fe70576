import { answerAttributeLine, answerStreamLine } from '../app/stream.js';
import { HoldoutError } from '../domain/failure.js';
import { unwrap } from '../domain/unwrap.js';
import { openReader } from '../app/readers/open-reader.js';
import { readerChoiceOf, type ReaderFlags } from './reader-flags.js';
import { today } from './today.js';
import { linesOf } from './lines.js';

/** Writes a line and waits where the reader is slower, so that memory stays flat. */
async function write(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}

async function answerLines(answer: (line: string) => object | Promise<object>): Promise<number> {
  for await (const line of linesOf(process.stdin)) {
    if (line === null) await write(JSON.stringify({ id: null, error: 'the line is too long; split the text' }));
    else if (line.trim() !== '') await write(JSON.stringify(await answerSafely(answer, line)));
  }
  return 0;
}

/** One bad line must not end the stream, whatever it does to the reader. */
async function answerSafely(answer: (line: string) => object | Promise<object>, line: string): Promise<object> {
  try {
    return await answer(line);
  } catch (error) {
    // A reader that cannot go on ends the stream: the next line would fare no better.
    if (error instanceof HoldoutError) throw error;
    return { id: null, error: `the line could not be read (a bug in Holdout): ${error instanceof Error ? error.message : String(error)}` };
  }
}

export async function streamCommand(flags: ReaderFlags): Promise<number> {
  const reader = unwrap(await openReader(readerChoiceOf(flags, undefined)));
  return answerLines((line) => answerStreamLine(line, today(), reader));
}
export const attributeCommand = (): Promise<number> => answerLines(answerAttributeLine);
