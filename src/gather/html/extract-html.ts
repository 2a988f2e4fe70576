import { Readability } from '@mozilla/readability';
import type { Extracted } from '../extracted.js';
import { MAX_READABILITY_DEPTH, MAX_READABILITY_ELEMENTS } from '../limits.js';
import { linesOf } from './lines-of.js';
import { pageMetadata } from './page-metadata.js';
import { parsePage } from './parse-page.js';

/**
 * The article of a page: its body text as lines, and what the page says of title, publisher, day and address. Readability finds the
 * article; pages it cannot take (no article found, nested or large beyond reason) give all visible text outside navigation, header,
 * footer and asides. The text is empty when the page shows none.
 */
export function extractHtml(html: string): Extracted {
  const document = parsePage(html);
  const metadata = pageMetadata(document);
  const plain = linesOf(document.body, { furniture: false });
  const article = isReasonable(document) ? articleLines(document) : null;
  const lines = article !== null && article.length > 0 ? article : plain;
  const withoutTitle = lines[0] !== undefined && sameWords(lines[0], metadata.title) ? lines.slice(1) : lines;
  return { ...metadata, text: withoutTitle.join('\n') };
}

/** The lines Readability takes for the article, or null. Takes the document apart. */
function articleLines(document: Document): string[] | null {
  try {
    const article = new Readability<Node>(document, {
      serializer: (node) => node,
      // Wire reports of two paragraphs are articles too; the default of 500 makes Readability fall back to whole pages.
      charThreshold: 150,
    }).parse();
    return article?.content ? linesOf(article.content, { furniture: true }) : null;
  } catch {
    // It climbs out of trees that no browser would build (a cell in a formula).
    return null;
  }
}

function isReasonable(document: Document): boolean {
  if (document.getElementsByTagName('*').length > MAX_READABILITY_ELEMENTS) return false;
  let depth = 0;
  let node: Node | null = document.body;
  while (node) {
    if (node.firstChild) {
      node = node.firstChild;
      depth += 1;
      if (depth > MAX_READABILITY_DEPTH) return false;
      continue;
    }
    while (node && !node.nextSibling && node !== document.body) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node === document.body ? null : (node?.nextSibling ?? null);
  }
  return true;
}

const sameWords = (line: string, title: string | undefined): boolean =>
  title !== undefined &&
  line.toLowerCase().replace(/\W+/g, ' ').trim() === title.toLowerCase().replace(/\W+/g, ' ').trim();
