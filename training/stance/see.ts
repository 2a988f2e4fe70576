import { findingFeatures } from '../../src/read/stance/classifier/finding-features.js';
import { pairsOf } from '../../src/read/stance/classifier/pairs.js';
import { ownersOf } from '../../src/read/stance/owners.js';
import { ruleFindings, type SignalContext } from '../../src/read/stance/read-signals.js';
import type { Labelled } from './cases.js';
import type { LabelledText, Row } from './labelled-file.js';

/** What the reader sees in a labelled text: its pairs, and what rules found. */
export function see(source: string, c: Labelled, context: SignalContext): LabelledText {
  const owner = ownersOf(context.statements, context.cast.tree);
  const found = ruleFindings(context, owner);
  const pairs = pairsOf(context, owner).map((p): Row => ({ members: p.members, stance: p.attitude.sign > 0 ? 'support' : 'oppose', features: p.features }));
  const findings = found.flatMap((f) => {
    const featuresOf = findingFeatures(context, owner, f, found);
    return byFeatures(f.members.map((member): Row => ({ members: [member], stance: f.stance, features: featuresOf(member) })));
  });
  return { id: c.id, source, gold: c.gold.positions, ambiguous: c.gold.ambiguous ?? [], pairs, findings };
}

/** Rows of the same features as one row. */
function byFeatures(rows: readonly Row[]): Row[] {
  const out = new Map<string, Row>();
  for (const r of rows) out.set(r.features.join(), { ...r, members: [...(out.get(r.features.join())?.members ?? []), ...r.members] });
  return [...out.values()];
}
