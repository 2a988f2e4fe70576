import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/** Enough to tell a running process from a dead one whose number was given to another. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Changes with each start of the machine; null where the system does not say. */
  readonly boot: string | null;
  /** Start of the process in clock ticks since boot; null where the system does not say. */
  readonly started: string | null;
}

/** Identity of the running process. */
export const ownIdentity = async (): Promise<ProcessIdentity> => ({
  pid: process.pid,
  host: hostname(),
  boot: await bootId(),
  started: await startOf(process.pid),
});

/**
 * Whether the process still runs: `unknown` on another host. On this host a restart of the machine, a missing process, or one of the
 * same number that started at another time, mean it is gone.
 */
export async function stateOf(other: ProcessIdentity): Promise<'running' | 'gone' | 'unknown'> {
  if (other.host !== hostname()) return 'unknown';
  if (other.boot !== null && other.boot !== (await bootId())) return 'gone';
  if (!isAlive(other.pid)) return 'gone';
  const started = await startOf(other.pid);
  return other.started !== null && started !== null && other.started !== started ? 'gone' : 'running';
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // EPERM: it runs, under another user.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

async function bootId(): Promise<string | null> {
  return (await readOrNull('/proc/sys/kernel/random/boot_id'))?.trim() ?? null;
}

/** Field 22 of /proc/PID/stat; counted from the last `)`, since the command name in brackets may hold anything. A zombie is no process. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readOrNull(`/proc/${pid}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields?.[0] === 'Z' ? 'zombie' : (fields?.[19] ?? null);
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return null;
  }
}
