import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A child process of `children/`, run from its TypeScript source. */
export interface Child {
  readonly pid: number;
  /** Waits for so many such lines of its output; rejects when it ends without them. */
  line(pattern: RegExp, count?: number): Promise<void>;
  /** Ids it said were stored. */
  stored(): string[];
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
  /** Waits for its end; rejects unless it ended well. */
  ended(): Promise<void>;
}

export function spawnChild(script: string, args: readonly string[]): Child {
  const path = fileURLToPath(new URL(`./children/${script}`, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  const listeners = new Set<() => void>();
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  });
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    pid: child.pid ?? 0,
    line: (pattern, count = 1) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (output.split('\n').filter((line) => pattern.test(line)).length >= count) resolve();
        };
        listeners.add(check);
        check();
        void exit.then(() => reject(new Error(`${script} ended without ${String(pattern)}: ${errors}`)));
      }),
    stored: () => [...output.matchAll(/^stored (\S+)$/gm)].map((match) => match[1] ?? ''),
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
    },
    ended: async () => {
      const code = await exit;
      if (code !== 0) throw new Error(`${script} ended with ${String(code)}: ${errors}`);
    },
  };
}
