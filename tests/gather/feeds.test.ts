import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseListing, type Listing } from '../../src/gather/index.js';

const folder = fileURLToPath(new URL('./feeds/', import.meta.url));
const sources = readdirSync(folder).filter((name) => /\.(xml|json)$/.test(name) && !name.includes('.expected.'));
const parse = (bytes: Uint8Array, charset?: string): Listing | null =>
  parseListing({
    kind: 'fetched',
    address: 'https://feed.example/path/feed',
    bytes,
    mediaType: '',
    ...(charset === undefined ? {} : { charset }),
  });

describe('feeds and sitemaps and what is found in them', () => {
  test.each(sources)('%s', (name) => {
    const expected: unknown = JSON.parse(readFileSync(folder + name.replace(/\.\w+$/, '.expected.json'), 'utf8'));
    const found = parse(readFileSync(folder + name));
    expect(JSON.parse(JSON.stringify(found))).toEqual(expected);
  });
  test('the encoding that the server names counts', () => {
    const feed = Buffer.from('<rss version="2.0"><channel><title>Lib\xe9r\xe9</title></channel></rss>', 'latin1');
    expect(parse(feed, 'iso-8859-1')).toMatchObject({ title: 'Libéré' });
  });
});

describe('hostile feeds', () => {
  test.each(sources)('%s, damaged, never throws', (name) => {
    const bytes = readFileSync(folder + name);
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.nat(bytes.length), fc.uint8Array({ maxLength: 12 }), (from, to, put) => {
        const [a, b] = from < to ? [from, to] : [to, from];
        const listing = parse(Buffer.concat([bytes.subarray(0, a), put, bytes.subarray(b)]));
        for (const address of listing?.kind === 'index'
          ? listing.addresses
          : (listing?.items ?? []).map((item) => item.address))
          expect(address).toMatch(/^https?:\/\//);
      }),
      { numRuns: 60 },
    );
  });
  test('entities that name entities are not unfolded, and files are not read', () => {
    const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e0 "aaaaaaaaaa">${entities}<!ENTITY f SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&e9;&f;</title></channel></rss>`;
    expect(JSON.stringify(parse(Buffer.from(bomb)))?.length ?? 0).toBeLessThan(1_000);
  });
  test('of a list without end the first two hundred are taken, of nested elements none', () => {
    const items = Array.from({ length: 5_000 }, (_, i) => `<item><link>https://feed.example/${i}</link></item>`).join(
      '',
    );
    expect(parse(Buffer.from(`<rss version="2.0"><channel>${items}</channel></rss>`))).toMatchObject({
      items: { length: 200 },
    });
    expect(parse(Buffer.from(`<rss version="2.0"><channel>${'<a>'.repeat(100_000)}`))).toBeNull();
    expect(parse(Buffer.from(`<urlset>${'<url>'.repeat(50_000)}`))).not.toBeUndefined();
  });
});
