import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileAccess } from '../../src/gather/index.js';
import { loadDocuments, MAX_INPUT_BYTES, type Gathered, type GatherDeps } from '../../src/gather/index.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdout-gather-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};
const load = async (inputs: string[], deps: GatherDeps = {}): Promise<Gathered[]> => {
  const all: Gathered[] = [];
  for await (const item of loadDocuments(inputs, {}, deps)) all.push(item);
  return all;
};
const failureOf = async (input: string, deps: GatherDeps = {}) => {
  const items = await load([input], deps);
  expect(items).toHaveLength(1);
  const [item] = items;
  if (item?.kind !== 'failed') throw new Error(`expected a failure, got ${JSON.stringify(item).slice(0, 200)}`);
  return item.failure;
};
/** One sentence: ends with a full stop, has no line break and no second sentence. */
const oneSentence = /^[^\n]*[^.\n]\.$/;

describe('a bad input gives one sentence that names it and the remedy', () => {
  const zip = (inside: string): Uint8Array =>
    Buffer.concat([Buffer.from('504b030414000000', 'hex'), Buffer.alloc(22), Buffer.from(inside)]);
  const cases: [string, string | Uint8Array, string, RegExp][] = [
    ['empty.txt', '', 'input-empty', /is empty/],
    ['blank.txt', ' \n\t\n', 'input-empty', /holds no words/],
    ['marks.txt', '--- *** ---', 'input-empty', /holds no words/],
    [
      'shell.html',
      '<html><body><div id="app"></div><script>run()</script></body></html>',
      'input-empty',
      /loaded by a script/,
    ],
    ['nul.txt', 'Hungary\0said no', 'input-binary', /a binary file/],
    ['control.txt', Buffer.from(Array.from({ length: 400 }, (_, i) => 1 + (i % 6))), 'input-binary', /a binary file/],
    [
      'wide.txt',
      Buffer.from('Hungary said no, and Slovakia too.', 'utf16le'),
      'input-binary',
      /UTF-16 text without a byte-order mark.*iconv/,
    ],
    ['paper.txt', '%PDF-1.7\nstuff', 'input-unreadable', /a broken PDF/],
    ['letter.txt', zip('word/document.xml'), 'input-unreadable', /broken or locked Word document/],
    ['letter.odt', zip('mimetypeapplication/vnd.oasis.opendocument.text'), 'input-binary', /OpenDocument/],
    ['pack.zip', zip('a.txt'), 'input-binary', /a ZIP archive/],
    ['photo.txt', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'input-binary', /a PNG image/],
    ['old.doc', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'input-binary', /old Word/],
    ['latin.txt', Buffer.from('Orb\xe1n said no.', 'latin1'), 'input-not-utf8', /byte 0xe1 at offset 3 .*iconv/],
    ['cut.txt', Buffer.from([0x41, 0xe2, 0x82]), 'input-not-utf8', /byte 0xe2 at offset 1 /],
    ['overlong.txt', Buffer.from([0x41, 0x42, 0xc0, 0xaf]), 'input-not-utf8', /byte 0xc0 at offset 2 /],
    ['surrogate.txt', Buffer.from([0xed, 0xa0, 0x80]), 'input-not-utf8', /offset 0 /],
    ['date.md', '---\npublished: last Tuesday\n---\nText', 'date-malformed', /"last Tuesday".*YYYY-MM-DD/],
    ['yaml.md', '---\ntitle: [a\n---\nText', 'input-unreadable', /front matter .* not YAML/],
  ];
  test.each(cases)('%s', async (name, content, code, message) => {
    const failure = await failureOf(put(name, content));
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(message);
    expect(failure.message).toMatch(oneSentence);
    expect(failure.message).toContain(name);
  });

  test('a missing file, a web address, and a path through a file', async () => {
    expect(await failureOf(join(folder, 'nowhere.txt'))).toMatchObject({
      code: 'input-unreadable',
      message: expect.stringContaining('does not exist'),
    });
    expect(await failureOf('https://harbour.example/a')).toMatchObject({
      code: 'input-unreadable',
      message: expect.stringContaining('web address'),
    });
    expect(await failureOf(join(put('file.txt', 'x'), 'below'))).toMatchObject({
      message: expect.stringContaining('part of its path is a file'),
    });
  });
  test('a folder without anything to read', async () => {
    mkdirSync(join(folder, 'hollow'), { recursive: true });
    expect(await failureOf(join(folder, 'hollow'))).toMatchObject({ code: 'input-empty' });
  });
  test('control characters of a name do not reach the terminal', async () => {
    expect((await failureOf('x\u001b[2J\u202e.txt')).message).toMatch(/^x\?\[2J\?\.txt /);
  });
});

describe('limits and refusals of the system', () => {
  const refusing = (code: string, at: keyof FileAccess): FileAccess => {
    const refuse = (): never => {
      throw Object.assign(new Error(code), { code });
    };
    const access: FileAccess = {
      inspect: async () => ({ kind: at === 'list' ? 'folder' : 'file', bytes: 10 }),
      list: async () => [],
      read: async () => Buffer.from('text'),
      stream: () => refuse(),
    };
    return { ...access, [at]: async () => refuse() };
  };
  test('a text of 50 MB is refused by its size, before a byte of it is read', async () => {
    const big = put('big.txt', 'x');
    truncateSync(big, 50_000_000);
    const files: FileAccess = {
      ...refusing('EIO', 'read'),
      inspect: async () => ({ kind: 'file', bytes: 50_000_000 }),
    };
    expect((await failureOf('big.txt', { files })).code).toBe('input-too-large');
    expect(await failureOf(big)).toMatchObject({
      code: 'input-too-large',
      message: expect.stringMatching(/50\.0 MB .*20\.0 MB.*split/),
    });
  });
  test('standard input is left as soon as it exceeds the limit', async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        sent += 1_000_000;
        yield Buffer.alloc(1_000_000, 'a');
      }
    }
    expect(await failureOf('-', { stdin: endless() })).toMatchObject({
      code: 'input-too-large',
      message: expect.stringContaining('standard input'),
    });
    expect(sent).toBe(MAX_INPUT_BYTES + 1_000_000);
  });
  test.each([
    ['EACCES', 'read', /may not be read by this user/],
    ['EACCES', 'list', /may not be read by this user/],
    ['EIO', 'read', /disk reports an error/],
    ['EWHATEVER', 'read', /cannot be read \(EWHATEVER\)/],
  ] as const)('%s at %s', async (code, at, message) => {
    const failure = await failureOf('named.txt', { files: refusing(code, at) });
    expect(failure.code).toBe('input-unreadable');
    expect(failure.message).toMatch(message);
    expect(failure.message).toMatch(oneSentence);
  });
});

