import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';

/** The folder of PostgreSQL's server programs: on the PATH, or where Debian puts them; null where there are none. */
export const postgresBinaries: string | null = (() => {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [...versions.map((v) => join(debian, v, 'bin')), ...(process.env['PATH'] ?? '').split(delimiter)];
  return places.find((place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres'))) ?? null;
})();

/** Name of a test that needs a PostgreSQL server, saying so where it is skipped. */
export const postgresTest = (name: string): string =>
  postgresBinaries ? name : `${name} (skipped: no PostgreSQL server programs here)`;

/** PostgreSQL refuses to run as root; another user of the machine then runs it. */
const account: { uid?: number; gid?: number } = (() => {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string): number =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      continue;
    }
  }
  return {};
})();

/** A PostgreSQL of the test run's own, on a free port of 127.0.0.1. */
export interface PostgresServer {
  /** A new empty database's address. */
  newDatabase(): Promise<string>;
  /** kill -9 of the server and all its processes, as a power cut to the machine's processes would. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Number of its first process. */
  pid(): number;
  /** Whether it answers. */
  isUp(): Promise<boolean>;
  /** Stops it in order and starts it again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param within the folder for its data; the system's temporary one when absent
 * @param environment variables that the server is started with
 */
export async function startPostgres(within = tmpdir(), environment: Readonly<Record<string, string>> = {}): Promise<PostgresServer> {
  const bin = postgresBinaries;
  if (bin === null) throw new Error('no PostgreSQL server programs here');
  const folder = mkdtempSync(join(within, 'holdout-postgres-'));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'holdout', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { stdio: 'ignore', cwd: folder, ...account },
  );
  const port = await freePort();
  const address = (database: string): string => `postgres://holdout@127.0.0.1:${port}/${database}`;
  let server: ChildProcess | null = null;
  let databases = 0;

  const start = async (): Promise<void> => {
    server = spawn(
      join(bin, 'postgres'),
      [
        '-D',
        data,
        '-p',
        String(port),
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'unix_socket_directories=',
        '-c',
        'max_connections=40',
      ],
      { stdio: 'ignore', cwd: folder, detached: true, env: { ...process.env, ...environment }, ...account },
    );
    for (let i = 0; ; i += 1) {
      try {
        await query(address('postgres'), 'SELECT 1');
        return;
      } catch (error) {
        // After a kill it replays its log first, which takes long on a busy machine.
        if (i >= 1_200) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
  const ended = async (signal: NodeJS.Signals, group: boolean): Promise<void> => {
    const running = server;
    if (running?.pid === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    process.kill(group ? -running.pid : running.pid, signal);
    await gone;
    server = null;
  };
  await start();
  return {
    newDatabase: async () => {
      databases += 1;
      await query(address('postgres'), `CREATE DATABASE register_${databases}`);
      return address(`register_${databases}`);
    },
    // Each server process leads a group of its own, so the children are killed by their parent's number, not as a group.
    kill: async () => {
      const children = childrenOf(server?.pid);
      await ended('SIGKILL', false);
      for (const pid of children) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // Gone by itself when it lost the postmaster.
        }
      }
    },
    start,
    pid: () => server?.pid ?? 0,
    isUp: () =>
      query(address('postgres'), 'SELECT 1').then(
        () => true,
        () => false,
      ),
    restart: async () => {
      await ended('SIGINT', false);
      await start();
    },
    stop: async () => {
      await ended('SIGINT', false);
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function childrenOf(pid: number | undefined): number[] {
  if (pid === undefined) return [];
  try {
    return execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)])
      .toString()
      .trim()
      .split(/\s+/)
      .map(Number);
  } catch {
    return [];
  }
}

/** Runs one SQL text on a connection of its own. */
export async function query(address: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}

/** A port of 127.0.0.1 that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const found = probe.address();
      probe.close(() => resolve(typeof found === 'object' && found !== null ? found.port : 0));
    });
  });
