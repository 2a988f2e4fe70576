import { SUPPOSING } from '../deadlock/suppositions.js';

interface Saved {
  readonly name: string;
  readonly supposes: Readonly<Record<string, string>>;
}

/** What one side of a comparison of what-ifs supposes: `@name` is a saved one, `?assume=…&met=…` parameters, anything else stances of members. */
export function sideOf(value: string, saved: readonly Saved[]): Readonly<Record<string, string>> {
  if (value.startsWith('@')) return saved.find((s) => `@${s.name}` === value)?.supposes ?? {};
  if (!value.startsWith('?')) return value === '' ? {} : { assume: value };
  const given = new URLSearchParams(value.slice(1));
  return Object.fromEntries(SUPPOSING.flatMap((name) => (given.get(name) ? [[name, given.get(name) ?? '']] : [])));
}
