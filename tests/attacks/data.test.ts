import { parse as parseCsvRows } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { toCsvTable } from '../../src/app/exchange/csv.js';
import { parseActors } from '../../src/app/models/actors-file.js';
import { parseCosts } from '../../src/app/models/costs-file.js';
import { parseEdges } from '../../src/app/models/edges-file.js';
import { parseRollCalls } from '../../src/app/models/roll-calls-file.js';
import { reasonWeights } from '../../src/app/models/weights-file.js';
import { parseQuestion } from '../../src/app/parse-question.js';
import { parseRequest } from '../../src/app/parse-request.js';
import { answerAttributeLine, answerStreamLine } from '../../src/app/stream.js';
import { parseRule } from '../../src/count/parse-rule.js';
import { documentsFrom, parseListing, type Found } from '../../src/gather/index.js';
import { toCsv } from '../../src/web/figure/save.js';
import { makeZip } from '../gather/make/zip.js';
import { today } from '../api/helpers.js';

const gather = async (bytes: Uint8Array | string, name: string): Promise<Found[]> => {
  const all: Found[] = [];
  for await (const found of documentsFrom(Buffer.from(bytes), { name })) all.push(found);
  return all;
};

describe('prototype pollution', () => {
  afterEach(() => {
    const clean = Object.getOwnPropertyNames(Object.prototype).sort();
    expect(clean).toEqual(['__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__', '__proto__', 'constructor', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'toLocaleString', 'toString', 'valueOf']);
    expect([({} as Record<string, unknown>)['polluted'], ([] as unknown as Record<string, unknown>)['polluted']]).toEqual([undefined, undefined]);
  });
  const KEYS = ['__proto__', 'constructor', 'prototype', 'constructor.prototype', '__proto__.polluted', 'constructor[prototype][polluted]', 'toString', 'hasOwnProperty'];
  const json = (key: string): string => `{"${key}":{"polluted":"yes","prototype":{"polluted":"yes"}},"id":"a","text":"x"}`;
  const yaml = (key: string): string => `${key}: {polluted: yes, prototype: {polluted: yes}}\n`;
  const csv = (key: string): string => `${key},name,from,to,weight,member,cost,rcid,iso3,vote,title,text\npolluted,${key},${key},HUN,0.5,${key},1,${key},${key},${key},${key},Words of ${key}\n`;
  const roster = ['HUN', 'DEU'] as never[];
  const PARSERS: Readonly<Record<string, (key: string) => unknown>> = {
    'lines of stream': (k) => answerStreamLine(json(k), today),
    'lines of attribute': (k) => answerAttributeLine(json(k)),
    questions: (k) => parseQuestion(`id: q\nbody: nato\nproposal: Do it\n${yaml(k)}`, 'q', today),
    'rules in questions': (k) => parseQuestion(`id: q\nbody: nato\nproposal: Do it\nrule:\n  ${yaml(k)}`, 'q', today),
    rules: (k) => parseRule(`id: own\ntitle: Own\nsource: us\nneeds: all\nweights: {votes: {HUN: 1}}\npasses: {${k}: 1}\n${yaml(k)}`, 'r'),
    'weights of rules': (k) => parseRule(`id: own\ntitle: Own\nsource: us\nneeds: all\nweights: {${k}: {HUN: 1, ${k}: 2}}\npasses: {yes: ${k}, at-least: 50%}\n`, 'r'),
    parameters: (k) => parseRequest({ assume: `${k}=support`, cost: `${k}=1`, chance: `${k}=0.5` }),
    'actors, YAML': (k) => parseActors({ name: 'a.yaml', text: `actors: [{name: ${k}, position: 1, capability: 1, salience: 1}]\nparameters: {${k}: 1}\n` }),
    'actors, CSV': (k) => parseActors({ name: 'a.csv', text: csv(k) }),
    'edges, YAML': (k) => parseEdges({ name: 'e.yaml', text: `stubbornness: {${k}: 1}\n` }, roster),
    'edges, CSV': (k) => parseEdges({ name: 'e.csv', text: csv(k) }, roster),
    'costs, YAML': (k) => parseCosts({ name: 'c.yaml', text: `costs: {${k}: 1}\n` }, roster),
    'costs, CSV': (k) => parseCosts({ name: 'c.csv', text: csv(k) }, roster),
    'weights of concerns': (k) => reasonWeights({ name: 'w.yaml', text: yaml(k) }),
    'roll calls': (k) => parseRollCalls({ name: 'r.csv', text: csv(k) }),
    'CSV exports': (k) => gather(csv(k), 'a.csv'),
    'JSONL exports': (k) => gather(json(k), 'a.jsonl'),
    'front matter': (k) => gather(`---\n${yaml(k)}title: x\n---\nWords.`, 'a.md'),
    'JSON-LD': (k) => gather(`<html><head><script type="application/ld+json">${json(k)}</script></head><body><p>Words.</p></body></html>`, 'a.html'),
    'JSON feeds': (k) => parseListing({ kind: 'fetched', address: 'https://a.example/', bytes: Buffer.from(`{"version":"https://jsonfeed.org/version/1.1","title":"x","${k}":{"polluted":1},"items":[{"id":"1","${k}":{"polluted":1}}]}`), mediaType: '' }),
    sitemaps: (k) => parseListing({ kind: 'fetched', address: 'https://a.example/', bytes: Buffer.from(`<urlset><${k}><polluted>1</polluted></${k}><url><loc>/a</loc><${k}><polluted>1</polluted></${k}></url></urlset>`), mediaType: '' }),
    RSS: (k) => parseListing({ kind: 'fetched', address: 'https://a.example/', bytes: Buffer.from(`<rss version="2.0"><channel><title>x</title><${k} ${k}="1"><polluted>1</polluted></${k}><item><link>/a</link><${k}>1</${k}></item></channel></rss>`), mediaType: '' }),
  };
  test.each(Object.entries(PARSERS))('%s: no key of theirs becomes one of every object', async (_, parse) => {
    for (const key of KEYS) await parse(key);
  });
});

