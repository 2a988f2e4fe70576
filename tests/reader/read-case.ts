import { derivePosition } from '../../src/count/positions.js';
import { weighSignals } from '../../src/app/weigh-signals.js';
import { bodyNamesOf, rosterOf } from '../../src/work/readable-question.js';
import { parseIsoDate, parseStateCode, type IsoDate, type StateCode } from '../../src/domain/ids.js';
import type { Reading } from '../../src/domain/signal.js';
import type { PositionStance } from '../../src/domain/stance.js';
import { knownStates } from '../../src/knowledge/state-phrases.js';
import { readDocument } from '../../src/read/read-document.js';

export interface CaseQuestion {
  readonly body: string;
  readonly proposal: string;
  readonly aliases?: readonly string[];
  readonly members?: readonly string[];
}

/** Reads a labelled text as `holdout stream` does. */
export function readCase(text: string, question: CaseQuestion, meta: { readonly title?: string; readonly date?: string | null } = {}): { reading: Reading; positions: Record<string, PositionStance> } {
  const published = meta.date ? parseIsoDate(meta.date) : null;
  const roster: readonly StateCode[] = question.members
    ? question.members.flatMap((m) => parseStateCode(m) ?? [])
    : (() => {
        const found = rosterOf({ body: question.body }, published ?? ('2024-10-01' as IsoDate));
        return found.length > 0 ? found : knownStates();
      })();
  const reading = readDocument(
    { text, ...(meta.title ? { title: meta.title } : {}), ...(published ? { published } : {}) },
    { options: [{ id: 'proposal', proposal: question.proposal, aliases: question.aliases ?? [] }], roster, bodyNames: bodyNamesOf(question.body) },
  );
  const weighed = weighSignals(reading.signals.map((signal) => ({ signal, statement: reading.statements[signal.statement]!, order: signal.evidence[0].start, document: 'case' })));
  const positions: Record<string, PositionStance> = {};
  for (const m of new Set(reading.signals.map((s) => s.member))) positions[m] = derivePosition(m, weighed).stance;
  return { reading, positions };
}
