import type { IsoDate } from '../../domain/ids.js';

/** An article that a feed or sitemap names. Its facts stand in where the page says nothing of its own. */
export interface ListedItem {
  readonly address: string;
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly published?: IsoDate | undefined;
  /** The article itself as HTML, where a feed carries it. */
  readonly content?: string | undefined;
}

/** What stands at a followed address. */
export type Listing =
  /** RSS, RDF, Atom or JSON Feed, or a sitemap of pages; each address once, in the order of the source. */
  | { readonly kind: 'list'; readonly title?: string | undefined; readonly items: readonly ListedItem[] }
  /** A sitemap of sitemaps. */
  | { readonly kind: 'index'; readonly addresses: readonly string[] };
