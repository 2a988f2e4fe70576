import { isNewerReader } from '../../domain/reader-version.js';
import { READERS, readerOfSubject, readerSubject } from './names.js';
import { READER_ALIVE_MS, type Queue } from './queue.js';

const SAID_EVERY_MS = READER_ALIVE_MS / 3;

/** Tells the queue which version of the reader runs here until it is stopped; trouble passes. */
export function sayAlive(queue: Queue, reader: string): () => void {
  const say = (): void => void queue.stream.publish(readerSubject(reader), new Uint8Array()).catch(() => undefined);
  say();
  const timer = setInterval(say, SAID_EVERY_MS);
  return () => clearInterval(timer);
}

/** Versions of the reader that workers ran in the last half minute. */
export async function readersAlive(queue: Queue): Promise<string[]> {
  const { state } = await queue.manager.streams.info(READERS, { subjects_filter: '>' });
  return Object.keys(state.subjects ?? {}).map(readerOfSubject);
}

/** Whether some worker runs a newer version of this reader, so that it should be left what wants the newest. */
export const isOutdated = async (queue: Queue, reader: string): Promise<boolean> => (await readersAlive(queue)).some((other) => isNewerReader(other, reader));
