/**
 * Writes the binary sources under `tests/gather/files`, all in words of our own: `npx tsx tests/gather/make/files.ts`. Each is the same
 * every time, so that a changed file is a changed script.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { makeDocx, paragraph, table } from './docx.js';
import { makePdf, type SetLine } from './pdf.js';
import { makeWarc, type Capture } from './warc.js';
import { makeZip } from './zip.js';

const root = fileURLToPath(new URL('../files/', import.meta.url));
const put = (name: string, bytes: Uint8Array): void => {
  mkdirSync(join(root, name, '..'), { recursive: true });
  writeFileSync(join(root, name), bytes);
};

const column = (top: number, texts: readonly string[]): SetLine[] =>
  texts.map((text, i) => ({ text, y: top - i * 14 }));
const head = (page: number): SetLine[] => [
  { text: 'Ministry of Foreign Affairs of Slovakia', y: 800, size: 9 },
  { text: `Page ${page} of 3`, x: 500, y: 30, size: 9 },
];
put(
  'pdf-press-release/source.pdf',
  makePdf(
    [
      [
        ...head(1),
        { text: 'Slovakia states its position', y: 760, size: 20 },
        { text: 'Bratislava, 18 October 2024', y: 730 },
        ...column(690, [
          'Slovakia will not vote for the invitation at the meeting of ministers in',
          'November, the foreign minister said on Friday after the weekly govern-',
          'ment session.',
        ]),
        ...column(630, [
          'The minister added that Slovakia would be ready to speak about a later',
          'date when the fighting is over.',
        ]),
      ],
      [
        ...head(2),
        ...column(760, [
          'Hungary, he said, takes the same view. The two countries will speak with',
          'one voice, because they',
          'share a border with the war.',
        ]),
      ],
      [...head(3), ...column(760, ['Press office of the ministry.'])],
    ],
    { title: 'Microsoft Word - position_final.doc', created: "D:20241017180000+02'00'" },
  ),
);
put('pdf-without-text/source.pdf', makePdf([[], []]));
put('pdf-locked/source.pdf', makePdf([[{ text: 'Secret words.', y: 700 }]], { locked: true }));
put('pdf-broken/source.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Cata'));

put(
  'docx-briefing/source.docx',
  makeDocx(
    [
      paragraph('Note on the enlargement vote', 'Heading1'),
      paragraph('Spain supports the invitation, according to its ambassador.'),
      table([
        ['Member', 'Position'],
        ['Spain', 'in favour'],
        ['Malta', 'not known'],
      ]),
      paragraph('Malta abstains for now &amp; waits.'),
    ],
    { title: 'Briefing: who votes how', created: '2024-10-21T08:00:00Z' },
  ),
);
put('docx-broken/source.docx', makeDocx([paragraph('Words.')]).subarray(0, 900));
put(
  'docx-bomb/source.docx',
  makeDocx([paragraph('Words.')], {}, [{ name: 'word/comments.xml', content: Buffer.alloc(70_000_000, 'a') }]),
);

const page = (title: string, text: string, more = ''): string =>
  `<!doctype html><html><head><title>${title}</title><meta property="og:site_name" content="Harbour Post"><meta property="article:published_time" content="2024-10-22">${more}</head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;
const captures: Capture[] = [
  {
    url: 'https://harbour.example/a',
    date: '2024-10-23T09:00:00Z',
    body: page(
      'Hungary says no',
      'Hungary will vote against the invitation, its foreign minister said in Budapest on Tuesday, and it will not change its mind.',
    ),
  },
  {
    url: 'https://harbour.example/b',
    date: '2024-10-23T09:01:00Z',
    body: gzipSync(
      page(
        'Spain says yes',
        'Spain will vote for the invitation, its foreign minister said in Madrid on Tuesday, and it hopes that others follow.',
      ),
    ),
    headers: { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' },
  },
  {
    url: 'https://harbour.example/c',
    date: '2024-10-23T09:02:00Z',
    body: Buffer.from('<html><body><p>Orb\xe1n said that Hungary would not agree.</p></body></html>', 'latin1'),
    headers: { 'Content-Type': 'text/html; charset=iso-8859-1' },
  },
  {
    url: 'https://harbour.example/old',
    date: '2024-10-23T09:03:00Z',
    body: page('Gone', 'Not here.'),
    status: '404 Not Found',
  },
  {
    url: 'https://harbour.example/logo.png',
    date: '2024-10-23T09:04:00Z',
    body: Buffer.from('89504e470d0a1a0a', 'hex'),
    headers: { 'Content-Type': 'image/png' },
  },
  {
    url: 'https://harbour.example/d.txt',
    date: '2024-10-23T09:05:00Z',
    body: 'Malta has not decided.',
    headers: { 'Content-Type': 'text/plain' },
    type: 'resource',
  },
  { url: 'https://harbour.example/a', date: '2024-10-23T09:06:00Z', body: 'GET', type: 'request' },
];
const plain = await makeWarc(captures, false);
const packed = await makeWarc(captures, true);
put('warc-crawl/source.warc', plain);
put('warc-packed/source.warc.gz', packed);
put('warc-cut/source.warc', plain.subarray(0, 2_000));
put('warc-packed-cut/source.warc.gz', packed.subarray(0, packed.length - 200));
put(
  'wacz-crawl/source.wacz',
  makeZip([
    { name: 'datapackage.json', content: '{"profile":"data-package","wacz_version":"1.1.1","resources":[]}' },
    { name: 'archive/data.warc.gz', content: packed, stored: true },
    { name: 'pages/pages.jsonl', content: '{"format":"json-pages-1.0"}\n' },
  ]),
);
put('wacz-empty/source.wacz', makeZip([{ name: 'datapackage.json', content: '{}' }]));
