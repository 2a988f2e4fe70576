import type { Failure } from '../../domain/failure.js';
import { err, ok, type Result } from '../../domain/result.js';
import { enumerateGame, MOST_ENUMERATED } from './enumerate.js';
import { approximately, exactly, factorials, gcd, type Quantity } from './fraction.js';
import { normalise, thresholdBySize, type NormalGame, type PowerGame } from './game.js';
import { headCounts, MOST_HEADS } from './head-counts.js';
import { deeganPackelByQuadrature, shapleyByQuadrature } from './quadrature.js';
import { MOST_COUNTED } from './residues.js';
import { MOST_MET_IN_THE_MIDDLE, smallCountsBySize, smallMinimalBySize } from './small-counts.js';
import { lengthFor, weightedCountsBySize, weightedSwings, type CountsBySize } from './weighted-counts.js';

/** One member's power. `null` where the index is not defined (nobody wins) or not computed for so large a game. */
export interface MemberPower {
  readonly member: string;
  /** Losing coalitions without the member that win with it. */
  readonly swings: string;
  /** swings / 2^(n−1) (Penrose 1946, Banzhaf 1965). */
  readonly banzhafAbsolute: Quantity | null;
  /** swings / all members' swings. */
  readonly banzhafNormalised: Quantity | null;
  /** Chance of being pivotal in a random order (Shapley and Shubik 1954). */
  readonly shapleyShubik: Quantity | null;
  /** Equal share of each minimal winning coalition, these being equally likely (Deegan and Packel 1978). */
  readonly deeganPackel: Quantity | null;
  /** swings / winning coalitions (Coleman 1971): power to prevent. */
  readonly colemanPrevent: Quantity | null;
  /** swings / losing coalitions (Coleman 1971): power to initiate. */
  readonly colemanInitiate: Quantity | null;
}

/** Power in a simple game. Counts are whole numbers as strings. */
export interface PowerReport {
  readonly id: string;
  readonly title: string;
  readonly winningCoalitions: string;
  /** Null where they are not counted exactly. */
  readonly minimalWinningCoalitions: string | null;
  readonly totalSwings: string;
  /** winning coalitions / 2^n. */
  readonly colemanPowerToAct: Quantity | null;
  readonly members: readonly MemberPower[];
  /** How it was computed, one sentence each, with what is not exact. */
  readonly method: readonly string[];
}

/** Work that a pass by size over weights may take, in additions; seconds. */
const MOST_ADDITIONS = 1.5e9;
/** Cells of 8 bytes that it may hold. */
const MOST_CELLS = 6e7;
/** Work of a quadrature, in multiplications; minutes. */
const MOST_MULTIPLICATIONS = 2e11;

/**
 * Power indices of a simple game. Exact fractions to 34 members with any rule over sizes and one weight (the EU's double majority with its
 * blocking clause: milliseconds), to 29 members with any rule, and beyond that wherever the weights are small enough to count by size.
 * Larger weighted games (the IMF's 190 members) have exact swings; Shapley–Shubik comes from quadrature, 12 digits good or better.
 * Fails for larger games of mixed rules, with a sentence that says the limit.
 */
export function power(game: PowerGame): Result<PowerReport, Failure> {
  const normal = normalise(game);
  const { n } = normal;
  if (normal.vectors.some((v) => total(v) > Number.MAX_SAFE_INTEGER)) return err({ code: 'usage', category: 'unsupported', message: `The weights of the game "${game.id}" add up to more than 2^53 once they are whole numbers; scale them down.` });
  const [weights] = normal.vectors;
  if (weights === undefined) {
    if (n > MOST_HEADS) return err(tooLarge(game, normal));
    const { winning, minimal } = headCounts(normal);
    return ok(report(game, fromSizes(n, winning), shareOf(minimal), ['Exact, by binomials: only the number of members counts.']));
  }
  if (normal.vectors.length === 1) {
    const least = thresholdBySize(normal);
    if (n <= MOST_MET_IN_THE_MIDDLE) return ok(report(game, fromSizes(n, smallCountsBySize(weights, least)), shareOf(smallMinimalBySize(weights, least)), ['Exact, by meeting in the middle over sizes and weights.']));
    if (n > MOST_COUNTED) return err(tooLarge(game, normal));
    const length = lengthFor(weights, least);
    const single = singleQuota(normal);
    const deegan = (): Shares | null => (single !== null && (n * n * single) / 2 < MOST_ADDITIONS ? { values: deeganPackelByQuadrature(weights, single).values, minimal: null } : null);
    const noDeegan = 'Deegan–Packel is left out: the game is too large for it.';
    if ((n * n * length) / 2 * Math.ceil(n / 44) <= MOST_ADDITIONS && n * length <= MOST_CELLS) {
      const shares = deegan();
      return ok(report(game, fromSizes(n, weightedCountsBySize(weights, least)), shares, ['Exact, by generating function over sizes and weights.', shares ? 'Deegan–Packel by Gauss–Legendre quadrature.' : noDeegan]));
    }
    if (single !== null && (n * n * Math.min(single, total(weights) - single + 1)) / 2 <= MOST_MULTIPLICATIONS) {
      const { winning, swings } = weightedSwings(weights, single);
      const shares = deegan();
      return ok(report(game, { n, winning, swings, shapley: shapleyByQuadrature(weights, single).map(approximately) }, shares, ['Swings exact, by generating function; Shapley–Shubik by Gauss–Legendre quadrature, 12 digits good or better.', shares ? 'Deegan–Packel by Gauss–Legendre quadrature.' : noDeegan]));
    }
  } else if (n <= MOST_ENUMERATED) {
    const { winning, minimal } = enumerateGame(normal);
    return ok(report(game, fromSizes(n, winning), shareOf(minimal), ['Exact, by enumeration of all coalitions.']));
  }
  return err(tooLarge(game, normal));
}

