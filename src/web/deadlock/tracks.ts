/** Members that move together through every round, and their places from round to round. */
export interface Track {
  readonly members: readonly string[];
  /** 0–100, the start first; one alone where a model has no rounds. */
  readonly places: readonly number[];
}

interface Bargained {
  readonly actors: readonly { readonly name: string; readonly positions: readonly number[] }[];
  readonly rounds: readonly { readonly positions: Readonly<Record<string, readonly number[]>> }[];
}

/** The ways of all actors on the first dimension, those that are the same as one, from the top down. */
export function tracksOf({ actors, rounds }: Bargained): readonly Track[] {
  const ways = new Map<string, { members: string[]; places: readonly number[] }>();
  for (const actor of actors) {
    const places = rounds.length === 0 ? [actor.positions[0] ?? 0] : rounds.map((r) => r.positions[actor.name]?.[0] ?? actor.positions[0] ?? 0);
    const key = places.map((p) => p.toFixed(3)).join();
    const way = ways.get(key);
    if (way) way.members.push(actor.name);
    else ways.set(key, { members: [actor.name], places });
  }
  return [...ways.values()].sort((a, b) => (b.places[0] ?? 0) - (a.places[0] ?? 0));
}
