import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '../../src/domain/document.js';
import { parseIsoDate, parseStateCode, type IsoDate, type StateCode } from '../../src/domain/ids.js';
import type { Question } from '../../src/domain/question.js';
import type { Reading, Signal } from '../../src/domain/signal.js';
import type { Span } from '../../src/domain/span.js';
import type { Statement } from '../../src/domain/statement.js';
import { createDocument } from '../../src/gather/index.js';
import { openRegister, writeSeed, type OpenOptions, type Register } from '../../src/register/index.js';
import { MIGRATIONS } from '../../src/register/schema/migrations/index.js';

/** An empty register of this schema and this PGlite, made once per machine, from which tests make theirs in under a second. */
export async function testSeed(): Promise<string> {
  const pglite = readFileSync(
    createRequire(import.meta.url)
      .resolve('@electric-sql/pglite')
      .replace(/dist.*/, 'package.json'),
    'utf8',
  );
  const key = createHash('sha256')
    .update(JSON.stringify(MIGRATIONS) + pglite)
    .digest('hex')
    .slice(0, 16);
  const path = join(tmpdir(), `holdout-test-seed-${key}.tar.gz`);
  if (!existsSync(path)) await writeSeed(path);
  return path;
}

const folders: string[] = [];

/** A folder that `removeFolders` takes away. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-register-'));
  folders.push(folder);
  return join(folder, 'register');
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

export const openTest = async (folder: string, options: Partial<OpenOptions> = {}): Promise<Register> =>
  openRegister(folder, { mode: 'create', seed: await testSeed(), ...options });

export const day = (raw: string): IsoDate => parseIsoDate(raw) ?? fail(`no date: ${raw}`);
export const state = (raw: string): StateCode => parseStateCode(raw) ?? fail(`no state: ${raw}`);
const fail = (message: string): never => {
  throw new Error(message);
};

export const question = (id = 'q', extra: Partial<Question> = {}): Question => ({
  id,
  title: 'Whether to do it',
  body: 'nato',
  rule: 'consensus',
  options: [
    { id: 'now', proposal: 'Do it now', aliases: [] },
    { id: 'later', proposal: 'Do it later', aliases: ['the slow way'] },
  ],
  ...extra,
});

export const documentOf = (
  text: string,
  extra: { published?: IsoDate; publisher?: string; title?: string } = {},
): Document => createDocument({ text, ...extra }, 'text');

/** The first occurrence of `words` in `text`. */
export const spanOf = (text: string, words: string): Span => {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  return { start, end: start + words.length };
};

/** "Hungary said no." as a reader would store it: one statement, one signal. */
export function simpleReading(
  document: Document,
  member: string,
  stance: Signal['stance'] = 'oppose',
  reader = 'reader@1',
): Reading {
  const whole = { start: 0, end: document.text.length };
  const statement: Statement = {
    speaker: 'The prime minister',
    speaksFor: { kind: 'state', state: state(member) },
    about: [state(member)],
    attribution: 'on-record',
    directness: 'indirect',
    source: [],
    cue: [],
    content: [whole],
    rule: 'test',
  };
  const signal: Signal = {
    member: state(member),
    option: 'now',
    stance,
    firmness: 0.9,
    confidence: 0.8,
    reasons: [],
    ...(document.published === undefined ? {} : { asOf: document.published }),
    statement: 0,
    evidence: [whole],
    rule: `test/${reader}`,
  };
  return { reader, statements: [statement], signals: [signal] };
}

/** The failure that a promise ends in; fails the test when it does not. */
export async function failureOf(
  promise: Promise<unknown>,
): Promise<{ code: string; category: string; message: string }> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'category' in error) {
      return { code: String(error.code), category: String(error.category), message: error.message };
    }
    throw error;
  }
  throw new Error('expected a failure');
}
