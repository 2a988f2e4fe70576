import { readFile } from 'node:fs/promises';
import { HoldoutError } from '../domain/failure.js';

/** A file that a flag names, `-` for standard input; fails with `input-unreadable` in one sentence. */
export async function inputFile(path: string, what: string): Promise<{ readonly name: string; readonly text: string }> {
  try {
    return path === '-' ? { name: 'standard input', text: await standardInput() } : { name: path, text: await readFile(path, 'utf8') };
  } catch (cause) {
    throw new HoldoutError('input-unreadable', `${path} cannot be read; give the path of ${what}.`, { cause });
  }
}

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
