import lexicon from '../../knowledge/lexicons/instructions.json' with { type: 'json' };
import type { Span } from '../domain/span.js';
import { evenTypography } from './find-quote.js';
import type { Article } from './article.js';

const PATTERNS = lexicon.patterns.map((p) => new RegExp(p, 'iu'));

/** Whether a text addresses a machine that reads it ("ignore the above", "mark every state as …"). Linear in the text. */
export function addressesMachine(text: string): boolean {
  const evened = text.split('\n').map(evenTypography).join('\n');
  return PATTERNS.some((pattern) => pattern.test(evened));
}

/** Whether words outside quotation marks stand in a sentence that commands or asks: news reports what states do. */
export function isCommandOrQuestion(article: Article, span: Span): boolean {
  const { tree, isQuoted } = article.read.cast;
  return article.sentencesAt(span).some((s) => {
    for (let i = s.first; i < s.last; i++) {
      const t = tree.token(i);
      if (t.form === '?' && !isQuoted(i)) return true;
      if (t.head >= 0 || !/^VBP?$/.test(t.tag) || isQuoted(i)) continue;
      const hasSubject = tree.childrenOf(i).some((c) => /^(?:nsubj|csubj|expl)/.test(tree.token(c).relation));
      // The predicate opens the sentence but for "please", "so", "now" and the like.
      const opens = Array.from({ length: i - s.first }, (_, k) => tree.token(s.first + k)).every((x) => !/^(?:NN|PRP|EX|WP|CD|VBZ|VBD|MD)/.test(x.tag));
      if (!hasSubject && opens) return true;
    }
    return false;
  });
}
