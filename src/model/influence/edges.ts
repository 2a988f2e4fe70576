import defaults from '../../../knowledge/models/influence.json' with { type: 'json' };
import type { IsoDate, StateCode } from '../../domain/ids.js';
import type { InfluenceEdge } from '../../domain/influence.js';
import { allBodies, rosterAt } from '../../knowledge/bodies.js';
import { areNeighbours } from '../../knowledge/neighbours.js';

/** Every ordered pair of different members. */
const pairs = (roster: readonly StateCode[]): (readonly [StateCode, StateCode])[] => roster.flatMap((from) => roster.flatMap((to) => (from === to ? [] : [[from, to] as const])));

/** Edges both ways between members with a common land border. */
export const neighbourEdges = (roster: readonly StateCode[]): InfluenceEdge[] =>
  pairs(roster).flatMap(([from, to]) => (areNeighbours(from, to) ? [{ from, to, weight: defaults.weights.neighbour, basis: 'neighbour' as const, note: 'a common land border' }] : []));

/** Edges both ways between members that sit together in other bodies than the one that decides: a weight for each, up to a most. */
export function sharedBodyEdges(roster: readonly StateCode[], deciding: string, day: IsoDate): InfluenceEdge[] {
  const bodies = allBodies().filter((b) => b.id !== deciding).map((b) => ({ name: b.name, members: new Set<StateCode>(rosterAt(b, day)) }));
  return pairs(roster).flatMap(([from, to]) => {
    const shared = bodies.filter((b) => b.members.has(from) && b.members.has(to)).map((b) => b.name);
    const weight = Math.min(defaults.mostFromBodies, shared.length * defaults.weights['shared-body']);
    return shared.length === 0 ? [] : [{ from, to, weight, basis: 'shared-body' as const, note: `both in ${shared.join(', ')}` }];
  });
}

/** Agreement of two members in roll calls: 0 (always apart) to 1 (always together), over so many votes. */
export interface Agreement {
  readonly a: StateCode;
  readonly b: StateCode;
  readonly agreement: number;
  readonly votes: number;
}

/** Edges both ways between members that vote together more than by halves; always together gives the full weight. */
export const agreementEdges = (agreements: readonly Agreement[]): InfluenceEdge[] =>
  agreements.flatMap(({ a, b, agreement, votes }) => {
    const weight = defaults.weights['voting-agreement'] * Math.max(0, 2 * agreement - 1);
    const note = `agree in ${(100 * agreement).toFixed(0)} % of ${String(votes)} roll calls`;
    return weight > 0 ? ([[a, b], [b, a]] as const).map(([from, to]) => ({ from, to, weight, basis: 'voting-agreement' as const, note })) : [];
  });

/** One edge for each pair of members. */
export interface JoinedEdge {
  readonly from: StateCode;
  readonly to: StateCode;
  readonly weight: number;
  /** What it is made of. */
  readonly parts: readonly InfluenceEdge[];
}

/**
 * Joins edges of one pair: weights add up, at most to 1; what a person gave replaces all else (0 removes the edge). Only pairs within the
 * roster are kept, in its order.
 */
export function joinEdges(edges: readonly InfluenceEdge[], roster: readonly StateCode[]): JoinedEdge[] {
  const byPair = new Map<string, InfluenceEdge[]>();
  for (const e of edges) byPair.set(`${e.from}>${e.to}`, [...(byPair.get(`${e.from}>${e.to}`) ?? []), e]);
  return pairs(roster).flatMap(([from, to]) => {
    const all = byPair.get(`${from}>${to}`) ?? [];
    const hand = all.filter((e) => e.basis === 'hand');
    const parts = hand.length > 0 ? hand : all;
    const weight = Math.min(1, parts.reduce((s, e) => s + e.weight, 0));
    return weight > 0 ? [{ from, to, weight, parts }] : [];
  });
}
