import type { Span } from '../../domain/span.js';
import abbreviations from '../../../knowledge/lexicons/abbreviations.json' with { type: 'json' };

const NEVER_ENDS = new Set(abbreviations.never);
const MAY_END = new Set(abbreviations.may);
const CLOSERS = new Set(['"', '”', "'", '’', ')', ']', '»', "''"]);
const OPENERS = new Set(['“', '‘', '«', '(', '[']);
const SENTENCE_STARTERS = new Set(
  'the a an he she it they we i you this that these those but and in on at for as if when while after before his her its their our there however meanwhile still yet so under asked'.split(' '),
);

/** A run of tokens: `first` inclusive, `last` exclusive, in paragraph (line) `paragraph`. */
export interface SentenceRun {
  readonly first: number;
  readonly last: number;
  readonly paragraph: number;
}

/**
 * Groups tokens into sentences. A line break always ends one; a closing quote or bracket stays with the sentence it closes;
 * a stop ends one unless it belongs to a title, an initial or an abbreviation that runs on.
 */
export function splitSentences(text: string, tokens: readonly Span[]): SentenceRun[] {
  const out: SentenceRun[] = [];
  const form = (i: number): string => {
    const t = tokens[i];
    return t ? text.slice(t.start, t.end) : '';
  };
  let first = 0;
  let paragraph = 0;
  let quoted = false;
  const close = (last: number): void => {
    if (last > first) out.push({ first, last, paragraph });
    first = last;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const next = tokens[i + 1];
    if (!token) continue;
    const word = form(i);
    if (word === '"') quoted = !quoted;
    else if (word === '“') quoted = true;
    else if (word === '”') quoted = false;
    if (!next) {
      close(i + 1);
      continue;
    }
    const gap = text.slice(token.end, next.start);
    if (gap.includes('\n')) {
      close(i + 1);
      paragraph += 1;
      quoted = false;
      continue;
    }
    if (!endsSentence(form, i, first)) continue;
    let last = i + 1;
    // A closing quote or bracket that touches the stop belongs to this sentence; a straight quote closes only an open one.
    while (last < tokens.length) {
      const t = tokens[last];
      const before = tokens[last - 1];
      if (!t || !before || t.start !== before.end || !CLOSERS.has(form(last))) break;
      if (form(last) === '"') {
        if (!quoted) break;
        quoted = false;
      }
      last += 1;
    }
    const after = form(last);
    // "… now," he said: a lower-case word goes on after a closed quote.
    if (after !== '' && /^\p{Ll}/u.test(after) && last > i + 1) {
      i = last - 1;
      continue;
    }
    close(last);
    i = last - 1;
    const closed = tokens[last - 1];
    const following = tokens[last];
    if (closed && following && text.slice(closed.end, following.start).includes('\n')) {
      paragraph += 1;
      quoted = false;
    }
  }
  return out;
}

function endsSentence(form: (i: number) => string, i: number, first: number): boolean {
  const word = form(i);
  const next = form(i + 1);
  if (/^[!?]+$/.test(word)) return !/^\p{Ll}/u.test(next);
  if (word === '.') return true;
  if (word === '...' || word === '…' || /^\.{2,}$/.test(word)) return /^[\p{Lu}“"]/u.test(next);
  if (!word.endsWith('.') || word.length < 2) return false;
  const bare = word.slice(0, -1).toLowerCase();
  if (NEVER_ENDS.has(bare)) return false;
  if (MAY_END.has(bare) || /^(?:\p{L}\.)+$/u.test(word)) {
    if (i === first) return false;
    return SENTENCE_STARTERS.has(next.toLowerCase()) && /^\p{Lu}/u.test(next);
  }
  return !OPENERS.has(next) && /^\p{Lu}/u.test(next);
}
