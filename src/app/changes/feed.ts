import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import type { Question } from '../../domain/question.js';
import type { Change } from './changes.js';

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];
export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json' };

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Readers show descriptions as HTML; article text must stay text. */
const asHtml = (text: string): string => text.replace(/[&<>"]/g, (c) => ESCAPES[c] ?? c);

/** Why it changed, in words: the signals that came and went. */
const detailOf = (change: Change): string =>
  change.kind === 'outcome' ? change.count : change.signals.map((s) => `${s.change === 'gained' ? 'New' : 'No longer counted'}: “${s.quote}” (${s.stance}; ${s.because})`).join('\n');

/**
 * The changes of a question as a feed.
 * @param page address of the page, for links; the question and member go behind its `#`
 */
export function toFeed(format: FeedFormat, question: Question, changes: readonly Change[], page: string): string {
  const linkTo = (member?: string): string => `${page}#${new URLSearchParams({ question: question.id, ...(member === undefined ? {} : { member }) }).toString()}`;
  const title = `Holdout: ${question.title}`;
  const items = changes.map((change) => ({
    id: `urn:holdout:change:${encodeURIComponent(change.id)}`,
    title: change.sentence,
    link: linkTo(change.kind === 'position' ? change.member : undefined),
    at: new Date(change.at),
    detail: detailOf(change),
  }));
  switch (format) {
    case 'rss':
      return generateRssFeed({
        title,
        link: linkTo(),
        description: `What changed in the count of: ${question.title}`,
        items: items.map((i) => ({ title: i.title, link: i.link, guid: { value: i.id, isPermaLink: false }, pubDate: i.at, description: asHtml(i.detail).replaceAll('\n', '<br>') })),
      });
    case 'atom':
      return generateAtomFeed({
        id: `urn:holdout:question:${encodeURIComponent(question.id)}`,
        title: { value: title },
        updated: items[0]?.at ?? new Date(0),
        links: [{ href: linkTo() }],
        authors: [{ name: 'Holdout' }],
        entries: items.map((i) => ({ id: i.id, title: { value: i.title }, updated: i.at, links: [{ href: i.link }], content: { value: i.detail, type: 'text' } })),
      });
    case 'json':
      return JSON.stringify(
        generateJsonFeed({
          title,
          home_page_url: linkTo(),
          items: items.map((i) => ({ id: i.id, url: i.link, title: i.title, content_text: i.detail || i.title, date_published: i.at })),
        }),
      );
  }
}