describe('folders, pipes and repetitions', () => {
  test('a folder is read whole, in order, and says what it left out', async () => {
    put('tree/b.txt', 'Text b.');
    put('tree/a/z.md', 'Text z.');
    put('tree/C.HTML', '<p>Text C.');
    put('tree/photo.png', 'x');
    put('tree/.secret.txt', 'x');
    put('elsewhere/y.txt', 'x');
    symlinkSync(join(folder, 'tree'), join(folder, 'tree/loop'));
    symlinkSync(join(folder, 'tree/nothing'), join(folder, 'tree/dangling.txt'));
    const root = join(folder, 'tree');
    const items = await load([root]);
    expect(items.map((item) => [item.kind, item.input.slice(root.length + 1)])).toEqual([
      ['skipped', '.secret.txt'],
      ['document', 'C.HTML'],
      ['document', 'a/z.md'],
      ['document', 'b.txt'],
      ['failed', 'dangling.txt'],
      ['skipped', 'loop'],
      ['skipped', 'photo.png'],
    ]);
    for (const item of items) if (item.kind === 'skipped') expect(item.message).toMatch(oneSentence);
  });
  test('the same document twice is skipped the second time, whatever it is called', async () => {
    const items = await load([put('one.txt', 'The same.'), put('two.txt', 'The same.\n')]);
    expect(items.map((item) => item.kind)).toEqual(['document', 'skipped']);
    expect(items[1]).toMatchObject({
      reason: 'duplicate',
      message: expect.stringMatching(/two\.txt .* same document as .*one\.txt\.$/),
    });
  });
  test('one bad input does not stop the others', async () => {
    const items = await load([put('bad.txt', ''), '-', put('good.txt', 'Fine words.')], {
      stdin: (async function* () {
        yield 'From a pipe.';
      })(),
    });
    expect(items.map((item) => item.kind)).toEqual(['failed', 'document', 'document']);
  });
});
