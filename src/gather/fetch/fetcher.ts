import { Agent, type Dispatcher } from 'undici';
import type { Failure } from '../../domain/failure.js';
import { failed } from '../failures.js';
import { parseMediaType } from '../inner-format.js';
import { MAX_INPUT_BYTES } from '../limits.js';
import { answered, explainFetch, TookTooLong } from './explain.js';
import { guardedConnector, systemResolve, type Resolve } from './guarded-connector.js';
import { backoffMs, seededRandom } from './jitter.js';
import type { FetchOutcome, Validators } from './outcome.js';
import { HostTurns, realPace, type Pace } from './pace.js';
import { ACCEPTED_CODINGS, readBody, saveBody } from './read-body.js';
import { retryAfterMs } from './retry-after.js';
import { EVERYTHING, parseRobots, type RobotRules } from './robots.js';
import { parseWebAddress, shownAddress } from './web-address.js';

/** What robots.txt calls us, and the start of our User-Agent. */
export const ROBOT = 'Holdout';

/** How much of everything a request may take. */
export interface FetchLimits {
  /** Of the body, sent and unpacked. */
  readonly bytes: number;
  readonly connectMs: number;
  /** From the turn to the last byte, of one try. */
  readonly totalMs: number;
  readonly redirects: number;
  readonly tries: number;
  /** Before the second try; doubled before each further one. */
  readonly backoffMs: number;
  /** The longest Retry-After that is waited for; a longer one ends the tries. */
  readonly retryAfterMs: number;
  /** Pause between two requests to one host. */
  readonly hostDelayMs: number;
  /** How long a robots.txt holds, and how long it is before one that could not be read is asked for again. */
  readonly robotsMs: number;
  readonly robotsRetryMs: number;
}

export const FETCH_LIMITS: FetchLimits = {
  bytes: MAX_INPUT_BYTES,
  connectMs: 10_000,
  totalMs: 60_000,
  redirects: 5,
  tries: 3,
  backoffMs: 1_000,
  retryAfterMs: 120_000,
  hostDelayMs: 1_000,
  robotsMs: 86_400_000,
  robotsRetryMs: 300_000,
};

/** What a fetcher needs from outside; all has a default. */
export interface FetcherOptions {
  /** Also fetch from private addresses and any port: for tests and an intranet. */
  readonly allowPrivate?: boolean;
  /** Who fetches, for the User-Agent: an address or a page about it. */
  readonly contact?: string;
  readonly limits?: Partial<FetchLimits>;
  readonly pace?: Pace;
  /** Seed of the jitter in back-off. */
  readonly seed?: number;
  readonly resolve?: Resolve;
}

const ROBOTS_BYTES = 512_000;
const ACCEPT =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/pdf, application/xml;q=0.9, text/plain;q=0.9, */*;q=0.5';

/**
 * Fetches web addresses for one process, politely and safely: public addresses alone, checked where the connection is made; robots.txt;
 * one request at a time to a host; limits on size and time; a few tries with growing pauses. Never throws for what the network does.
 */
export class Fetcher {
  readonly #agent: Agent;
  readonly #turns: HostTurns;
  readonly #limits: FetchLimits;
  readonly #pace: Pace;
  readonly #random: () => number;
  readonly #userAgent: string;
  readonly #allowPrivate: boolean;
  readonly #robots = new Map<string, { readonly until: number; readonly rules: Promise<RobotRules | Failed> }>();
  readonly #stop = new AbortController();