const tooLarge = (game: PowerGame, { n, vectors }: NormalGame): Failure => ({
  code: 'usage',
  category: 'unsupported',
  message: `The game "${game.id}" is too large: ${String(n)} members with ${String(vectors.length)} weight vectors; with two or more vectors ${String(MOST_ENUMERATED)} members are possible, with one ${String(MOST_COUNTED)}, fewer the larger the weights are, with heads alone ${String(MOST_HEADS)}.`,
});

const total = (weights: readonly number[]): number => weights.reduce((a, b) => a + b, 0);

/** The quota when the whole game is one weighted test or one head count. */
function singleQuota(game: NormalGame): number | null {
  const [only, ...others] = game.alternatives;
  const test = only?.[0];
  return others.length === 0 && only?.length === 1 && test !== undefined && test.quota >= 1 ? test.quota : null;
}

interface Swings {
  readonly n: number;
  readonly winning: bigint;
  readonly swings: readonly bigint[];
  readonly shapley: readonly (Quantity | null)[];
}

/** Swings and Shapley values from winning coalitions by size: a winning coalition of s with i, less one without i, by their chances in a random order. */
function fromSizes(n: number, counts: CountsBySize): Swings {
  const f = factorials(n);
  const winning = sum(counts.all);
  const orders = f[n] ?? 1n;
  return {
    n,
    winning,
    swings: perRow(counts.of, (row) => 2n * sum(row) - winning),
    shapley: perRow(counts.of, (row) => {
      let pivots = 0n;
      for (let s = 0; s <= n; s++) {
        const [withIt, without] = [row[s] ?? 0n, (counts.all[s] ?? 0n) - (row[s] ?? 0n)];
        if (s >= 1) pivots += withIt * (f[s - 1] ?? 1n) * (f[n - s] ?? 1n);
        if (s < n) pivots -= without * (f[s] ?? 1n) * (f[n - s - 1] ?? 1n);
      }
      return exactly(pivots, orders);
    }),
  };
}

/** A value for each row; members that share a row share its value. */
function perRow<T>(rows: readonly (readonly bigint[])[], of: (row: readonly bigint[]) => T): readonly T[] {
  const known = new Map<readonly bigint[], T>();
  return rows.map((row) => {
    const found = known.get(row) ?? of(row);
    known.set(row, found);
    return found;
  });
}

interface Shares {
  readonly values: readonly (readonly [bigint, bigint] | number)[];
  readonly minimal: bigint | null;
}

/** Deegan–Packel shares from minimal winning coalitions by size. */
function shareOf(minimal: CountsBySize): Shares {
  const count = sum(minimal.all);
  return {
    minimal: count,
    values: perRow(minimal.of, (row) => {
      let [num, den] = [0n, 1n];
      row.forEach((c, s) => {
        if (s === 0) return;
        num = num * BigInt(s) + c * den;
        den *= BigInt(s);
        const g = gcd(num, den) || 1n;
        num /= g;
        den /= g;
      });
      return [num, den * count] as const;
    }),
  };
}

const sum = (numbers: readonly bigint[]): bigint => numbers.reduce((a, b) => a + b, 0n);

function report(game: PowerGame, counted: Swings, shares: Shares | null, method: readonly string[]): PowerReport {
  const all = 1n << BigInt(counted.n);
  const totalSwings = sum(counted.swings);
  return {
    id: game.id,
    title: game.title,
    winningCoalitions: String(counted.winning),
    minimalWinningCoalitions: shares?.minimal === null || shares === null ? null : String(shares.minimal),
    totalSwings: String(totalSwings),
    colemanPowerToAct: exactly(counted.winning, all),
    members: game.members.map((member, i): MemberPower => {
      const swings = counted.swings[i] ?? 0n;
      const share = shares?.values[i];
      return {
        member,
        swings: String(swings),
        banzhafAbsolute: exactly(swings, all / 2n),
        banzhafNormalised: exactly(swings, totalSwings),
        shapleyShubik: counted.shapley[i] ?? null,
        deeganPackel: share === undefined ? null : typeof share === 'number' ? approximately(share) : exactly(share[0], share[1]),
        colemanPrevent: exactly(swings, counted.winning),
        colemanInitiate: exactly(swings, all - counted.winning),
      };
    }),
    method,
  };
}
