import { answerAttributeLine, answerStreamLine } from '../app/stream.js';
import { today } from './today.js';
import { linesOf } from './lines.js';

/** Writes a line and waits where the reader is slower, so that memory stays flat. */
async function write(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}

async function answerLines(answer: (line: string) => object): Promise<number> {
  for await (const line of linesOf(process.stdin)) {
    if (line === null) await write(JSON.stringify({ id: null, error: 'the line is too long; split the text' }));
    else if (line.trim() !== '') await write(JSON.stringify(answerSafely(answer, line)));
  }
  return 0;
}

/** One bad line must not end the stream, whatever it does to the reader. */
function answerSafely(answer: (line: string) => object, line: string): object {
  try {
    return answer(line);
  } catch (error) {
    return { id: null, error: `the line could not be read (a bug in Holdout): ${error instanceof Error ? error.message : String(error)}` };
  }
}

export const streamCommand = (): Promise<number> => answerLines((line) => answerStreamLine(line, today()));
export const attributeCommand = (): Promise<number> => answerLines(answerAttributeLine);
