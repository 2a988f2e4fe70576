import type { IsoDate } from '../../domain/ids.js';
import { normaliseLine } from '../normalise-text.js';
import { parsePublicationDate } from '../publication-date.js';
import { readJsonLd } from './json-ld.js';

/** What a page says of itself. */
export interface PageMetadata {
  readonly title: string | undefined;
  readonly publisher: string | undefined;
  readonly published: IsoDate | undefined;
  /** Canonical address (http or https). */
  readonly address: string | undefined;
}

/** `<meta>` names and properties, the most reliable first. */
const TITLE_KEYS = ['og:title', 'dc.title', 'citation_title', 'parsely-title', 'twitter:title'];
const PUBLISHER_KEYS = [
  'og:site_name',
  'article:publisher:name',
  'citation_publisher',
  'dc.publisher',
  'publisher',
  'application-name',
];
const DATE_KEYS = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'citation_date',
  'dc.date.issued',
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'pubdate',
  'publish-date',
  'publication_date',
  'date',
];

/**
 * Title, publisher, day and address as the page declares them: Open Graph and JSON-LD first, then other `<meta>` names, then `<time>`
 * and `<title>`. Must run before Readability, which takes the document apart.
 */
export function pageMetadata(document: Document): PageMetadata {
  const meta = metaValues(document);
  const article = readJsonLd(
    [...document.querySelectorAll('script[type="application/ld+json"]')].map((e) => e.textContent ?? ''),
  );
  const publisher = first(meta, ['og:site_name']) ?? article?.publisher ?? first(meta, PUBLISHER_KEYS);
  const declaredTitle = article?.headline ?? first(meta, TITLE_KEYS);
  return {
    title: withoutSiteName(declaredTitle ?? titleElement(document) ?? heading(document), publisher),
    publisher,
    published: firstDate([
      ...values(meta, ['article:published_time']),
      article?.datePublished,
      ...values(meta, DATE_KEYS),
      ...timeElements(document),
    ]),
    address: canonicalAddress(document, meta),
  };
}

function metaValues(document: Document): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const key = (
      element.getAttribute('property') ??
      element.getAttribute('name') ??
      element.getAttribute('itemprop') ??
      ''
    )
      .trim()
      .toLowerCase();
    const value = normaliseLine(element.getAttribute('content'));
    if (key !== '' && value !== undefined && !found.has(key)) found.set(key, value);
  }
  return found;
}

const values = (meta: ReadonlyMap<string, string>, keys: readonly string[]): (string | undefined)[] =>
  keys.map((key) => meta.get(key));
const first = (meta: ReadonlyMap<string, string>, keys: readonly string[]): string | undefined =>
  values(meta, keys).find((v) => v !== undefined);

function firstDate(candidates: readonly (string | null | undefined)[]): IsoDate | undefined {
  for (const candidate of candidates) {
    const day = candidate ? parsePublicationDate(candidate) : null;
    if (day) return day;
  }
  return undefined;
}

/** `<time>` marked as the publication's, then the first in the article's head; times inside the body may be of anything. */
function timeElements(document: Document): (string | null)[] {
  const marked = document.querySelector('time[pubdate], time[itemprop~="datePublished"], [itemprop~="datePublished"]');
  const leading = document.querySelector(
    'article header time[datetime], main header time[datetime], article time[datetime], header time[datetime]',
  );
  return [
    marked?.getAttribute('datetime') ?? null,
    marked?.getAttribute('content') ?? null,
    marked?.textContent ?? null,
    leading?.getAttribute('datetime') ?? null,
  ];
}

const titleElement = (document: Document): string | undefined =>
  normaliseLine(document.querySelector('title')?.textContent);

function heading(document: Document): string | undefined {
  const headings = [...document.querySelectorAll('h1')];
  return headings.length === 1 ? normaliseLine(headings[0]?.textContent) : undefined;
}

/** "Headline | The Outlet" without the outlet, when the outlet is known. */
function withoutSiteName(title: string | undefined, publisher: string | undefined): string | undefined {
  if (title === undefined || publisher === undefined) return title;
  for (const separator of [' | ', ' - ', ' – ', ' — ', ' :: ']) {
    if (title.toLowerCase().endsWith((separator + publisher).toLowerCase()))
      return normaliseLine(title.slice(0, -(separator + publisher).length));
  }
  return title;
}

function canonicalAddress(document: Document, meta: ReadonlyMap<string, string>): string | undefined {
  const candidates = [document.querySelector('link[rel~="canonical"]')?.getAttribute('href'), meta.get('og:url')];
  return candidates.find((address): address is string => /^https?:\/\/\S+$/.test(address ?? ''));
}
