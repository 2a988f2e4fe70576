/** The name and version of a reader such as `holdout-reader@0.3.0`; null for one that is made of several. */
export function parseReader(id: string): { readonly name: string; readonly version: readonly number[] } | null {
  const [, name, version] = /^([\w-]+)@(\d+(?:\.\d+)*)$/.exec(id) ?? [];
  return name === undefined || version === undefined ? null : { name, version: version.split('.').map(Number) };
}

/** Whether `a` is a newer version of the same reader as `b`; false for readers of other names, which are not comparable. */
export function isNewerReader(a: string, b: string): boolean {
  const [left, right] = [parseReader(a), parseReader(b)];
  if (left === null || right === null || left.name !== right.name) return false;
  for (let i = 0; i < Math.max(left.version.length, right.version.length); i += 1) {
    const difference = (left.version[i] ?? 0) - (right.version[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
