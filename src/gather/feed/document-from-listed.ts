import type { Document } from '../../domain/document.js';
import type { Failure } from '../../domain/failure.js';
import type { Result } from '../../domain/result.js';
import { documentFromExtracted } from '../document-from-bytes.js';
import { extractHtml } from '../html/extract-html.js';
import type { ListedItem } from './listing.js';

/** The document of the text that a feed carries of an article, for a page that may not be fetched itself. */
export function documentFromListed(item: ListedItem): Result<Document, Failure> {
  const { text } = extractHtml(item.content ?? '');
  const { title, publisher, published, address } = item;
  return documentFromExtracted({ text, title, publisher, published }, 'html', { name: address, address });
}
