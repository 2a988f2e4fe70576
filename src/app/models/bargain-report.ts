import { bargain, forecastOf, onDimension, type Bargained, type Chosen } from '../../model/bargaining/bargain.js';
import { CHALLENGE_DEFAULTS } from '../../model/bargaining/challenge-parameters.js';
import { centralActors, simulate, type Simulation, type UncertainActor } from '../../model/bargaining/monte-carlo.js';
import { nashSolution } from '../../model/bargaining/nash.js';
import { weightedMean, weightedMedian, type Median } from '../../model/bargaining/one-shot.js';
import { isUncertain } from '../../model/bargaining/uncertain.js';
import type { Failure } from '../../domain/failure.js';
import { err, ok, type Result } from '../../domain/result.js';
import { parsePairs } from '../pairs.js';
import { chooseModel } from './bargain-parameters.js';

/** What a bargaining model may be asked, as a command line or an address gives it. */
export interface BargainRequest {
  readonly model?: string;
  /** `NAME=VALUE,…`: parameters of the model. */
  readonly set?: string;
  /** Runs over uncertain inputs: 1,000 when absent and an input is uncertain, none when absent and none is. */
  readonly runs?: string;
  readonly seed?: string;
}

/** What the ends of the line mean, where positions come from stances. */
export interface Scale {
  readonly low: number;
  readonly lowMeans: string;
  readonly high: number;
  readonly highMeans: string;
}

/** The answer of `holdout bargain --json`. Positions are in the unit of the actors' file. */
export interface BargainReport {
  readonly model: Chosen['model'];
  /** The parameters in use, defaults too: the answer is only as good as this reading. */
  readonly parameters: Chosen['parameters'];
  readonly sentence: string;
  /** One value a dimension; null when the model has no answer. */
  readonly forecast: readonly number[] | null;
  /** The simple models on the same actors, a dimension each: what anything more elaborate has to be compared with. */
  readonly baselines: readonly { readonly median: Median | null; readonly mean: number | null; readonly nash: number | null }[];
  readonly actors: readonly {
    readonly name: string;
    readonly positions: readonly number[];
    readonly capability: number;
    readonly saliences: readonly number[];
    readonly uncertain: boolean;
    /** Where the model leaves it; null for models without moves. */
    readonly ends: readonly number[] | null;
  }[];
  /** Rounds with everybody's positions, risk exponents and moves (challenge), or turns (ktab); names instead of indices. */
  readonly rounds: readonly {
    readonly median?: number;
    readonly mean?: number;
    readonly positions: Readonly<Record<string, readonly number[]>>;
    readonly risk?: Readonly<Record<string, number>>;
    readonly moves: readonly { readonly actor: string; readonly pressedBy: string; readonly kind: string; readonly from: readonly number[]; readonly to: readonly number[] }[];
  }[];
  /** Whom each actor moved, over all rounds: times and distance. */
  readonly pressure: readonly { readonly actor: string; readonly moves: number; readonly distance: number }[];
  readonly settled: boolean | null;
  /** First-turn matrices of KTAB's model; null for the others. */
  readonly matrices: Extract<Bargained, { model: 'ktab' }>['run']['first'] | null;
  readonly simulation: Simulation | null;
  readonly scale: Scale | null;
  /** What was assumed, each a sentence. */
  readonly notes: readonly string[];
}

const MOST_RUNS = 1_000_000;
const DEFAULT_RUNS = 1000;
const usage = (message: string): Result<never, Failure> => err({ code: 'usage', category: 'caller', message });

/** Whole number of a flag, or a sentence that names it. */
export function wholeNumber(raw: string, flag: string, max: number): Result<number, Failure> {
  const value = Number(raw);
  return /^\d+$/.test(raw.trim()) && value <= max ? ok(value) : usage(`${flag} is "${raw}"; give a whole number from 0 to ${String(max)}.`);
}

/**
 * Runs a bargaining model on actors. `given` are parameters that came with the actors; those of the request come first.
 * @param where names the actors' file or question in messages
 */
