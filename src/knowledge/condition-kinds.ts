import data from '../../knowledge/lexicons/condition-kinds.json' with { type: 'json' };

/** What a condition is about, and the words that say so. */
export interface ConditionKind {
  readonly kind: string;
  /** What meeting it means, after "if": "the war were over". */
  readonly met: string;
  /** Beginnings of words, lower-case. */
  readonly words: readonly string[];
}

/** A condition whose words belong to no kind. */
export const OTHER_KIND = 'other';

export const knownConditionKinds: readonly ConditionKind[] = data.kinds;

/**
 * The kind of a condition by its words: the one most of whose words it has, the first listed among equals, `more` before the known ones;
 * `other` when it has none.
 */
export function conditionKindOf(words: string, more: readonly ConditionKind[] = []): string {
  const text = ` ${words.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, ' ')} `;
  let [best, most] = [OTHER_KIND, 0];
  for (const { kind, words: wanted } of [...more, ...knownConditionKinds]) {
    const found = wanted.filter((w) => text.includes(` ${w.toLowerCase()}`)).length;
    if (found > most) [best, most] = [kind, found];
  }
  return best;
}
