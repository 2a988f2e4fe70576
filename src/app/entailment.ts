import type { Question } from '../domain/question.js';
import type { Stance } from '../domain/stance.js';

/** Another option whose evidence of one stance is evidence of the same stance on this one. */
export interface RelatedOption {
  readonly option: string;
  readonly stance: Extract<Stance, 'support' | 'oppose'>;
}

/**
 * What the question declares by `entails`: who supports an option supports what it entails, and who opposes what it entails opposes it.
 * Nothing else carries over: opposition to an invitation says nothing of aid. Entailments chain.
 */
export function relatedOptions(question: Pick<Question, 'options'>, option: string): readonly RelatedOption[] {
  const entails = new Map(question.options.map((o) => [o.id, o.entails ?? []]));
  const entailed = reachable(option, (id) => entails.get(id) ?? []);
  const entailing = reachable(option, (id) => question.options.filter((o) => o.entails?.includes(id)).map((o) => o.id));
  return [...entailing.map((id) => ({ option: id, stance: 'support' as const })), ...entailed.map((id) => ({ option: id, stance: 'oppose' as const }))];
}

/** Everything that steps lead to, the start left out. */
function reachable(start: string, next: (id: string) => readonly string[]): readonly string[] {
  const seen = new Set([start]);
  for (const id of seen) for (const to of next(id)) seen.add(to);
  seen.delete(start);
  return [...seen];
}

/** What is wrong with the entailments of some options, and with which of them; null when nothing is. */
export function entailmentFault(options: readonly { readonly id: string; readonly entails?: readonly string[] | undefined }[]): { readonly option: number; readonly entry: number; readonly message: string } | null {
  const ids = options.map((o) => o.id);
  for (const [k, o] of options.entries()) {
    for (const [entry, id] of (o.entails ?? []).entries()) {
      const at = { option: k, entry };
      if (!ids.includes(id)) return { ...at, message: `there is no option "${id}" to entail; use one of: ${ids.filter((x) => x !== o.id).join(', ')}` };
      if (id === o.id) return { ...at, message: `"${id}" cannot entail itself` };
      const target = options.find((x) => x.id === id);
      const back = target ? reachable(id, (x) => options.find((y) => y.id === x)?.entails ?? []) : [];
      if (back.includes(o.id)) return { ...at, message: `"${o.id}" and "${id}" entail each other; two options that stand and fall together are one` };
    }
  }
  return null;
}
