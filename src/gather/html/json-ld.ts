import { normaliseLine } from '../normalise-text.js';

/** The article that a page describes in schema.org JSON-LD. */
export interface JsonLdArticle {
  readonly headline?: string;
  readonly publisher?: string;
  readonly datePublished?: string;
}

type JsonObject = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const MOST_NODES = 10_000;

/**
 * Reads the first article among a page's JSON-LD blocks (also inside `@graph` and arrays, with publishers given by `@id`). Blocks that
 * are not JSON are skipped: they are the page's fault, and the other sources of metadata remain. Null when there is no article.
 */
export function readJsonLd(blocks: readonly string[]): JsonLdArticle | null {
  const nodes: JsonObject[] = [];
  for (const block of blocks) collect(parseBlock(block), nodes);
  const article = nodes.find((node) => typesOf(node).some((type) => /(Article|BlogPosting|Report)$/.test(type)));
  if (!article) return null;
  const headline = textOf(article.headline) ?? textOf(article.name);
  const publisher = publisherName(article, nodes);
  const datePublished = textOf(article.datePublished);
  return {
    ...(headline === undefined ? {} : { headline }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(datePublished === undefined ? {} : { datePublished }),
  };
}

function parseBlock(block: string): unknown {
  try {
    return JSON.parse(
      block.replace(/^\s*(?:<!\[CDATA\[|<!--|\/\*<!\[CDATA\[\*\/)|(?:\]\]>|-->|\/\*\]\]>\*\/)\s*$/g, ''),
    );
  } catch {
    return null;
  }
}

function collect(value: unknown, nodes: JsonObject[]): void {
  const queue: unknown[] = [value];
  for (let i = 0; i < queue.length && i < MOST_NODES; i += 1) {
    const item = queue[i];
    if (Array.isArray(item)) queue.push(...item.slice(0, MOST_NODES));
    else if (isObject(item)) {
      nodes.push(item);
      queue.push(item['@graph'], item.mainEntity, item.mainEntityOfPage);
    }
  }
}

function typesOf(node: JsonObject): string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).filter((t): t is string => typeof t === 'string');
}

function publisherName(article: JsonObject, nodes: readonly JsonObject[]): string | undefined {
  const given: unknown = Array.isArray(article.publisher) ? article.publisher[0] : article.publisher;
  if (!isObject(given)) return textOf(given);
  const id = given['@id'];
  return textOf(given.name) ?? textOf(nodes.find((node) => node['@id'] === id && node.name !== undefined)?.name);
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? normaliseLine(value) : undefined);
