import defaults from '../../../knowledge/models/influence.json' with { type: 'json' };
import type { Sha256, StateCode } from '../../domain/ids.js';
import type { InfluenceEdge } from '../../domain/influence.js';
import { stateName } from '../../knowledge/state-phrases.js';
import { analysisFrom } from '../../read/kept-analysis.js';
import { statementsOf } from '../../read/read-document.js';
import { readActs } from '../../read/relations/acts.js';
import { readInfluences } from '../../read/relations/influences.js';
import type { Register } from '../../register/index.js';
import { bodyNamesOf } from '../../work/readable-question.js';

/** Texts read at most: a text without a kept analysis takes tens of milliseconds, and what is read here is not stored. */
const MOST_TEXTS = 200;

/** What stored texts tell of members beside their stances. */
export interface TextRelations {
  /** Who moves whom, the strongest for each pair; what a text only hopes weighs half. */
  readonly edges: readonly InfluenceEdge[];
  /** What members held up in other bodies, in one sentence each with its words. */
  readonly acts: readonly string[];
}

/** Reads a question's texts for influence and for acts in bodies other than `body`: O(length), at most 200 texts. */
export async function textRelations(register: Register, documents: Iterable<Sha256>, roster: readonly StateCode[], body: string): Promise<TextRelations> {
  const members = new Set(roster);
  const own = new Set(bodyNamesOf(body).map((n) => n.toLowerCase()));
  const strongest = new Map<string, InfluenceEdge>();
  const acts = new Map<string, string>();
  const asked = [...documents].slice(0, MOST_TEXTS);
  const kept = await register.analyses(asked);
  for (const documentId of asked) {
    const document = await register.document(documentId);
    if (!document) continue;
    const { cast } = statementsOf(analysisFrom(kept.get(documentId), document).analysis);
    for (const r of readInfluences(cast)) {
      if (!members.has(r.from) || !members.has(r.to)) continue;
      const weight = defaults.weights.text * (r.isHoped ? 0.5 : 1);
      const key = `${r.from}>${r.to}`;
      if ((strongest.get(key)?.weight ?? 0) < weight) strongest.set(key, { from: r.from, to: r.to, weight, basis: 'text', evidence: { documentId, span: r.span, quote: document.text.slice(r.span.start, r.span.end) } });
    }
    for (const a of readActs(cast)) {
      if (members.has(a.member) && !own.has(a.body.toLowerCase())) acts.set(`${a.member} ${a.body}`, `${stateName(a.member)} held something up in the ${a.body}: “${document.text.slice(a.span.start, a.span.end)}”`);
    }
  }
  return { edges: [...strongest.values()], acts: [...acts.values()] };
}
