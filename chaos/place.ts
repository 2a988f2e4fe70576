import { startPostgres, type PostgresServer } from '../tests/register/postgres-server.js';
import { freePort } from '../tests/register/postgres-server.js';
import { startNats, type NatsServers } from '../tests/work/nats-server.js';
import { startProxy, type FaultyProxy } from './faulty-proxy.js';

/** Servers of one run, each behind a proxy that can be made faulty. */
export interface Place {
  readonly postgres: PostgresServer;
  readonly nats: NatsServers;
  /** The register through its proxy, and past it. */
  readonly register: string;
  readonly registerItself: string;
  /** The queue through its proxies. */
  readonly queue: string;
  readonly proxies: readonly FaultyProxy[];
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL and a cluster of three NATS servers.
 * @param folder where PostgreSQL keeps its data; a temporary one when absent
 * @param environment variables that PostgreSQL is started with
 */
export async function startPlace(folder?: string, environment: Readonly<Record<string, string>> = {}): Promise<Place> {
  const postgres = await startPostgres(folder, environment);
  const registerItself = await postgres.newDatabase();
  const registerProxy = await startProxy(Number(new URL(registerItself).port));
  const register = registerItself.replace(/:\d+\//, `:${String(registerProxy.port)}/`);
  // Servers tell clients of one another, so each must advertise its proxy.
  const ports = await Promise.all(Array.from({ length: 3 }, freePort));
  const nats = await startNats(3, ports);
  const natsProxies = await Promise.all(nats.ports.map((target, node) => startProxy(target, ports[node])));
  const proxies = [registerProxy, ...natsProxies];
  return {
    postgres,
    nats,
    register,
    registerItself,
    queue: ports.map((port) => `nats://127.0.0.1:${String(port)}`).join(','),
    proxies,
    stop: async () => {
      for (const proxy of proxies) await proxy.close();
      await nats.stop();
      await postgres.stop();
    },
  };
}
