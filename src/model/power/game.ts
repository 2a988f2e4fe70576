import { z } from 'zod';
import type { Failure } from '../../domain/failure.js';
import { err, ok, type Result } from '../../domain/result.js';

/** A simple game's rule: which coalitions win. Every rule is monotone. */
export type GameRule =
  | { readonly type: 'weighted'; readonly quota: number; readonly weights: readonly number[] }
  | { readonly type: 'count'; readonly quota: number }
  | { readonly type: 'veto-count'; readonly quota: number; readonly vetoMembers: readonly string[] }
  | { readonly type: 'and' | 'or'; readonly of: readonly GameRule[] };

/** Members by name and the rule that says which of their coalitions win. */
export interface PowerGame {
  readonly id: string;
  readonly title: string;
  readonly members: readonly string[];
  readonly rule: GameRule;
}

const amount = z.number('write a number').nonnegative('write 0 or more');
const ruleShape: z.ZodType<GameRule> = z.lazy(() =>
  z.discriminatedUnion(
    'type',
    [
      z.object({ type: z.literal('weighted'), quota: amount, weights: z.array(amount).min(1) }),
      z.object({ type: z.literal('count'), quota: amount }),
      z.object({ type: z.literal('veto-count'), quota: amount, vetoMembers: z.array(z.string()).min(1) }),
      z.object({ type: z.literal('and'), of: z.array(ruleShape).min(1) }),
      z.object({ type: z.literal('or'), of: z.array(ruleShape).min(1) }),
    ],
    'a rule needs a type: weighted, count, veto-count, and, or',
  ),
) as z.ZodType<GameRule>;

const gameShape = z.object(
  {
    id: z.string().default('game'),
    title: z.string().default(''),
    /** How many, or their names. */
    members: z.union([z.number().int('members is a whole number').positive('members is a number above 0'), z.array(z.string()).min(1)], 'members is a number or a list of names').optional(),
    names: z.array(z.string()).optional(),
    expected: z.array(z.object({ member: z.string() })).optional(),
    rule: ruleShape,
  },
  'a game is an object with members and a rule',
);

/**
 * Reads a game from parsed JSON: `{members, rule, names?}`, a case of `power-cases/1` (names from `expected`), or names missing
 * altogether, when members with a veto come first and the rest are called M1, M2, …. `where` names the input in the message.
 */
export function parseGame(raw: unknown, where: string): Result<PowerGame, Failure> {
  const parsed = gameShape.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const at = issue?.path.map(String).join('.') ?? '';
    return err(malformedGame(where, `${at === '' ? '' : `${at}: `}${issue?.message ?? 'unreadable'}`));
  }
  const g = parsed.data;
  const size = sizesIn(g.rule, typeof g.members === 'number' ? g.members : undefined);
  const named = Array.isArray(g.members) ? g.members : (g.names ?? g.expected?.map((e) => e.member));
  const n = named?.length ?? size[0];
  if (n === undefined) return err(malformedGame(where, 'members: say how many members there are'));
  if (size.some((s) => s !== n)) return err(malformedGame(where, `rule: weights and members differ in number (${[...new Set([n, ...size])].join(', ')})`));
  const members = named ?? namesFor(n, vetoNames(g.rule));
  if (new Set(members).size !== n) return err(malformedGame(where, 'members: two members have one name'));
  const strangers = vetoNames(g.rule).filter((v) => !members.includes(v));
  if (strangers.length > 0) return err(malformedGame(where, `rule.vetoMembers: ${strangers.join(', ')} are no members`));
  return ok({ id: g.id, title: g.title, members, rule: g.rule });
}

/** The failure that a wrong game gives. */
export const malformedGame = (where: string, what: string): Failure => ({ code: 'question-malformed', category: 'caller', message: `The game in ${where} is wrong: ${what}.` });

function sizesIn(rule: GameRule, stated: number | undefined): readonly number[] {
  const inside = (r: GameRule): readonly number[] => (r.type === 'weighted' ? [r.weights.length] : r.type === 'and' || r.type === 'or' ? r.of.flatMap(inside) : []);
  return [...(stated === undefined ? [] : [stated]), ...inside(rule)];
}

