import { err, ok, type Result } from './result.js';

/** Aliases of one YAML document that may unfold; a few lines with more of them unfold to gigabytes. */
const MOST_ALIASES = 100;

/**
 * The plain value of a YAML document that parsed, or what is wrong with its aliases in a few words: one names nothing, or they unfold to
 * more than a file may say.
 */
export function plainValue(document: { readonly toJS: (options: { readonly maxAliasCount: number }) => unknown }): Result<unknown, string> {
  try {
    return ok(document.toJS({ maxAliasCount: MOST_ALIASES }));
  } catch {
    return err('an alias (*name) names nothing, or its aliases unfold to too much');
  }
}
