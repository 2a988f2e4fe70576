/** An undirected edge between two named nodes. */
export interface Edge {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

export interface Measures {
  /** Number of edges. */
  readonly degree: number;
  /** Sum of their weights. */
  readonly strength: number;
  /** Share of shortest paths between other nodes that pass through it, 0–1 (Freeman 1977, by Brandes 2001, weights ignored). */
  readonly betweenness: number;
}

/** The usual measures of each node of an undirected network. O(nodes × edges). */
export function measuresOf(nodes: readonly string[], edges: readonly Edge[]): ReadonlyMap<string, Measures> {
  const next = new Map(nodes.map((n) => [n, [] as string[]]));
  const strength = new Map(nodes.map((n) => [n, 0]));
  for (const { source, target, weight } of edges) {
    next.get(source)?.push(target);
    next.get(target)?.push(source);
    for (const end of [source, target]) strength.set(end, (strength.get(end) ?? 0) + weight);
  }
  const between = new Map(nodes.map((n) => [n, 0]));
  for (const from of nodes) accumulate(from, next, between);
  const pairs = ((nodes.length - 1) * (nodes.length - 2)) / 2;
  return new Map(nodes.map((n) => [n, { degree: next.get(n)?.length ?? 0, strength: strength.get(n) ?? 0, betweenness: pairs > 0 ? (between.get(n) ?? 0) / 2 / pairs : 0 }]));
}

function accumulate(from: string, next: ReadonlyMap<string, readonly string[]>, between: Map<string, number>): void {
  const order: string[] = [];
  const before = new Map<string, string[]>();
  const paths = new Map([[from, 1]]);
  const distance = new Map([[from, 0]]);
  const queue = [from];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    order.push(at);
    const d = distance.get(at) ?? 0;
    for (const to of next.get(at) ?? []) {
      if (!distance.has(to)) {
        distance.set(to, d + 1);
        queue.push(to);
      }
      if (distance.get(to) !== d + 1) continue;
      paths.set(to, (paths.get(to) ?? 0) + (paths.get(at) ?? 0));
      before.set(to, [...(before.get(to) ?? []), at]);
    }
  }
  const part = new Map<string, number>();
  for (const at of order.reverse()) {
    for (const b of before.get(at) ?? []) part.set(b, (part.get(b) ?? 0) + ((paths.get(b) ?? 0) / (paths.get(at) ?? 1)) * (1 + (part.get(at) ?? 0)));
    if (at !== from) between.set(at, (between.get(at) ?? 0) + (part.get(at) ?? 0));
  }
}
