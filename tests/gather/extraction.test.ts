import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/domain/document.js';
import { documentFromBytes, type InputDescription } from '../../src/gather/index.js';
import { parsePublicationDate } from '../../src/gather/publication-date.js';

const read = (source: string | Uint8Array, input: InputDescription): Document => {
  const result = documentFromBytes(typeof source === 'string' ? Buffer.from(source) : source, input);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const html = (source: string): Document => read(source, { name: 'page.html' });

describe('HTML that leaves out what HTML lets an author leave out', () => {
  test.each([
    ['<p>Hungary said <b>no</b>.<p>Spain waits.', 'Hungary said no.\nSpain waits.'],
    ['<html><title>T</title><p>Hungary said no.<p>Spain waits.', 'Hungary said no.\nSpain waits.'],
    ['<!doctype html><title>T</title><h1>Other</h1><p>Poland &amp; Estonia', 'Other\nPoland & Estonia'],
    ['<html><head><title>T</title><body><p>Poland agrees.', 'Poland agrees.'],
    ['<body>One line<br>another line', 'One line\nanother line'],
    ['<pre>One line\nanother line</pre>', 'One line\nanother line'],
  ])('%s', (source, text) => expect(html(source).text).toBe(text));
});

describe('what a page says of itself', () => {
  const page = (head: string, body = '<p>Text of the page.'): Document =>
    html(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);

  test('JSON-LD gives what Open Graph lacks, and broken JSON-LD is passed over', () => {
    const found = page(
      '<script type="application/ld+json">{oops</script><script type="application/ld+json">[{"@type":"WebSite"},{"@type":"ReportageNewsArticle","headline":"H","publisher":[{"name":"P"}],"datePublished":"2003-02-05"}]</script>',
    );
    expect([found.title, found.publisher, found.published]).toEqual(['H', 'P', '2003-02-05']);
  });
  test('the outlet is taken off a page title', () => {
    expect(page('<title>Talks fail - The Post</title><meta property="og:site_name" content="The Post">').title).toBe(
      'Talks fail',
    );
  });
  test('a dated header gives the day when no metadata does', () => {
    expect(
      page('', '<article><header><time datetime="2011-03-17">17 March</time></header><p>Text.</p></article>').published,
    ).toBe('2011-03-17');
  });
  test('what the user says outranks the page', () => {
    const source =
      '<html><head><meta property="og:site_name" content="A"><meta name="date" content="2020-01-01"></head><body><p>Text.</body></html>';
    const given = read(source, { name: 'x.html', publisher: 'B', published: parsePublicationDate('2021-05-06')! });
    expect([given.publisher, given.published]).toEqual(['B', '2021-05-06']);
  });
  test('a page in the encoding it declares is read in it', () => {
    const bytes = Buffer.from(
      '<html><head><meta charset="windows-1252"></head><body><p>Orb\xe1n \x93no\x94</p></body></html>',
      'latin1',
    );
    expect(read(bytes, { name: 'x.html' }).text).toBe('Orbán “no”');
  });
});

describe('hostile pages end in bounded time', () => {
  test.each([
    ['100,000 nested elements', `<html><body>${'<b>'.repeat(100_000)}inside`],
    ['1,000 nested divisions', `<html><body>${'<div>'.repeat(1_000)}inside${'</div>'.repeat(1_000)}</body></html>`],
  ])('%s', (_what, source) => {
    const started = performance.now();
    expect(html(source).text).toBe('inside');
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('plain text', () => {
  const plain = (source: string): Document => read(source, { name: 'x.txt' });

  test.each([
    ['A headline\n\nText.', 'A headline'],
    ['A sentence, and no headline.\n\nText.', undefined],
    ['A headline\nText.', undefined],
    [`${'long '.repeat(40)}\n\nText.`, undefined],
    ['***\n\nText.', undefined],
  ])('%j has the title %j', (source, title) => expect(plain(source).title).toBe(title));

  test('lines that were not wrapped stay lines', () => {
    const source =
      'Votes in the council on the second day of the meeting:\nPoland yes\nSpain no\nBelgium abstained\nFrance yes';
    expect(plain(source).text).toBe(source);
  });
  test('UTF-16 with a byte-order mark is decoded', () => {
    const wide = Buffer.from('\ufeffOrbán said no.', 'utf16le');
    expect(read(wide, { name: 'x.txt' }).text).toBe('Orbán said no.');
    expect(read(Buffer.from(wide).swap16(), { name: 'x.txt' }).text).toBe('Orbán said no.');
  });
  test('the format of a nameless input is told from its content', () => {
    expect(read('<!DOCTYPE html><p>Hi there', { name: 'standard input' }).format).toBe('html');
    expect(read('---\ntitle: T\n---\nHi there', { name: 'standard input' }).format).toBe('markdown');
    expect(read('Hi there', { name: 'standard input' }).format).toBe('text');
  });
});

describe('days of publication', () => {
  test.each([
    ['2024-10-23', '2024-10-23'],
    ['2024-10-23T23:30:00-04:00', '2024-10-23'],
    ['2024-10-23 08:00', '2024-10-23'],
    ['20241023', '2024-10-23'],
    ['2024/10/23', '2024-10-23'],
    ['Wed, 23 Oct 2024 10:00:00 GMT', '2024-10-23'],
    ['October 23, 2024', '2024-10-23'],
    ['Published on 3rd of no month', null],
    ['3 Sept. 1998', '1998-09-03'],
    ['03/04/2024', null],
    ['2024-02-30', null],
    ['2024', null],
    ['', null],
  ])('%j is %j', (raw, day) => expect(parsePublicationDate(raw)).toBe(day));
});
