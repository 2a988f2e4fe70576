import type { Logits } from '../../src/read/stance/classifier/logistic.js';
import type { LabelledText } from './labelled-file.js';
import { regress } from './logistic-regression.js';
import { weightOf } from './weight-of.js';

const L2 = 1;
const EPOCHS = 80;

/** Whether a stance that a rule found is the member's in that text. Words that speak of several members count once in all, by the root. Gives weights in logits. */
export function learnFindings(texts: readonly LabelledText[]): Logits {
  return regress(
    texts.flatMap((text) =>
      text.findings.flatMap(({ members, stance, features }) => {
        const judged = members.filter((m) => !text.ambiguous.includes(m) && (stance !== 'uncommitted' || text.gold[m] !== undefined));
        return judged.map((m) => ({ features, right: text.gold[m] === stance, weight: weightOf(text) / Math.sqrt(members.length) }));
      }),
    ),
    EPOCHS,
    L2,
  );
}
