import type { Reading, Signal } from '../domain/signal.js';
import type { Span } from '../domain/span.js';
import type { Statement } from '../domain/statement.js';

/** What the model's word is worth beside the offline reader's: its accuracy is unmeasured. */
const MODEL_WEIGHT = 0.5;
const MOST_CONFIDENCE = 0.97;

/**
 * Confidence in a signal that two readers read in the same words, as if each were wrong by itself, with the model's word at half:
 * 1 − (1 − offline)(1 − model / 2), at most 0.97.
 */
export const agreedConfidence = (offline: number, model: number): number =>
  Math.max(offline, Math.min(MOST_CONFIDENCE, Math.round((1 - (1 - offline) * (1 - MODEL_WEIGHT * model)) * 100) / 100));

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const sameClaim = (a: Signal, b: Signal): boolean => a.member === b.member && a.option === b.option && a.stance === b.stance;

/**
 * What two readers of one text agree on counts: the same member, option and stance, in the offline reader's words, surer where their
 * evidence overlaps. All else of either waits for a person. Origins are the offline reader's alone, since a count rests on them.
 */
export function agreedReading(offline: Reading, model: Reading, reader: string): Required<Reading> {
  const signals: Signal[] = [];
  const waiting: Signal[] = [];
  for (const s of offline.signals) {
    const same = model.signals.filter((m) => sameClaim(s, m));
    if (same.length === 0) {
      waiting.push({ ...s, rule: `both/offline-only:${s.rule}` });
      continue;
    }
    const inSameWords = same.filter((m) => m.evidence.some((a) => s.evidence.some((b) => overlap(a, b))));
    const confidence = inSameWords.reduce((most, m) => Math.max(most, agreedConfidence(s.confidence, m.confidence)), s.confidence);
    signals.push({ ...s, confidence, rule: `both/agreed:${s.rule}` });
  }
  const statements: Statement[] = [...offline.statements];
  const moved = new Map<number, number>();
  const add = (m: Signal, rule: string): void => {
    const statement = model.statements[m.statement];
    if (statement === undefined) return;
    const { speaker, speaksFor, about, attribution, directness, source, cue, content } = statement;
    const withoutOrigin = { speaker, speaksFor, about, attribution, directness, source, cue, content, rule: statement.rule };
    const index = moved.get(m.statement) ?? statements.push(withoutOrigin) - 1;
    moved.set(m.statement, index);
    waiting.push({ ...m, statement: index, rule });
  };
  for (const m of model.signals) if (!offline.signals.some((s) => sameClaim(s, m))) add(m, `both/model-only:${m.rule}`);
  for (const m of model.waiting ?? []) if (!offline.signals.some((s) => sameClaim(s, m))) add(m, m.rule);
  return { reader, statements, signals, waiting };
}
