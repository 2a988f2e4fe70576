import type { Fetcher, FetcherOptions } from './fetcher.js';

/** A fetcher, its HTTP client loaded when the first is opened: most commands fetch nothing. */
export async function openFetcher(options: FetcherOptions = {}): Promise<Fetcher> {
  const { Fetcher: Opened } = await import('./fetcher.js');
  return new Opened(options);
}
