import type { ParsedText } from '../../domain/parsed-text.js';
import type { Span } from '../../domain/span.js';
import { range } from '../tree.js';
import { adoptQuotations } from './adopt-quotations.js';
import { candidatesOf, scoreCues } from './candidates.js';
import type { AttributionRule, Draft } from './draft.js';
import { judge, type AttributionModels } from './judge.js';
import { layoutOf, type Layout } from './layout.js';
import { attributionModels } from './models.js';
import { spansOfTokens } from './spans.js';
import { spareDraft } from './spare-draft.js';

/** One attribution as PolNeAR marks it: each part may be discontinuous; source may be empty, cue and content are not. */
export interface ReadAttribution {
  /** Token that heads the cue. */
  readonly cueHead: number;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly [Span, ...Span[]];
  /** Token indices of each part, ascending. */
  readonly tokens: { readonly source: readonly number[]; readonly cue: readonly number[]; readonly content: readonly number[] };
  /** Log-odds that this is an attribution, by the last model; greater is surer. */
  readonly margin: number;
  readonly rule: AttributionRule;
}

/** Log-odds from which an attribution is kept, so low that two thirds and more of the beliefs and plans that PolNeAR marks without quotation marks are found. */
export const ACCEPT_THRESHOLD = -1.2;

/** Log-odds from which an attribution is a statement in a register: the best end-to-end F1 in cross-validation on the training part. */
export const STATEMENT_THRESHOLD = -0.8;

/** "According to [X], [Y]": where the models begin no content after a comma, the first comma parts the source from it. */
function repairAccording(l: Layout, d: Draft): void {
  const { tokens } = l.parsed;
  const s = l.parsed.sentences[l.sentence[d.cueHead] as number];
  if (!s || d.cueHead !== s.first || !/^according$/i.test(tokens[d.cueHead]?.form ?? '') || tokens[d.cueHead + 1]?.form !== 'to') return;
  let before = (d.content[0] ?? 0) - 1;
  while (before > d.cueHead && l.quoted[before] === 2) before -= 1;
  if (before > d.cueHead && tokens[before]?.form === ',') return;
  let comma = d.cueHead + 2;
  while (comma < s.last && tokens[comma]?.form !== ',') comma += 1;
  if (comma >= s.last - 2 || comma === d.cueHead + 2) return;
  d.cue.splice(0, d.cue.length, d.cueHead, d.cueHead + 1);
  d.source.splice(0, d.source.length, ...range(d.cueHead + 2, comma));
  d.content.splice(0, d.content.length, ...range(comma + 1, s.last));
}

/**
 * Stage 3: every attribution of a text, in the order of their cues. Pure; nothing for a text without any.
 * @param threshold least log-odds of an attribution
 */
export function readAttributions(parsed: ParsedText, models: AttributionModels = attributionModels(), threshold = ACCEPT_THRESHOLD): ReadAttribution[] {
  const l = layoutOf(parsed);
  const margins = scoreCues(models.cue, l);
  const all = candidatesOf(models.chain, l, margins);
  const drafts = all.list.flatMap((c): Draft[] => {
    const draft = judge(l, models, c, all, 'attribution/chain@2');
    return draft && draft.margin >= threshold ? [draft] : [];
  });
  for (const d of drafts) repairAccording(l, d);
  adoptQuotations(l, drafts, (words, held, where) => spareDraft(l, models, margins, all, words, held, where));
  return drafts.flatMap((d) => attributionFrom(parsed, d) ?? []);
}

/** An attribution from the tokens of its parts; null where its content is nothing but punctuation. */
export function attributionFrom(parsed: ParsedText, { cueHead, margin, rule, source, cue, content }: Readonly<Draft>): ReadAttribution | null {
  const [head, ...rest] = spansOfTokens(parsed, content);
  if (!head) return null;
  return {
    cueHead,
    source: spansOfTokens(parsed, source),
    cue: spansOfTokens(parsed, cue),
    content: [head, ...rest],
    tokens: { source, cue, content },
    margin,
    rule,
  };
}
