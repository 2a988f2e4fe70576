import type { StateCode } from '../domain/ids.js';
import type { Span } from '../domain/span.js';
import type { Statement } from '../domain/statement.js';
import { directnessOf } from '../read/statements/build-statements.js';
import { claimedStatement } from './answer-schema.js';
import type { Article } from './article.js';
import { checkSpeaker } from './check-speaker.js';
import type { DropTally } from './drop-reason.js';
import { lettersIn } from './find-quote.js';

/** A quote has at least so many letters: less is found in any text; and is no longer than a few sentences, in UTF-16 code units. */
const LEAST_LETTERS = 10;
const LONGEST = 1_500;

/** The name of what read a claim, as kept with each statement and signal. */
export const CLAIM_RULE = 'llm/claim';

/** A claimed statement as the text bears it out, with offsets of our own; null, and counted, when it does not. */
export function checkStatement(article: Article, raw: unknown, drops: DropTally): Statement | null {
  const parsed = claimedStatement.safeParse(raw);
  const drop = (reason: Parameters<DropTally['add']>[0]): null => {
    drops.add(reason);
    return null;
  };
  if (!parsed.success) return drop('wrong shape');
  const claim = parsed.data;
  if (lettersIn(claim.quote) < LEAST_LETTERS || claim.quote.length > LONGEST) return drop('quote too short or too long');
  const content = placeOf(article, claim.quote, claim.speaker);
  if (content === undefined) return drop('quote not in the text');
  const speaker = checkSpeaker(article, claim, content, drops);
  if (speaker === null) return drop('speaker not in the text');
  const origin = claim.origin.trim() === '' ? undefined : article.find(claim.origin)[0];
  if (origin === undefined && claim.origin.trim() !== '') drops.add('origin not in the text');
  const { text } = article.source;
  return {
    ...speaker,
    about: statesIn(article, content),
    attribution: claim.attribution,
    directness: directnessOf(text, [content]),
    cue: [],
    content: [content],
    ...(origin ? { origin: { name: text.slice(origin.start, origin.end), span: origin } } : {}),
    rule: CLAIM_RULE,
  };
}

/** Where a quote stands: of several places the one in whose sentences the speaker is named, else the first. */
function placeOf(article: Article, quote: string, speaker: string): Span | undefined {
  const places = article.find(quote);
  if (places.length < 2) return places[0];
  const named = article.find(speaker).flatMap((s) => article.sentencesAt(s));
  return places.find((p) => article.sentencesAt(p).some((s) => named.includes(s))) ?? places[0];
}

/** States named within a span, in its order. */
function statesIn(article: Article, span: Span): StateCode[] {
  const { mentions, tree } = article.read.cast;
  const inside = mentions.filter((m) => tree.token(m.first).start >= span.start && tree.token(m.last - 1).end <= span.end);
  return [...new Set(inside.map((m) => m.state))];
}
