import robotsParser from 'robots-parser';

/** What a host says to robots. */
export interface RobotRules {
  readonly allows: (url: URL) => boolean;
  /** Pause between requests that the host asks of us, in ms; at most a minute. */
  readonly delayMs: number;
}

const LONGEST_DELAY_MS = 60_000;
const LONGEST_LINE = 2_000;

export const EVERYTHING: RobotRules = { allows: () => true, delayMs: 0 };

/** The rules for one robot in a robots.txt (RFC 9309). Lines longer than an address can be are left out. */
export function parseRobots(address: URL, text: string, robot: string): RobotRules {
  const lines = text.split(/\r\n|[\r\n]/).filter((line) => line.length <= LONGEST_LINE);
  const rules = robotsParser(address.href, lines.join('\n'));
  const delay = rules.getCrawlDelay(robot) ?? 0;
  return {
    allows: (url) => rules.isAllowed(url.href, robot) !== false,
    delayMs: Number.isFinite(delay) ? Math.min(Math.max(delay, 0) * 1000, LONGEST_DELAY_MS) : 0,
  };
}
