import type { Socket } from 'node:net';
import type { ClientConfig, PoolClient } from 'pg';

/** What a client of node-postgres knows of its connection, beyond its published types. */
interface Wired {
  readonly processID: number | null;
  /** False while a query waits for its answer. */
  readonly readyForQuery: boolean;
  readonly connection: { readonly stream: Socket };
}

/**
 * Ends a connection that a network has swallowed: when nothing has come for `silenceMs` although a query waits, the server is asked on another
 * connection whether it is still at it. A long query or a wait for a lock may take its time; no answer, or that it is at nothing, ends
 * the connection, and its query fails with ETIMEDOUT. TCP alone would wait for a quarter of an hour.
 */
export function watchSilence(client: PoolClient, config: ClientConfig, silenceMs: number): void {
  // SAFETY: node-postgres in JavaScript, the only kind used here, has these from when it is connected.
  const wired = client as unknown as Wired;
  const { stream } = wired.connection;
  const look = async (): Promise<void> => {
    if (wired.readyForQuery || stream.destroyed) return;
    if (wired.processID !== null && (await isAtWork(wired.processID, config, silenceMs))) stream.setTimeout(silenceMs);
    else if (!wired.readyForQuery) stream.destroy(Object.assign(new Error(`it has said nothing for ${String(Math.round(silenceMs / 1_000))} seconds`), { code: 'ETIMEDOUT' }));
  };
  stream.on('timeout', () => void look());
  stream.setTimeout(silenceMs);
}

/** Whether the server is at a query of one of its processes, rather than waiting for the other side to send or take something. */
async function isAtWork(process: number, config: ClientConfig, withinMs: number): Promise<boolean> {
  const { Client } = (await import('pg')).default;
  const asking = new Client({ ...config, connectionTimeoutMillis: withinMs, query_timeout: withinMs });
  asking.on('error', () => undefined);
  try {
    await asking.connect();
    const { rows } = await asking.query(`SELECT FROM pg_stat_activity WHERE pid = $1 AND state = 'active' AND coalesce(wait_event, '') NOT IN ('ClientRead', 'ClientWrite')`, [process]);
    return rows.length > 0;
  } catch {
    return false;
  } finally {
    // Not waited for: it would wait for the network too.
    void asking.end().catch(() => undefined);
  }
}