describe('XML bombs', () => {
  const laughs = (root: string, inside: string): string => `<?xml version="1.0"?><!DOCTYPE ${root} [<!ENTITY a "ha">${'bcdefghij'.split('').map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i] ?? ''};`.repeat(10)}">`).join('')}]>${inside}`;
  const quadratic = (root: string, inside: string): string => `<?xml version="1.0"?><!DOCTYPE ${root} [<!ENTITY j "${'a'.repeat(50_000)}">]>${inside.replaceAll('&j;', '&j;'.repeat(5_000))}`;
  const outside = (root: string, inside: string): string => `<?xml version="1.0"?><!DOCTYPE ${root} [<!ENTITY j SYSTEM "file:///etc/passwd">]>${inside}`;
  const parameter = (root: string, inside: string): string => `<?xml version="1.0"?><!DOCTYPE ${root} [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]>${inside}`;
  const BOMBS = { laughs, quadratic, outside, parameter };
  const listing = (xml: string): string => JSON.stringify(parseListing({ kind: 'fetched', address: 'https://a.example/f', bytes: Buffer.from(xml), mediaType: '' }) ?? null);
  test.each(Object.entries(BOMBS))('%s: feeds and sitemaps neither unfold nor fetch an entity', (_, bomb) => {
    for (const xml of [
      bomb('rss', '<rss version="2.0"><channel><title>&j;</title><item><title>&j;</title><link>https://a.example/1</link></item></channel></rss>'),
      bomb('feed', '<feed xmlns="http://www.w3.org/2005/Atom"><title>&j;</title><entry><title>&j;</title><link href="https://a.example/1"/><content>&j;</content></entry></feed>'),
      bomb('urlset', '<urlset><url><loc>https://a.example/&j;</loc></url></urlset>'),
      bomb('sitemapindex', '<sitemapindex><sitemap><loc>https://a.example/&j;</loc></sitemap></sitemapindex>'),
    ]) {
      const read = listing(xml);
      expect(read.length).toBeLessThan(xml.length + 2_000);
      expect(read).not.toContain('root:');
    }
  });
  test.each(Object.entries(BOMBS))('%s: Word documents neither unfold nor fetch an entity', async (_, bomb) => {
    const body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Words &j;</w:t></w:r></w:p></w:body></w:document>';
    const file = makeZip([
      { name: '[Content_Types].xml', content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>' },
      { name: '_rels/.rels', content: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>' },
      { name: 'word/document.xml', content: bomb('w', body) },
    ]);
    for (const found of await gather(file, 'a.docx')) {
      const text = found.kind === 'document' ? found.document.text : '';
      expect(text.length).toBeLessThan(1_000);
      expect(text).not.toContain('root:');
    }
  });
});

describe('formulas in CSV', () => {
  const risky = fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '', ' ', '"', ','), fc.string({ unit: 'binary', maxLength: 20 })).map(([first, rest]) => first + rest);
  test('no cell of an export begins with what a spreadsheet runs; every cell is read back', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ a: risky, b: risky }), { minLength: 1, maxLength: 4 }), (rows) => {
        for (const made of [toCsvTable(['a', 'b'], rows), toCsv([['a', 'b'], ...rows.map(({ a, b }) => [a, b])])]) {
          const read = parseCsvRows(made, { from_line: 2, record_delimiter: '\r\n' }) as string[][];
          expect(read).toHaveLength(rows.length);
          for (const [i, row] of read.entries())
            for (const [j, cell] of row.entries()) {
              const meant = [rows[i]?.a, rows[i]?.b][j] ?? '';
              expect(cell).not.toMatch(/^[=+\-@\t\r]/);
              expect(cell.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(meant.replace(/^'(?=[=+\-@\t\r])/, ''));
            }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('archives that name places outside', () => {
  test('no entry of an archive is written anywhere: names that climb are names', async () => {
    for (const name of ['../../x.html', '/etc/x.html', '..\\..\\x.html', 'C:\\x.html', 'archive/../../x.warc', '%2e%2e/x.html', 'a\0.html'])
      for (const file of ['x.wacz', 'x.docx', 'x.zip']) {
        const found = await gather(makeZip([{ name, content: '<p>Words.</p>' }, { name: 'datapackage.json', content: '{}' }]), file);
        for (const item of found) expect([name, item.kind]).toEqual([name, expect.stringMatching(/^(?:failed|left-out)$/)]);
      }
  });
});
