import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentsFrom, normaliseText, type Found } from '../../src/gather/index.js';
import { runGuarded } from '../../src/gather/guarded/run-guarded.js';
import { MAX_BYTES } from '../../src/gather/limits.js';
import { makeDocx, paragraph } from './make/docx.js';
import { assemble, makePdf, stream } from './make/pdf.js';
import { makeWarc } from './make/warc.js';
import { makeZip } from './make/zip.js';

const root = fileURLToPath(new URL('./files/', import.meta.url));
const sources = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name: folder }) => {
    const [name = ''] = readdirSync(root + folder).filter((file) => file.startsWith('source.'));
    return { folder, name, bytes: readFileSync(`${root}${folder}/${name}`) };
  })
  .filter(({ bytes }) => bytes.length < 50_000);

const gather = async (bytes: Uint8Array, name: string): Promise<Found[]> => {
  const all: Found[] = [];
  for await (const item of documentsFrom(bytes, { name })) all.push(item);
  return all;
};
const oneSentence = /^[^\n]*[^.\n]\.$/s;
const assertAnswered = (items: readonly Found[]): void => {
  expect(items.length).toBeGreaterThan(0);
  for (const item of items) {
    if (item.kind === 'document') expect(normaliseText(item.document.text)).toBe(item.document.text);
    else expect(item.kind === 'failed' ? item.failure.message : item.message).toMatch(oneSentence);
  }
};

/** What a bad disk, a bad line or a bad person does to a file. */
const damage = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('set' as const), at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) }),
    fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }),
    fc.record({ kind: fc.constant('drop' as const), at: fc.nat(), count: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(), count: fc.integer({ min: 1, max: 400 }) }),
  ),
  { minLength: 1, maxLength: 6 },
);
function damaged(bytes: Buffer, changes: typeof damage extends fc.Arbitrary<infer T> ? T : never): Buffer {
  let result = Buffer.from(bytes);
  for (const change of changes) {
    const at = change.at % (result.length + 1);
    switch (change.kind) {
      case 'set':
        if (at < result.length) result[at] = change.byte;
        break;
      case 'cut':
        result = result.subarray(0, at);
        break;
      case 'drop':
        result = Buffer.concat([result.subarray(0, at), result.subarray(at + change.count)]);
        break;
      case 'repeat':
        result = Buffer.concat([result.subarray(0, at + change.count), result.subarray(at)]);
    }
  }
  return result;
}

describe('any bytes give documents and sentences, and never throw', () => {
  test.each(sources.map(({ folder, name, bytes }) => [folder, name, bytes] as const))(
    '%s, damaged',
    async (_folder, name, bytes) => {
      await fc.assert(
        fc.asyncProperty(damage, async (changes) => assertAnswered(await gather(damaged(bytes, changes), name))),
        { numRuns: 40 },
      );
    },
  );

  test.each(Object.keys(MAX_BYTES))('random bytes as %s', async (format) => {
    const ending = { text: 'txt', markdown: 'md', email: 'eml' }[format] ?? format;
    const opening = fc.constantFrom(
      '',
      '%PDF-1.7\n',
      'PK\u0003\u0004',
      'WARC/1.0\r\n',
      'From: a\nMIME-Version: 1.0\n\n',
      'title,text\n"',
      '{"text":',
    );
    await fc.assert(
      fc.asyncProperty(opening, fc.uint8Array({ maxLength: 200 }), async (head, rest) =>
        assertAnswered(await gather(Buffer.concat([Buffer.from(head, 'latin1'), rest]), `x.${ending}`)),
      ),
      { numRuns: 40 },
    );
  });
});

