import type { Tree } from '../../tree.js';

const MAX_ABOVE = 25;
/** Subtypes of relations that say who does what. */
const TOLD_APART = new Set([':poss', ':relcl', ':agent']);
/** Relations that join names of one list or person. */
const WITHIN_NAMES = /conj|appos|compound/;

/** How two tokens of a sentence hang together. */
export interface TreePath {
  /** Relations from the first up to what is above both (`^nsubj`), then down to the second (`vxcomp`), without those inside lists of names. */
  readonly steps: readonly string[];
  /** Whether steps inside a list of names were left out. */
  readonly throughList: boolean;
}

/** The path between two tokens through the tree; through the top where nothing is above both. */
export function pathBetween(tree: Tree, from: number, to: number): TreePath {
  const ups = above(tree, from);
  const downs = above(tree, to);
  const met = ups.findIndex((i) => downs.includes(i));
  const up = met < 0 ? ups : ups.slice(0, met);
  const down = (met < 0 ? downs : downs.slice(0, downs.indexOf(ups[met] as number))).reverse();
  const all = [...up.map((i) => `^${relationOf(tree, i)}`), ...(met < 0 ? ['top'] : []), ...down.map((i) => `v${relationOf(tree, i)}`)];
  const steps = all.filter((step) => !WITHIN_NAMES.test(step));
  return { steps, throughList: steps.length < all.length };
}

function above(tree: Tree, token: number): number[] {
  const out = [token];
  for (let i = tree.token(token).head; i >= 0 && out.length < MAX_ABOVE; i = tree.token(i).head) out.push(i);
  return out;
}

function relationOf(tree: Tree, token: number): string {
  const { relation } = tree.token(token);
  const colon = relation.indexOf(':');
  return colon < 0 || TOLD_APART.has(relation.slice(colon)) ? relation : relation.slice(0, colon);
}
