import { parseFeed } from 'feedsmith';
import { normaliseLine } from '../normalise-text.js';
import { parsePublicationDate } from '../publication-date.js';
import type { Listing } from './listing.js';

interface RawItem {
  readonly address: string | undefined;
  readonly title: string | undefined;
  /** A string, but not for feedsmith's types. */
  readonly date: unknown;
  readonly content: string | undefined;
}

/** The articles of a feed in any format that feedsmith knows, or null for what is no feed. Links may be relative to the feed. */
export function feedItems(text: string, base: URL): Listing | null {
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(text);
  } catch {
    return null;
  }
  const { title, items } = rawItems(parsed);
  return {
    kind: 'list',
    title: normaliseLine(title),
    items: items.flatMap(({ address, title: headline, date, content }) => {
      const absolute = absoluteAddress(address, base);
      if (absolute === null) return [];
      return [
        {
          address: absolute,
          title: normaliseLine(headline),
          publisher: normaliseLine(title),
          published: (typeof date === 'string' ? parsePublicationDate(date) : null) ?? undefined,
          content,
        },
      ];
    }),
  };
}

function rawItems(parsed: ReturnType<typeof parseFeed>): { title: string | undefined; items: RawItem[] } {
  switch (parsed.format) {
    case 'rss':
      return {
        title: parsed.feed.title,
        items: (parsed.feed.items ?? []).map((item) => ({
          address: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
          title: item.title,
          date: item.pubDate ?? item.dc?.dates?.[0],
          content: item.content?.encoded,
        })),
      };
    case 'rdf':
      return {
        title: parsed.feed.title,
        items: (parsed.feed.items ?? []).map((item) => ({
          address: item.link ?? item.rdf?.about,
          title: item.title,
          date: item.dc?.dates?.[0],
          content: item.content?.encoded,
        })),
      };
    case 'atom':
      return {
        title: parsed.feed.title?.value,
        items: (parsed.feed.entries ?? []).map((entry) => ({
          address: (entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0])?.href,
          title: entry.title?.value,
          date: entry.published ?? entry.updated,
          content: entry.content?.value,
        })),
      };
    case 'json':
      return {
        title: parsed.feed.title,
        items: (parsed.feed.items ?? []).map((item) => ({
          address: item.url ?? item.id,
          title: item.title,
          date: item.date_published,
          content: item.content_html ?? item.content_text,
        })),
      };
  }
}

/** An address of the web, made absolute, or null. */
export function absoluteAddress(raw: string | undefined, base: URL): string | null {
  if (raw === undefined || !URL.canParse(raw.trim(), base.href)) return null;
  const url = new URL(raw.trim(), base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  return url.href;
}
