/** Disjoint groups of keys that grow by joining (union–find with path halving); nearly constant time an operation. */
export class Groups {
  readonly #parent = new Map<string, string>();

  /** The key that stands for the group of `key`: the one that was joined to first. */
  of(key: string): string {
    let at = key;
    for (;;) {
      const parent = this.#parent.get(at) ?? at;
      if (parent === at) return at;
      const above = this.#parent.get(parent) ?? parent;
      this.#parent.set(at, above);
      at = above;
    }
  }

  /** Joins the group of `key` to that of `to`. */
  join(key: string, to: string): void {
    const [a, b] = [this.of(key), this.of(to)];
    if (a !== b) this.#parent.set(a, b);
  }
}
