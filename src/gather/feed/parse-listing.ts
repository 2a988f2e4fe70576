import { decodeText } from '../decode-text.js';
import type { Fetched } from '../fetch/outcome.js';
import { feedItems } from './feed-items.js';
import type { ListedItem, Listing } from './listing.js';
import { sitemapItems } from './sitemap-items.js';

/** Articles taken from one source at a time; the rest are older and come with the next round if they stay. */
export const MAX_LISTED = 200;
const MAX_SITEMAPS = 20;

/** The articles that a fetched feed or sitemap names, each address once; null for a page, or for what cannot be understood. Never throws. */
export function parseListing(fetched: Fetched): Listing | null {
  const opening = Buffer.from(fetched.bytes.subarray(0, 1024)).toString('latin1');
  // A page may hold a feed's words; a feed never opens as a page.
  if (/^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(opening)) return null;
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w:.-]+)/i.exec(opening)?.[1];
  const decoded = decodeText(fetched.bytes, fetched.address, fetched.charset ?? declared);
  if (!decoded.ok) return null;
  const base = new URL(fetched.address);
  const listing = sitemapItems(decoded.value, base) ?? feedItems(decoded.value, base);
  if (listing === null) return null;
  return listing.kind === 'index'
    ? { kind: 'index', addresses: [...new Set(listing.addresses)].slice(0, MAX_SITEMAPS) }
    : { ...listing, items: distinct(listing.items).slice(0, MAX_LISTED) };
}

function distinct(items: readonly ListedItem[]): ListedItem[] {
  const seen = new Set<string>();
  return items.filter(({ address }) => !seen.has(address) && seen.add(address));
}
