import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { ApiRefusal } from './problem.js';

export const DEFAULT_PAGE = 100;
export const MAX_PAGE = 1_000;

/** Parameters of every list. */
export const pageQuery = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_PAGE)
    .default(DEFAULT_PAGE)
    .openapi({ type: 'integer', minimum: 1, maximum: MAX_PAGE, default: DEFAULT_PAGE, description: 'At most so many items.' }),
  cursor: z.string().optional().openapi({ description: 'Where the last page ended, as its `Link` header (rel="next") says; opaque.' }),
});

const encode = (key: string): string => Buffer.from(key, 'utf8').toString('base64url');
const decode = (cursor: string): string => Buffer.from(cursor, 'base64url').toString('utf8');

/**
 * One page of a list in a fixed order: the items after the one the cursor names. When more follow, the answer's `Link` header (RFC 8288)
 * names the next page. A cursor whose item is no longer there is refused.
 * @param keyOf a key unique in the list
 */
export function pageOf<T>(c: Context, items: readonly T[], page: z.output<typeof pageQuery>, keyOf: (item: T) => string): readonly T[] {
  let from = 0;
  if (page.cursor !== undefined && page.cursor !== '') {
    const key = decode(page.cursor);
    from = items.findIndex((item) => keyOf(item) === key) + 1;
    if (from === 0) throw new ApiRefusal('usage', 'The cursor names no item of this list any more; begin again without it.');
  }
  const part = items.slice(from, from + page.limit);
  const last = part.at(-1);
  if (last !== undefined && from + page.limit < items.length) linkNext(c, encode(keyOf(last)));
  return part;
}

function linkNext(c: Context, cursor: string): void {
  const url = new URL(c.req.url);
  url.searchParams.set('cursor', cursor);
  c.header('Link', `<${url.pathname}${url.search}>; rel="next"`);
}
