import { layoutOf, type Layout } from '../../src/read/attribution/layout.js';
import { parseText } from '../../src/read/syntax/parse-text.js';
import type { GoldDocument } from '../lib/data.js';

/** An attribution marked by hand, as tokens. */
export interface GoldCue {
  /** Token that heads the cue: a word, or a sign where the cue has no word. */
  readonly cue: number;
  readonly source: ReadonlySet<number>;
  readonly cueTokens: ReadonlySet<number>;
  readonly content: ReadonlySet<number>;
}

export interface Sample {
  readonly document: GoldDocument;
  readonly l: Layout;
  readonly gold: readonly GoldCue[];
}

const isWord = (form: string): boolean => /\p{L}/u.test(form);

/** Parses a document and lays its attributions over the tokens; of two with one head the first counts. */
export function sampleOf(document: GoldDocument): Sample {
  const l = layoutOf(parseText(document.text));
  const { tokens } = l.parsed;
  const within = (spans: readonly [number, number][]): Set<number> => {
    const out = new Set<number>();
    tokens.forEach((t, i) => { if (spans.some(([s, e]) => t.start < e && t.end > s)) out.add(i); });
    return out;
  };
  const byCue = new Map<number, GoldCue>();
  for (const a of document.attributions) {
    const cueTokens = within(a.cue);
    const heads = [...cueTokens].filter((i) => !cueTokens.has(tokens[i]!.head));
    const cue = heads.find((i) => isWord(tokens[i]!.form)) ?? heads[0];
    const content = within(a.content);
    if (cue === undefined || content.size === 0 || byCue.has(cue)) continue;
    byCue.set(cue, { cue, source: within(a.source), cueTokens, content });
  }
  return { document, l, gold: [...byCue.values()] };
}
