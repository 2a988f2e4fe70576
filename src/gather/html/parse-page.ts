import { parseHTML } from 'linkedom';

/**
 * A page as a DOM that always has a head and a body. linkedom leaves out what HTML lets an author leave out (`<html>`, `<head>`,
 * `<body>`), so a page without a proper body is wrapped in one and its metadata elements are moved to the head.
 */
export function parsePage(html: string): Document {
  const document = parseHTML(html).document;
  const root = document.documentElement as Element | null;
  const complete =
    root?.nodeName === 'HTML' && [...root.children].filter((child) => child.nodeName === 'BODY').length === 1;
  if (complete && hasOnlyHeadAndBody(root)) return document;
  const bare = html.replace(/<!doctype[^<>]*>|<\/?(?:html|head|body)(?:\s[^<>]*)?>/gi, '');
  const wrapped = parseHTML(`<!doctype html><html><head></head><body>${bare}</body></html>`).document;
  for (const element of [...wrapped.querySelectorAll('title, meta, link, script')]) {
    if (element.closest('svg') === null) wrapped.head.append(element);
  }
  return wrapped;
}

const hasOnlyHeadAndBody = (root: Element): boolean =>
  [...root.children].every((child) => child.nodeName === 'HEAD' || child.nodeName === 'BODY');