  constructor(options: FetcherOptions = {}) {
    this.#limits = { ...FETCH_LIMITS, ...options.limits };
    this.#pace = options.pace ?? realPace;
    this.#allowPrivate = options.allowPrivate ?? false;
    this.#random = seededRandom(options.seed ?? 0);
    this.#userAgent = `${ROBOT}/0.1 (reads news coverage; obeys robots.txt${options.contact === undefined ? '' : `; ${options.contact}`})`;
    this.#turns = new HostTurns(this.#pace, this.#limits.hostDelayMs);
    this.#agent = new Agent({
      ...(this.#allowPrivate
        ? { connect: { timeout: this.#limits.connectMs } }
        : { connect: guardedConnector(options.resolve ?? systemResolve, this.#limits.connectMs) }),
      connections: 1,
      pipelining: 1,
      maxHeaderSize: 32_768,
      headersTimeout: this.#limits.totalMs,
      bodyTimeout: this.#limits.totalMs,
    });
  }

  /** Fetches an address; with validators of an earlier answer it may be `unchanged`. @param signal ends it early, by throwing its reason */
  async fetch(address: string, validators: Validators = {}, signal?: AbortSignal): Promise<FetchOutcome> {
    const start = parseWebAddress(address, this.#allowPrivate);
    if (!start.ok) return refused(start.error);
    const stop = signal === undefined ? this.#stop.signal : AbortSignal.any([signal, this.#stop.signal]);
    return this.#tries(start.value, { validators, stop, isPage: true });
  }

  /**
   * Fetches a large file to a place of the disk, of at most `bytes` and within `totalMs`; else as `fetch`, and `bytes` of the outcome are
   * empty.
   */
  async download(address: string, file: string, limits: Pick<FetchLimits, 'bytes' | 'totalMs'>): Promise<FetchOutcome> {
    const start = parseWebAddress(address, this.#allowPrivate);
    if (!start.ok) return refused(start.error);
    return this.#tries(start.value, { validators: {}, stop: this.#stop.signal, isPage: true, download: { file, ...limits } });
  }

  /** Ends what is under way and closes all connections. */
  async close(): Promise<void> {
    this.#stop.abort(new Error('the fetcher is closed'));
    await this.#agent.destroy();
  }

  async #tries(start: URL, wish: Wish): Promise<FetchOutcome> {
    for (let attempt = 1; ; attempt += 1) {
      const { outcome, waitMs, isLast } = await this.#follow(start, wish);
      if (outcome.kind !== 'failed' || outcome.isPermanent || isLast || attempt >= this.#limits.tries) return outcome;
      if (waitMs !== null && waitMs > this.#limits.retryAfterMs) return outcome;
      const pause = waitMs ?? backoffMs(attempt, this.#limits.backoffMs, this.#random);
      this.#turns.holdUntil(start.host, this.#pace.now() + pause);
    }
  }

  /** One try, over its redirects; each hop is checked and takes its own host's turn. */
  async #follow(start: URL, wish: Wish): Promise<Tried> {
    let url = start;
    for (let hop = 0; hop <= this.#limits.redirects; hop += 1) {
      const rules = wish.isPage ? await this.#rulesOf(url, wish.stop) : EVERYTHING;
      if ('failure' in rules) return { outcome: withoutRobots(url, rules), waitMs: null, isLast: true };
      if (!rules.allows(url))
        return last(
          failed(
            'fetch-refused',
            `${shownAddress(url)} is not fetched, because robots.txt of ${url.host} asks robots to leave it; save the page and read the file.`,
          ).error,
        );
      const step = await this.#turns.take(url.host, wish.stop, () => this.#request(url, wish), rules.delayMs);
      if (!('location' in step)) return step;
      const next = parseWebAddress(step.location, this.#allowPrivate, url);
      if (!next.ok) return last(next.error);
      url = next.value;
    }
    return last(
      failed(
        'fetch-failed',
        `${shownAddress(start)} is redirected more than ${this.#limits.redirects} times, so it was left.`,
      ).error,
    );
  }

  async #request(url: URL, { validators, stop, isPage, download }: Wish): Promise<Tried | { readonly location: string }> {
    const limit = isPage ? (download?.bytes ?? this.#limits.bytes) : ROBOTS_BYTES;
    const totalMs = download?.totalMs ?? this.#limits.totalMs;
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(new TookTooLong()), totalMs);
    const signal = AbortSignal.any([stop, deadline.signal]);
    try {
      const response = await this.#agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'GET',
        signal,
        headers: {
          'user-agent': this.#userAgent,
          accept: isPage ? ACCEPT : 'text/plain',
          'accept-language': 'en',
          'accept-encoding': download === undefined ? ACCEPTED_CODINGS : 'identity',
          ...(validators.etag === undefined ? {} : { 'if-none-match': validators.etag }),
          ...(validators.lastModified === undefined ? {} : { 'if-modified-since': validators.lastModified }),
        },
      });
      return await this.#answer(url, response, limit, signal, download?.file);
    } catch (error) {
      stop.throwIfAborted();
      const cause = deadline.signal.aborted ? new TookTooLong() : error;
      const outcome = explainFetch(cause, url, limit, Math.round(totalMs / 1000));
      if (outcome === null) throw error;
      return { outcome, waitMs: null, isLast: false };
    } finally {
      clearTimeout(timer);
    }
  }

  async #answer(
    url: URL,
    response: Dispatcher.ResponseData,
    limit: number,
    signal: AbortSignal,
    file?: string,
  ): Promise<Tried | { readonly location: string }> {
    const { statusCode: status, headers, body } = response;
    const header = (name: string): string | undefined => {
      const value = headers[name];
      return Array.isArray(value) ? value[0] : value;
    };
    if (status !== 200) {
      // What the body says is of no use; a connection that would go on sending is closed.
      body.on('error', () => undefined);
      body.destroy();
      if (status === 304) return { outcome: { kind: 'unchanged' }, waitMs: null, isLast: true };
      const location = [301, 302, 303, 307, 308].includes(status) ? header('location') : undefined;
      if (location !== undefined) return { location };
      return {
        outcome: answered(url, status),
        waitMs: retryAfterMs(header('retry-after'), this.#pace.now()),
        isLast: false,
      };
    }
    const coding = header('content-encoding') ?? '';
    const bytes = file === undefined ? await readBody(body, coding, limit, signal) : await saveBody(body, coding, limit, signal, file);
    const { mediaType, charset } = parseMediaType(header('content-type'));
    const [etag, lastModified] = [header('etag'), header('last-modified')];
    return {
      waitMs: null,
      isLast: true,
      outcome: {
        kind: 'fetched',
        address: url.href,
        bytes,
        mediaType,
        ...(charset === undefined ? {} : { charset }),
        ...(etag === undefined ? {} : { etag }),
        ...(lastModified === undefined ? {} : { lastModified }),
      },
    };
  }

  /** A host's robots.txt: none at all allows everything, one that cannot be read forbids everything for a while (RFC 9309, 2.3.1). */
  async #rulesOf(url: URL, stop: AbortSignal): Promise<RobotRules | Failed> {
    const known = this.#robots.get(url.origin);
    if (known !== undefined && known.until > this.#pace.now()) return known.rules;
    const asking = this.#askRobots(new URL('/robots.txt', url), stop);
    // Whoever comes meanwhile waits for the same answer.
    this.#robots.set(url.origin, { until: Number.POSITIVE_INFINITY, rules: asking });
    try {
      const rules = await asking;
      const holdsMs = 'failure' in rules ? this.#limits.robotsRetryMs : this.#limits.robotsMs;
      this.#robots.set(url.origin, { until: this.#pace.now() + holdsMs, rules: asking });
      return rules;
    } catch (error) {
      this.#robots.delete(url.origin);
      throw error;
    }
  }

  async #askRobots(address: URL, stop: AbortSignal): Promise<RobotRules | Failed> {
    return rulesFrom(await this.#tries(address, { validators: {}, stop, isPage: false }), address);
  }
}

type Failed = Extract<FetchOutcome, { kind: 'failed' }>;

/** What is asked for. */
interface Wish {
  readonly validators: Validators;
  readonly stop: AbortSignal;
  /** A file to which the body goes. */
  readonly download?: Pick<FetchLimits, 'bytes' | 'totalMs'> & { readonly file: string };
  /** False for a robots.txt, which needs no leave of robots.txt. */
  readonly isPage: boolean;
}

interface Tried {
  readonly outcome: FetchOutcome;
  /** How long the server asks to wait before another try; null when it does not say. */
  readonly waitMs: number | null;
  /** Whether another try is of no use. */
  readonly isLast: boolean;
}

const refused = (failure: Failure): Failed => ({ kind: 'failed', isPermanent: true, failure });
const last = (failure: Failure): Tried => ({ outcome: refused(failure), waitMs: null, isLast: true });

function rulesFrom(outcome: FetchOutcome, address: URL): RobotRules | Failed {
  if (outcome.kind === 'fetched') return parseRobots(address, new TextDecoder().decode(outcome.bytes), ROBOT);
  if (outcome.kind === 'unchanged') return EVERYTHING;
  // An address that may not be fetched is refused again, with its own sentence, when the page is asked for.
  if (outcome.failure.code === 'fetch-refused') return EVERYTHING;
  const { status } = outcome;
  return status !== undefined && status >= 400 && status < 500 && status !== 429 ? EVERYTHING : outcome;
}

const withoutRobots = (url: URL, robots: Failed): Failed => ({
  ...robots,
  isPermanent: false,
  failure: {
    ...robots.failure,
    message: `${shownAddress(url)} waits for its host's robots.txt: ${robots.failure.message}`,
  },
});
