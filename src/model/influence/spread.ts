import { err, ok, type Result } from '../../domain/result.js';
import { deGroot, type DeGrootLimit } from './degroot.js';
import { friedkinJohnsen } from './friedkin-johnsen.js';
import { listeningMatrix, type Matrix } from './matrix.js';

/** A member as influence sees it. */
export interface Listener {
  /** First view, 0–1; null when nothing is known of it. */
  readonly view: number | null;
  /** 0–1: share of its own first view that it keeps in each round; of no account without a view. */
  readonly stubbornness: number;
}

/** Indices into the listeners: `to` hears `from`. */
export interface Channel {
  readonly from: number;
  readonly to: number;
  /** Above 0. */
  readonly weight: number;
}

export interface Spread {
  /** View of each in the end; null for one that hears nobody with a view. */
  readonly ends: readonly (number | null)[];
  /** total[i][j]: how far i moves in the end when the first view of j moves by 1; 0 where either has no view in the end. */
  readonly total: Matrix;
  /** Where the same attention leads when nobody is stubborn, among those with a view of their own. */
  readonly pliant: DeGrootLimit;
}

/**
 * Friedkin and Johnsen's model on a network in which some are silent. A silent member takes its view from those it hears and passes it on;
 * one that hears nobody with a view, however far off, is left out. Fails with a sentence when the model has no limit. O(n³).
 * @param selfWeight attention of a member with a view to itself, beside the weights of its channels
 */
export function spread(listeners: readonly Listener[], channels: readonly Channel[], selfWeight: number): Result<Spread, string> {
  const reached = new Set(listeners.flatMap((l, i) => (l.view === null ? [] : [i])));
  const speaking = [...reached];
  for (let grew = true; grew; ) {
    grew = false;
    for (const c of channels) {
      if (!reached.has(c.from) || reached.has(c.to)) continue;
      reached.add(c.to);
      grew = true;
    }
  }
  const inside = listeners.flatMap((_, i) => (reached.has(i) ? [i] : []));
  const matrixOf = (members: readonly number[]): Matrix => {
    const place = new Map(members.map((m, k) => [m, k]));
    const heard = channels.flatMap((c) => {
      const [source, listener] = [place.get(c.from), place.get(c.to)];
      return source === undefined || listener === undefined ? [] : [{ listener, source, weight: c.weight }];
    });
    return listeningMatrix(members.length, heard, (k) => (listeners[members[k] ?? 0]?.view === null ? 0 : selfWeight));
  };
  const views = inside.map((i) => listeners[i]?.view ?? 0);
  const limit = friedkinJohnsen(matrixOf(inside), inside.map((i) => (listeners[i]?.view === null ? 1 : 1 - (listeners[i]?.stubbornness ?? 0))), views);
  if (!limit.ok) return limit;
  const pliant = deGroot(matrixOf(speaking), speaking.map((i) => listeners[i]?.view ?? 0));
  if (!pliant.ok) return err(pliant.error);
  const at = new Map(inside.map((i, k) => [i, k]));
  return ok({
    ends: listeners.map((_, i) => (at.has(i) ? (limit.value.limits[at.get(i) ?? 0] ?? null) : null)),
    total: listeners.map((_, i) => listeners.map((_x, j) => (at.has(i) && at.has(j) ? (limit.value.total[at.get(i) ?? 0]?.[at.get(j) ?? 0] ?? 0) : 0))),
    pliant: pliant.value,
  });
}
