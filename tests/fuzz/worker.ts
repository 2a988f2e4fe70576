import { parentPort, workerData } from 'node:worker_threads';
import { find } from './find.js';
import { TARGETS } from './targets.js';

/** Tries one target in a thread of its own, so that an input that hangs can be told from outside. */
const { target: name, count, seed, turn } = workerData as { target: string; count: number; seed: number; turn: Int32Array };
const target = TARGETS.find((t) => t.name === name);
if (!target) throw new Error(`no target ${name}`);
const close = await target.open?.();
const found = await find(target, count, seed, (nth) => Atomics.store(turn, 0, nth));
await close?.();
parentPort?.postMessage(found.map((f) => ({ ...f, input: typeof f.input === 'string' ? f.input : Buffer.from(f.input).toString('base64'), isText: typeof f.input === 'string' })));
