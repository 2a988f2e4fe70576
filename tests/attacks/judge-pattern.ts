import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { checkSync } from 'recheck';
import type { Pattern } from './patterns.js';

export const VERDICTS = new URL('./safe-patterns.json', import.meta.url);

/** Names a pattern in the table of those that were judged safe. */
export const keyOf = ({ source, flags }: Pattern): string => createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 16);

/** Patterns that `npm run redos` judged safe, so that the tests need not judge them anew. */
export const knownSafe = (): ReadonlySet<string> => new Set((JSON.parse(readFileSync(VERDICTS, 'utf8')) as { safe: string[] }).safe);

/** Fewest of several runs, in milliseconds of this process. */
function cost(pattern: RegExp, text: string): number {
  let best = Infinity;
  for (let run = 0; run < 5; run += 1) {
    const began = process.cpuUsage();
    pattern.lastIndex = 0;
    pattern.test(text);
    const { user, system } = process.cpuUsage(began);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** Beyond this the engine's own stack may overflow. */
const LONGEST = 4_000_000;
/** Four times the text may cost four times as much; a square would cost sixteen. */
const MOST_GROWTH = 9;

/**
 * What is wrong with a pattern, or null: recheck's word for it, except where it only guesses from a run of bounded length (`{0,40}` looks
 * like a square until the bound is reached): then its own attack, pumped far beyond every bound, must cost no more than in proportion.
 */
export function faultOf(pattern: Pattern): string | null {
  const found = checkSync(pattern.source, pattern.flags, { timeout: 60_000 });
  if (found.status === 'safe') return null;
  if (found.status === 'unknown') return 'not decided';
  const { attack, complexity } = found;
  const what = `${complexity.summary}, e.g. ${attack.pattern.slice(0, 120)}`;
  if (found.checker !== 'fuzz' || complexity.type === 'exponential') return what;
  const pumped = (times: number): string => attack.pumps.reduce((text, { prefix, pump }) => text + prefix + pump.repeat(times), '') + attack.suffix;
  const made = new RegExp(pattern.source, pattern.flags);
  let times = 2_000;
  while (pumped(times * 8).length < LONGEST && cost(made, pumped(times)) < 20) times *= 2;
  return cost(made, pumped(times * 4)) / cost(made, pumped(times)) > MOST_GROWTH ? what : null;
}