const vetoNames = (rule: GameRule): readonly string[] => (rule.type === 'veto-count' ? rule.vetoMembers : rule.type === 'and' || rule.type === 'or' ? [...new Set(rule.of.flatMap(vetoNames))] : []);

const namesFor = (n: number, first: readonly string[]): readonly string[] => [...first, ...Array.from({ length: Math.max(0, n - first.length) }, (_, i) => `M${String(i + 1)}`)];

/** A coalition's weight under one vector must reach the quota. Whole numbers. */
export interface Threshold {
  /** Index into `NormalGame.vectors`, or null for a head count. */
  readonly vector: number | null;
  readonly quota: number;
}

/** A game as a disjunction of conjunctions over few weight vectors. */
export interface NormalGame {
  readonly n: number;
  /** Distinct weight vectors that are not mere head counts, in whole numbers without a common divisor. */
  readonly vectors: readonly (readonly number[])[];
  readonly alternatives: readonly (readonly Threshold[])[];
}

/** Scales weights to whole numbers, turns vetoes into weights and merges equal vectors. */
export function normalise(game: PowerGame): NormalGame {
  const n = game.members.length;
  const vectors: number[][] = [];
  const threshold = (weights: readonly number[], quota: number): Threshold => {
    const [whole, wholeQuota] = toWhole(weights, quota);
    const divisor = whole.reduce(gcdOf, 0) || 1;
    const scaled = whole.map((w) => w / divisor);
    const q = Math.ceil(wholeQuota / divisor);
    if (scaled.every((w) => w === scaled[0])) return { vector: null, quota: scaled[0] === 0 ? (q <= 0 ? 0 : n + 1) : q };
    const known = vectors.findIndex((v) => v.every((w, i) => w === scaled[i]));
    if (known >= 0) return { vector: known, quota: q };
    return { vector: vectors.push(scaled) - 1, quota: q };
  };
  const expand = (rule: GameRule): readonly (readonly Threshold[])[] => {
    switch (rule.type) {
      case 'weighted':
        return [[threshold(rule.weights, rule.quota)]];
      case 'count':
        return [[{ vector: null, quota: Math.ceil(rule.quota) }]];
      case 'veto-count': {
        // Every veto member weighs more than all others together: all of them and `quota` heads in one weighted test.
        const veto = new Set(rule.vetoMembers);
        const heavy = n - veto.size + 1;
        return [[threshold(game.members.map((m) => (veto.has(m) ? heavy : 1)), heavy * veto.size + Math.max(0, Math.ceil(rule.quota) - veto.size))]];
      }
      case 'or':
        return rule.of.flatMap(expand);
      case 'and':
        return rule.of.reduce<readonly (readonly Threshold[])[]>((acc, part) => acc.flatMap((a) => expand(part).map((b) => [...a, ...b])), [[]]);
    }
  };
  return { n, alternatives: expand(game.rule), vectors };
}

const gcdOf = (a: number, b: number): number => (b === 0 ? a : gcdOf(b, a % b));

/** Decimal weights (18.49, 1e-7) times a power of ten. */
function toWhole(weights: readonly number[], quota: number): readonly [readonly number[], number] {
  const places = Math.max(...[...weights, quota].map(placesOf));
  const scale = 10 ** places;
  return [weights.map((w) => Math.round(w * scale)), Math.round(quota * scale)];
}

/** Digits after the decimal point. */
function placesOf(x: number): number {
  const [mantissa, exponent] = String(x).split('e');
  return Math.max(0, (mantissa?.split('.')[1]?.length ?? 0) - Number(exponent ?? 0));
}

/**
 * With at most one weight vector, whether a coalition wins depends on its size and weight alone: the least winning weight of each size,
 * Infinity where none wins, −Infinity where all do.
 */
export function thresholdBySize(game: NormalGame): readonly number[] {
  return Array.from({ length: game.n + 1 }, (_, size) =>
    Math.min(
      Infinity,
      ...game.alternatives.map((all) =>
        Math.max(-Infinity, ...all.map((t) => (t.vector === null ? (size >= t.quota ? -Infinity : Infinity) : t.quota))),
      ),
    ),
  );
}
