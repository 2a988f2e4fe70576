import { XMLParser } from 'fast-xml-parser';
import { normaliseLine } from '../normalise-text.js';
import { parsePublicationDate } from '../publication-date.js';
import { absoluteAddress } from './feed-items.js';
import type { ListedItem, Listing } from './listing.js';

/** Not linkedom: elements nested without end take it time in their square, and this parser refuses them. */
const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  isArray: (name) => name === 'url' || name === 'sitemap',
});

/**
 * The pages of a sitemap (sitemaps.org 0.9, with Google's news extension), newest first where days are given, or the sitemaps of an index.
 * Null for what is neither, or is broken.
 */
export function sitemapItems(text: string, base: URL): Listing | null {
  if (!/<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/.test(text.slice(0, 4096))) return null;
  let document: unknown;
  try {
    document = parser.parse(text);
  } catch {
    return null;
  }
  const pages = entriesOf(document, 'urlset', 'url', base);
  if (pages === null) {
    const sitemaps = entriesOf(document, 'sitemapindex', 'sitemap', base);
    return sitemaps === null ? null : { kind: 'index', addresses: sitemaps.map(({ address }) => address) };
  }
  const items = pages.map(({ address, entry }) => ({ item: newsItem(address, entry), changed: dayOf(entry) }));
  items.sort((a, b) => (a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : 0));
  return { kind: 'list', items: items.map(({ item }) => item) };
}

/** The entries under a root that have an address; null when the root is not there. */
function entriesOf(
  document: unknown,
  root: string,
  name: string,
  base: URL,
): { address: string; entry: unknown }[] | null {
  const top = at(document, root);
  if (top === undefined) return null;
  const entries = at(top, name);
  return (Array.isArray(entries) ? (entries as unknown[]) : []).flatMap((entry) => {
    const address = absoluteAddress(textAt(entry, 'loc'), base);
    return address === null ? [] : [{ address, entry }];
  });
}

const newsItem = (address: string, entry: unknown): ListedItem => ({
  address,
  title: textAt(entry, 'news', 'title'),
  publisher: textAt(entry, 'news', 'publication', 'name'),
  published: parsePublicationDate(textAt(entry, 'news', 'publication_date') ?? '') ?? undefined,
});

const dayOf = (entry: unknown): string => textAt(entry, 'news', 'publication_date') ?? textAt(entry, 'lastmod') ?? '';

/** What stands under a path of names; the first where a name is repeated. */
function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    const one: unknown = Array.isArray(found) ? found[0] : found;
    found = typeof one === 'object' && one !== null ? (one as Readonly<Record<string, unknown>>)[name] : undefined;
  }
  return found;
}

const textAt = (value: unknown, ...path: readonly string[]): string | undefined => {
  const found = at(value, ...path);
  return typeof found === 'string' ? normaliseLine(found) : undefined;
};
