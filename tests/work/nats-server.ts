import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from '../register/postgres-server.js';

/** The NATS server's program, or null where there is none. */
export const natsBinary: string | null = (process.env['PATH'] ?? '').split(delimiter).concat('/usr/sbin').map((place) => join(place, 'nats-server')).find((place) => existsSync(place)) ?? null;

/** Name of a test that needs a NATS server, saying so where it is skipped. */
export const natsTest = (name: string): string => (natsBinary ? name : `${name} (skipped: no nats-server)`);

/** NATS servers of the test run's own, with JetStream, on free ports of 127.0.0.1. */
export interface NatsServers {
  /** The addresses of all of them. */
  readonly address: string;
  readonly ports: readonly number[];
  /** Numbers of their processes. */
  pids(): number[];
  /** kill -9 of one. */
  kill(node?: number): Promise<void>;
  start(node?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one server, or a cluster of three. @param advertised ports by which servers tell clients of one another, where proxies stand before them */
export async function startNats(nodes: 1 | 3 = 1, advertised: readonly number[] = []): Promise<NatsServers> {
  const program = natsBinary;
  if (program === null) throw new Error('no nats-server here');
  const folder = mkdtempSync(join(tmpdir(), 'holdout-nats-'));
  const ports = await Promise.all(Array.from({ length: nodes }, freePort));
  const routes = await Promise.all(Array.from({ length: nodes }, freePort));
  const running: (ChildProcess | null)[] = ports.map(() => null);
  const start = async (node = 0): Promise<void> => {
    const advertise = advertised[node] === undefined ? [] : ['--client_advertise', `127.0.0.1:${String(advertised[node])}`];
    const cluster = nodes === 1 ? [] : ['--cluster_name', 'holdout', '--cluster', `nats://127.0.0.1:${String(routes[node])}`, '--routes', routes.map((port) => `nats://127.0.0.1:${String(port)}`).join(',')];
    running[node] = spawn(program, ['-a', '127.0.0.1', '-p', String(ports[node]), '-js', '-sd', join(folder, String(node)), '-n', `node-${String(node)}`, ...cluster, ...advertise], { stdio: 'ignore' });
    for (let tries = 0; !(await answers(ports[node]!)); tries += 1) {
      if (tries > 200) throw new Error('nats-server does not start');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const kill = async (node = 0): Promise<void> => {
    const child = running[node];
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    running[node] = null;
  };
  await Promise.all(ports.map((_, node) => start(node)));
  return {
    address: ports.map((port) => `nats://127.0.0.1:${String(port)}`).join(','),
    ports,
    pids: () => running.flatMap((child) => child?.pid ?? []),
    kill,
    start,
    stop: async () => {
      for (const node of ports.keys()) await kill(node);
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
