import data from '../../knowledge/land-borders.json' with { type: 'json' };

const neighbours: ReadonlyMap<string, ReadonlySet<string>> = new Map(Object.entries(data.neighbours).map(([state, others]) => [state, new Set(others)]));

/** Whether two states have a common land border today. */
export const areNeighbours = (a: string, b: string): boolean => neighbours.get(a)?.has(b) ?? false;

/** Every state that has a land border, with its neighbours, in the order of codes. */
export const landBorders = (): ReadonlyMap<string, ReadonlySet<string>> => neighbours;
