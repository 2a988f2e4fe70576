import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Exit status of a bug of ours. */
const BUG = 1;
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** Worker processes that are started again when they die, as a service manager would. */
export class Workers {
  readonly #args: readonly string[];
  readonly #running = new Set<ChildProcess>();
  /** Those that have opened queue and register. */
  readonly #working = new Set<ChildProcess>();
  #isStopping = false;
  /** What workers said last that died of a bug; one that starts while queue or register is away says so and is started again. */
  readonly ownDeaths: string[] = [];
  /** How often a worker said that it waits because a disk is full. */
  fullDisks = 0;

  /** @param count processes with one reading thread each */
  constructor(count: number, queue: string, register: string) {
    this.#args = [CLI, 'work', '--queue', queue, '--register', register, '--threads', '1'];
    for (let i = 0; i < count; i += 1) this.#start();
  }

  /** kill -9 of one. */
  kill(): void {
    const [first] = this.#running;
    if (first === undefined) return;
    // The one that has run for longest goes, and comes back last.
    this.#running.delete(first);
    first.kill('SIGKILL');
  }

  /** SIGTERM to all that work; gives their exit statuses. */
  async stop(): Promise<(number | null)[]> {
    this.#isStopping = true;
    return Promise.all(
      [...this.#running].map(async (child) => {
        const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
        const isWorking = this.#working.has(child);
        child.kill(isWorking ? 'SIGTERM' : 'SIGKILL');
        const status = await ended;
        return isWorking ? [status] : [];
      }),
    ).then((statuses) => statuses.flat());
  }

  #start(): void {
    const child = spawn(process.execPath, this.#args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#running.add(child);
    let said = '';
    child.stdout.on('data', () => this.#working.add(child));
    child.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-2_000);
      this.fullDisks += chunk.toString().match(/ is full;/g)?.length ?? 0;
    });
    child.once('exit', (status) => {
      this.#running.delete(child);
      if (this.#isStopping) return;
      if (status === BUG) this.ownDeaths.push(said);
      setTimeout(() => {
        if (!this.#isStopping) this.#start();
      }, 100);
    });
  }
}