export function bargainReport(actors: readonly UncertainActor[], request: BargainRequest, given: { readonly model?: string; readonly parameters?: Readonly<Record<string, string>> }, where: string, scale: Scale | null = null, notes: readonly string[] = []): Result<BargainReport, Failure> {
  const settings = parsePairs(request.set, 'Parameters', 'q=0.5,rounds=3');
  if (!settings.ok) return settings;
  const model = request.model ?? given.model ?? 'challenge';
  const chosen = chooseModel(model, { ...(model === (given.model ?? model) ? given.parameters : {}), ...settings.value });
  if (!chosen.ok) return chosen;
  const dimensions = actors[0]?.positions.length ?? 0;
  const uneven = actors.find((a) => a.positions.length !== dimensions || a.saliences.length !== dimensions);
  if (uneven) return err({ code: 'input-malformed', category: 'caller', message: `${where}: the actor "${uneven.name}" has ${String(uneven.positions.length)} positions and ${String(uneven.saliences.length)} saliences where others have ${String(dimensions)}; give each actor as many of both.` });
  if (dimensions > 1 && chosen.value.model === 'challenge') return usage(`The challenge model takes one dimension and ${where} has ${String(dimensions)}; use --model ktab, or keep one dimension.`);
  const seed = wholeNumber(request.seed ?? '1', '--seed', 2 ** 32 - 1);
  if (!seed.ok) return seed;
  const doubtful = actors.map((a) => [...a.positions, a.capability, ...a.saliences].some(isUncertain));
  const runs = wholeNumber(request.runs ?? String(doubtful.includes(true) ? DEFAULT_RUNS : 0), '--runs', MOST_RUNS);
  if (!runs.ok) return runs;
  const central = centralActors(actors);
  const answer = bargain(chosen.value, central, seed.value);
  const simulation = runs.value === 0 ? null : simulate(actors, runs.value, seed.value, (drawn, run) => forecastOf(chosen.value, drawn, seed.value + run + 1));
  const rounds = roundsOf(answer, central.map((a) => a.name));
  const report: Omit<BargainReport, 'sentence'> = {
    model: chosen.value.model,
    parameters: chosen.value.parameters,
    forecast: answer.forecast,
    baselines: Array.from({ length: dimensions }, (_, z) => onDimension(central, z)).map((line) => ({ median: weightedMedian(line), mean: weightedMean(line), nash: nashSolution(line) })),
    actors: central.map((a, i) => ({ ...a, uncertain: doubtful[i] ?? false, ends: rounds.at(-1)?.positions[a.name] ?? null })),
    rounds,
    pressure: pressureOf(rounds),
    settled: 'run' in answer ? (answer.run?.settled ?? null) : null,
    matrices: answer.model === 'ktab' ? answer.run.first : null,
    simulation,
    scale,
    notes: [...notes, ...(chosen.value.model === 'challenge' ? ['The challenge model was never published as code; the parameters say which reading of it this is, and another reading may give another answer.'] : [])],
  };
  return ok({ ...report, sentence: bargainSentence(report) });
}

function roundsOf(answer: Bargained, names: readonly string[]): BargainReport['rounds'] {
  const byName = <T>(values: readonly T[]): Record<string, T> => Object.fromEntries(names.map((name, i) => [name, values[i]] as [string, T]));
  const nameOf = (i: number): string => names[i] ?? '';
  switch (answer.model) {
    case 'challenge':
      return (answer.run?.rounds ?? []).map((r) => ({
        median: r.median,
        mean: r.mean,
        positions: byName(r.positions.map((x) => [x])),
        risk: byName(r.risk),
        moves: r.moves.map((m) => ({ actor: nameOf(m.actor), pressedBy: nameOf(m.pressedBy), kind: m.kind, from: [m.from], to: [m.to] })),
      }));
    case 'ktab':
      return answer.run.turns.map((turn, t, turns) => {
        const before = turns[t - 1];
        const moved = (before?.positions ?? []).flatMap((from, i) => {
          const to = turn.positions[i] ?? from;
          const by = before?.bargains.find((b) => (b.by === i || b.to === i) && b.point.every((x, z) => x === to[z]));
          return to.every((x, z) => x === from[z]) || !by ? [] : [{ actor: nameOf(i), pressedBy: nameOf(by.by === i ? by.to : by.by), kind: 'bargain', from, to }];
        });
        return { positions: byName(turn.positions), moves: moved };
      });
    default:
      return [];
  }
}

