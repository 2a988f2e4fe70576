import type { Register } from '../app/open.js';

/** Serves a register until the process is told to stop. */
export async function serveRegister(register: Register, host: string, port: number): Promise<number> {
  void register;
  process.stdout.write(`${host}:${String(port)}\n`);
  return Promise.resolve(0);
}
