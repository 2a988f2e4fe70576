import { readdirSync, readFileSync } from 'node:fs';

/** Kernel clock ticks in a second, as every Linux that Node runs on has it. */
const TICKS = 100;

interface ProcessTimes {
  readonly parent: number;
  readonly seconds: number;
}

/** CPU-seconds of a process with its threads, and of its children that have ended; null when it is gone. */
function timesOf(pid: number): ProcessTimes | null {
  try {
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'latin1').replace(/^.*\) /, '').split(' ');
    const ticks = [11, 12, 13, 14].reduce((n, i) => n + Number(fields[i]), 0);
    return { parent: Number(fields[1]), seconds: ticks / TICKS };
  } catch {
    return null;
  }
}

/** CPU-seconds (user and system) that a process and all below it have used. Linux only. */
export function cpuSeconds(pid: number): number {
  const all = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => [Number(name), timesOf(Number(name))] as const));
  const below = (of: number): number => (all.get(of)?.seconds ?? 0) + [...all].reduce((n, [child, times]) => (times?.parent === of ? n + below(child) : n), 0);
  return below(pid);
}