function pressureOf(rounds: BargainReport['rounds']): BargainReport['pressure'] {
  const total = new Map<string, { moves: number; distance: number }>();
  for (const move of rounds.flatMap((r) => r.moves)) {
    const known = total.get(move.pressedBy) ?? { moves: 0, distance: 0 };
    total.set(move.pressedBy, { moves: known.moves + 1, distance: known.distance + Math.hypot(...move.to.map((x, z) => x - (move.from[z] ?? 0))) });
  }
  return [...total].map(([actor, t]) => ({ actor, ...t })).sort((a, b) => b.distance - a.distance || (a.actor < b.actor ? -1 : 1));
}

export const round4 = (x: number): string => String(Number(x.toPrecision(5)));

const TITLES: Readonly<Record<Chosen['model'], string>> = { challenge: 'The challenge model', median: 'The weighted median', mean: 'The weighted mean', nash: 'Nash bargaining', ktab: 'KTAB’s spatial model' };

/** The forecast in words, with what it rests on. */
function bargainSentence(r: Omit<BargainReport, 'sentence'>): string {
  const title = TITLES[r.model];
  if (r.forecast === null) return r.model === 'nash' ? 'Nash bargaining has no solution: no point gives every actor more than disagreement does.' : `${title} has no answer: nobody has weight.`;
  const point = (values: readonly number[]): string => values.map(round4).join(', ');
  const scale = r.scale ? ` on a line from ${String(r.scale.low)} (${r.scale.lowMeans}) to ${String(r.scale.high)} (${r.scale.highMeans})` : '';
  const parts = [`${title} forecasts ${point(r.forecast)}${scale}`];
  const [first, start] = [r.rounds[0], r.rounds.length - 1];
  if (r.model === 'challenge' && first?.median !== undefined) {
    const way = first.median === r.forecast[0] ? `where it began` : `from ${round4(first.median)} at the start`;
    parts[0] += `, ${way}, after ${start === 1 ? 'one round' : `${String(start)} rounds`}${r.settled ? '' : ' without settling'}`;
  }
  const [top] = r.pressure;
  if (top) parts.push(`${top.actor} moves others most`);
  const spread = r.simulation?.dimensions[0]?.quantiles;
  if (r.simulation && spread) parts.push(`90 % of ${r.simulation.runs.toLocaleString('en-GB')} runs over the uncertain inputs lie between ${round4(spread[0]?.value ?? NaN)} and ${round4(spread.at(-1)?.value ?? NaN)}`);
  const [line] = r.baselines;
  if (line && r.model === 'challenge') parts.push(`the simple models say ${[line.median && `${round4(line.median.position)} (median)`, line.mean !== null && `${round4(line.mean)} (mean)`, line.nash !== null && `${round4(line.nash)} (Nash)`].filter(Boolean).join(', ')}`);
  return `${parts.join('; ')}.`;
}

/** Readings that differ from the defaults, for the table's foot. */
export function readingText(r: BargainReport): string {
  const entries = Object.entries(r.parameters as Readonly<Record<string, unknown>>);
  const show = (v: unknown): string => (typeof v === 'object' ? Object.entries(v as object).map(([k, x]) => `${k}:${String(x)}`).join() : String(v));
  return entries.map(([k, v]) => `${k}=${show(v)}${r.model === 'challenge' && v !== CHALLENGE_DEFAULTS[k as keyof typeof CHALLENGE_DEFAULTS] ? ' (not the default)' : ''}`).join(', ');
}