describe('files made to do harm cost one sentence', () => {
  const only = async (bytes: Uint8Array, name: string): Promise<string> => {
    const items = await gather(bytes, name);
    const failures = items.flatMap((item) => (item.kind === 'failed' ? [item.failure.message] : []));
    expect(failures).toHaveLength(1);
    return failures[0] ?? '';
  };
  const bombPdf = (): Buffer => {
    const blank = Buffer.alloc(400_000_000, ' ');
    return assemble([
      Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
      Buffer.from('<< /Type /Pages /Count 1 /Kids [3 0 R] >>'),
      Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << >> >>'),
      stream(blank),
    ]);
  };

  test('a PDF that unpacks without end is ended by its memory, or by its time', async () => {
    const bytes = bombPdf();
    expect(bytes.length).toBeLessThan(1_000_000);
    const task = { format: 'pdf', bytes, name: 'bomb.pdf' } as const;
    expect(await runGuarded(task, { ms: 60_000, bytes: 150_000_000 })).toMatchObject({
      error: { code: 'input-too-large', message: expect.stringMatching(/150\.0 MB of memory/) },
    });
    expect(await runGuarded(task, { ms: 50, bytes: Number.POSITIVE_INFINITY })).toMatchObject({
      error: { code: 'input-too-large', message: expect.stringMatching(/takes longer/) },
    });
    const after = await runGuarded({
      format: 'pdf',
      bytes: makePdf([[{ text: 'Hungary said no.', y: 700 }]]),
      name: 'good.pdf',
    });
    expect(after).toMatchObject({ ok: true, value: { text: 'Hungary said no.' } });
  });
  test('a Word document that lies about its size is refused while it is unpacked', async () => {
    const liar = makeDocx([paragraph('Words.')], {}, [
      { name: 'word/notes.xml', content: Buffer.alloc(10_000_000, 'a'), declared: 1_000 },
    ]);
    expect(await only(liar, 'liar.docx')).toMatch(/broken or locked Word document/);
  });
  test('a web archive of nothing, a thousand times its size, is left', async () => {
    const head = 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\n';
    const zeros = gzipSync(Buffer.alloc(25_000_000));
    const bomb = Buffer.concat([gzipSync(head), ...Array.from({ length: 11 }, () => zeros)]);
    expect(await only(bomb, 'bomb.warc.gz')).toMatch(/unpacks to far more than its size/);
  });
  test('a page that unpacks to more than a text may hold is left out, and the others are read', async () => {
    const headers = { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' };
    const archive = await makeWarc(
      [
        {
          url: 'https://a.example/1',
          date: '2024-01-01T00:00:00Z',
          body: gzipSync(Buffer.alloc(30_000_000, 'a')),
          headers,
        },
        { url: 'https://a.example/2', date: '2024-01-01T00:00:00Z', body: '<p>Hungary said no.</p>' },
      ],
      false,
    );
    const items = await gather(archive, 'x.warc');
    expect(items.map(({ kind }) => kind)).toEqual(['document', 'left-out', 'left-out']);
    expect(items.at(-1)).toMatchObject({ message: '1 record of x.warc left out: unpacking to more than 20.0 MB.' });
  });
  test('an archive inside an archive is not opened', async () => {
    const inner = await makeWarc(
      [{ url: 'https://a.example/1', date: '2024-01-01T00:00:00Z', body: '<p>Hungary said no.</p>' }],
      true,
    );
    const outer = await makeWarc(
      [
        {
          url: 'https://a.example/in.warc.gz',
          date: '2024-01-01T00:00:00Z',
          body: inner,
          headers: { 'Content-Type': 'application/octet-stream' },
        },
      ],
      false,
    );
    expect(await gather(outer, 'x.warc')).toMatchObject([
      { kind: 'left-out' },
      { message: '1 record of x.warc left out: of type application/octet-stream.' },
    ]);
    expect(
      await only(makeZip([{ name: 'a.zip', content: makeZip([{ name: 'b.txt', content: 'x' }]) }]), 'pack.zip'),
    ).toMatch(/a ZIP archive/);
  });
  test('messages inside messages end at a depth', async () => {
    let message = 'From: a@a.example\nMIME-Version: 1.0\nSubject: 0\n\nHungary said no.';
    for (let i = 1; i < 8; i += 1)
      message = `From: a@a.example\nMIME-Version: 1.0\nSubject: ${i}\nContent-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\nContent-Type: message/rfc822\nContent-Disposition: attachment; filename=m.eml\n\n${message}\n--b${i}--\n`;
    expect(await gather(Buffer.from(message), 'deep.eml')).toMatchObject([
      { kind: 'left-out', message: expect.stringMatching(/lies 4 files deep/) },
    ]);
  });
  test('an attachment beyond the limit is left out, and the message is read', async () => {
    const big = Buffer.alloc(21_000_000, 'a').toString('base64');
    const message = `From: a@a.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHungary said no.\n--b\nContent-Type: text/plain; name=big.txt\nContent-Disposition: attachment; filename=big.txt\nContent-Transfer-Encoding: base64\n\n${big}\n--b--\n`;
    expect(await gather(Buffer.from(message), 'big.eml')).toMatchObject([
      { kind: 'document' },
      { kind: 'left-out', message: expect.stringMatching(/holds 21\.0 MB and the limit is 20\.0 MB/) },
    ]);
  });
});
