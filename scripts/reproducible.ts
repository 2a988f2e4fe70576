/**
 * `npm run reproducible`: builds twice, each from nothing, and compares file by file. The register's seed is the image of an empty database:
 * of it, all but what a database writes of its own making (its identifier, its log, its process) must be the same.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const SEED = 'register-seed.tar.gz';
const OWN_MAKING = /^(?:global\/pg_control|pg_wal\/|postmaster\.pid)/;

/** Files of a tar archive (POSIX ustar) by name. */
function* entriesOf(tar: Buffer): Generator<readonly [name: string, content: Buffer]> {
  for (let at = 0; at + 512 <= tar.length; ) {
    const text = (from: number, to: number): string => tar.toString('utf8', at + from, at + to).replace(/\0.*$/s, '');
    const name = text(345, 500) === '' ? text(0, 100) : `${text(345, 500)}/${text(0, 100)}`;
    if (name === '') return;
    const size = Number.parseInt(text(124, 136).trim() || '0', 8);
    yield [name.replace(/^\.?\//, ''), tar.subarray(at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function build(): Map<string, string> {
  rmSync('dist', { recursive: true, force: true });
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const hashes = new Map<string, string>();
  for (const entry of readdirSync('dist', { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    if (entry.name !== SEED) hashes.set(path, hashOf(bytes));
    else for (const [name, content] of entriesOf(gunzipSync(bytes))) if (!OWN_MAKING.test(name)) hashes.set(`${path}:${name}`, hashOf(content));
  }
  return hashes;
}

const [first, second] = [build(), build()];
const differ = [...new Set([...first.keys(), ...second.keys()])].filter((path) => first.get(path) !== second.get(path));
for (const path of differ) console.error(`differs: ${path}`);
console.log(`${String(first.size)} files; sha256 of both builds ${[first, second].map((b) => hashOf(Buffer.from([...b].sort().map((e) => e.join(' ')).join('\n'))).slice(0, 16)).join(' and ')}`);
process.exitCode = differ.length === 0 ? 0 : 1;
