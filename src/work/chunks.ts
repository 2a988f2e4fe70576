/** How items are put together. */
export interface ChunkLimits<T> {
  readonly most: number;
  /** What the sizes of a chunk's items may add up to; one item may be larger. */
  readonly mostSize: number;
  readonly sizeOf: (item: T) => number;
  /** How long a begun chunk waits for its next item, so that a slow source is not kept waiting. */
  readonly patienceMs: number;
}

/** The items of a source in their order, in chunks. At most one item is asked for ahead of the chunk in hand. */
export async function* chunksOf<T>(source: AsyncIterable<T>, limits: ChunkLimits<T>): AsyncGenerator<readonly T[]> {
  const items = source[Symbol.asyncIterator]();
  let next = items.next();
  let chunk: T[] = [];
  let size = 0;
  try {
    for (;;) {
      const arrived = chunk.length === 0 ? await next : await withinMs(next, limits.patienceMs);
      if (arrived !== null && arrived.done === true) break;
      if (arrived !== null) {
        chunk.push(arrived.value);
        size += limits.sizeOf(arrived.value);
        next = items.next();
      }
      if (arrived !== null && chunk.length < limits.most && size < limits.mostSize) continue;
      yield chunk;
      chunk = [];
      size = 0;
    }
    if (chunk.length > 0) yield chunk;
  } finally {
    next.catch(() => undefined);
    await items.return?.();
  }
}

/** What a promise gives within a time, else null. */
async function withinMs<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
