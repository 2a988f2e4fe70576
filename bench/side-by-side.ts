import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const answer = (of: ChildProcess): Promise<unknown> => new Promise((resolve) => of.once('message', resolve));

/**
 * What the machine itself allows: how many times as much two readers that share nothing read side by side, each on a core of its own, as one
 * of them beside an idle core. Cores that are threads of one, or that slow down when all are busy, give less than 2.
 */
export async function sideBySide(): Promise<number> {
  const readers = [0, 1].map(() => fork(fileURLToPath(new URL('reader-alone.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] }));
  await Promise.all(readers.map(answer));
  for (const [core, { pid }] of readers.entries()) spawnSync('taskset', ['-a', '-c', '-p', String(core), String(pid)]);
  const readAll = async (reader: ChildProcess): Promise<number> => {
    const read = answer(reader);
    reader.send('read');
    return (await read) as number;
  };
  let [apart, together] = [0, 0];
  for (let turn = 0; turn < 3; turn += 1) {
    for (const reader of readers) apart += 1 / (await readAll(reader));
    for (const each of await Promise.all(readers.map(readAll))) together += 1 / each;
  }
  for (const reader of readers) reader.kill();
  return (2 * together) / apart;
}
