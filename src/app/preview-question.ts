import { count } from '../count/count.js';
import { derivePosition } from '../count/positions.js';
import type { Failure } from '../domain/failure.js';
import type { IsoDate, Sha256 } from '../domain/ids.js';
import { ok, type Result } from '../domain/result.js';
import type { PositionStance } from '../domain/stance.js';
import { stateName } from '../knowledge/state-phrases.js';
import { analysisFrom } from '../read/kept-analysis.js';
import { readAnalysed } from '../read/read-document.js';
import type { Register } from '../register/index.js';
import { parseQuestion } from './parse-question.js';
import { readableQuestion, rosterOf } from '../work/readable-question.js';
import { ruleOfQuestion } from './rule-of-question.js';
import { weighSignals, type PlacedSignal } from './weigh-signals.js';

/** Stored documents read for a preview at most, the newest recorded. */
const DOCUMENTS_AT_MOST = 20;

/** What a question would say of documents that are stored already. */
export interface QuestionPreview {
  readonly documents: number;
  /** Documents in which some member's stance was found. */
  readonly speaking: number;
  readonly sentence: string;
  readonly positions: readonly { readonly member: string; readonly name: string; readonly stance: PositionStance; readonly quote: string; readonly title: string }[];
}

/**
 * Reads the newest stored documents for a question that is not stored, and counts its first option; nothing is stored. Origins are taken
 * from the documents' own credits only, so a full reading may give other weights. Fails as `parseQuestion`.
 */
export async function previewQuestion(register: Register, raw: unknown, today: IsoDate): Promise<Result<QuestionPreview, Failure>> {
  const parsed = parseQuestion(JSON.stringify(raw, null, 1), 'The question', today);
  if (!parsed.ok) return parsed;
  const question = parsed.value;
  const roster = rosterOf(question, today);
  const rule = ruleOfQuestion(question, undefined, question.date, roster);
  if (!rule.ok) return rule;
  const chosen = (await register.documents()).slice(-DOCUMENTS_AT_MOST);
  const kept = await register.analyses(chosen.map(({ id }) => id));
  const placed: (PlacedSignal & { readonly quote: string; readonly title: string })[] = [];
  const speaking = new Set<Sha256>();
  for (const { id } of chosen) {
    const document = await register.document(id);
    if (!document) continue;
    const reading = readAnalysed(analysisFrom(kept.get(id), document).analysis, readableQuestion(question, document.published ?? today));
    for (const signal of reading.signals) {
      const statement = reading.statements[signal.statement];
      if (!statement || signal.option !== question.options[0].id || !roster.includes(signal.member)) continue;
      speaking.add(id);
      const [evidence] = signal.evidence;
      placed.push({ signal, statement, document: id, order: placed.length, quote: document.text.slice(evidence.start, evidence.end), title: document.title ?? document.publisher ?? '' });
    }
  }
  const weighed = weighSignals(placed);
  const positions = new Map(roster.map((m) => [m, derivePosition(m, weighed)]));
  const result = count({ roster, positions: new Map([...positions].map(([m, p]) => [m, p.stance])), rule: rule.value, nameOf: stateName });
  return ok({
    documents: chosen.length,
    speaking: speaking.size,
    sentence: result.sentence,
    positions: [...positions].flatMap(([member, p]) => {
      const best = placed[p.evidence[0] ?? -1];
      return best ? [{ member, name: stateName(member), stance: p.stance, quote: best.quote, title: best.title }] : [];
    }),
  });
}
