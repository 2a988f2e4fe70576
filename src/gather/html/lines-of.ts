import elements from './html-elements.json' with { type: 'json' };

const DROPPED = new Set(elements.dropped);
const FURNITURE = new Set(elements.furniture);
const BLOCK = new Set(elements.block);
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/**
 * The visible text under `root`: one line for each block (paragraph, heading, caption, list item, table row, line of `pre`), white space collapsed as a
 * browser would, cells of a row joined by ` | `. Scripts, forms, embedded media and hidden elements are left out.
 * Walks with its own stack, because hostile pages nest deeper than the call stack. Linear time.
 * @param options.furniture whether navigation, page headers, footers and asides are kept
 */
export function linesOf(root: Node, options: { readonly furniture: boolean }): string[] {
  const lines: string[] = [];
  let buffer = '';
  const flush = (): void => {
    const line = buffer.replace(/\s+/g, ' ').trim();
    if (/[^\s|]/.test(line)) lines.push(line);
    buffer = '';
  };
  const stack: (Node | 'flush')[] = [root];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next === 'flush') {
      flush();
      continue;
    }
    if (next.nodeType === TEXT_NODE) {
      buffer += next.textContent ?? '';
      continue;
    }
    if (next.nodeType !== ELEMENT_NODE && next !== root) continue;
    const name = next.nodeName.toLowerCase();
    if (
      next !== root &&
      (DROPPED.has(name) || isHidden(next as Element) || (!options.furniture && FURNITURE.has(name)))
    )
      continue;
    if (name === 'pre') {
      flush();
      for (const line of (next.textContent ?? '').split('\n')) {
        buffer = line;
        flush();
      }
      continue;
    }
    if (BLOCK.has(name)) {
      flush();
      stack.push('flush');
    } else if ((name === 'td' || name === 'th') && buffer.trim() !== '') {
      buffer += ' | ';
    }
    for (let child = next.lastChild; child; child = child.previousSibling) stack.push(child);
  }
  flush();
  return lines;
}

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')
  );
}
