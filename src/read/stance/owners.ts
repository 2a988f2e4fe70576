import type { TokenStatement } from '../statements/build-statements.js';
import type { Tree } from '../tree.js';

/** Innermost statement whose words (content first, then cue) a token belongs to; -1 for the outlet's own words. */
export function ownersOf(statements: readonly TokenStatement[], tree: Tree): (token: number) => number {
  const content = new Int32Array(tree.parsed.tokens.length).fill(-1);
  const size = new Int32Array(tree.parsed.tokens.length).fill(0x7fffffff);
  const cue = new Int32Array(tree.parsed.tokens.length).fill(-1);
  statements.forEach((s, k) => {
    const n = s.attribution.tokens.content.length;
    for (const i of s.attribution.tokens.content) {
      if (n < (size[i] as number)) {
        size[i] = n;
        content[i] = k;
      }
    }
    for (const i of s.attribution.tokens.cue) cue[i] = k;
  });
  return (i) => ((content[i] as number) >= 0 ? (content[i] as number) : (cue[i] as number));
}
