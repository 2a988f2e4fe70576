import type { StateCode } from '../../domain/ids.js';
import type { ParsedText } from '../../domain/parsed-text.js';
import { isOpeningWord } from './opening-words.js';
import { lookupStatePhrase, longestStatePhraseFrom, type StateForm } from '../../knowledge/state-phrases.js';

/** A run of tokens that names a state: by its name, as an adjective, through its capital or a seat of its government. */
export interface StateMention {
  /** First token, inclusive. */
  readonly first: number;
  /** Last token, exclusive. */
  readonly last: number;
  readonly state: StateCode;
  readonly form: StateForm;
}

/** Every state mention, longest match first, left to right; phrases listed as no state ("Paris Agreement") are passed over whole. */
export function findStateMentions(parsed: ParsedText): StateMention[] {
  const out: StateMention[] = [];
  const { tokens } = parsed;
  for (const sentence of parsed.sentences) {
    let i = sentence.first;
    while (i < sentence.last) {
      let matched = 0;
      const most = Math.min(longestStatePhraseFrom(tokens[i]?.form ?? ''), sentence.last - i);
      for (let n = most; n >= 1 && matched === 0; n--) {
        const run = tokens.slice(i, i + n);
        // A name starts with a capital; "us" and "polish" are words.
        if (!/^[\p{Lu}\d]/u.test(run[0]?.form ?? '') && n === 1) continue;
        const entry = lookupStatePhrase(run.map((t) => t.form).join(' '));
        if (!entry) continue;
        matched = n;
        if (entry.state !== null && !(entry.form !== 'demonym' && run[0]?.entity === 'PERSON' && n === 1 && isInsidePersonName(parsed, i, sentence.first))) {
          out.push({ first: i, last: i + n, state: entry.state, form: entry.form });
        }
      }
      if (matched === 0) {
        // "U.S.-Japanese", "Franco-German": each part names a state of its own.
        const form = tokens[i]?.form ?? '';
        const parts = /[-–]/.test(form) ? form.split(/[-–]/).map((p) => lookupStatePhrase(p)) : [];
        if (parts.length === 2 && parts.every((p) => p?.state)) {
          for (const p of parts) if (p?.state) out.push({ first: i, last: i + 1, state: p.state, form: 'demonym' });
        }
      }
      i += Math.max(1, matched);
    }
  }
  return out;
}

/** "Jordan" in "Michael Jordan": the token before or after belongs to the same person's name. */
function isInsidePersonName(parsed: ParsedText, i: number, first: number): boolean {
  const before = parsed.tokens[i - 1];
  const after = parsed.tokens[i + 1];
  return (before?.entity === 'PERSON' && !isOpeningWord(before.form, i - 1, first)) || after?.entity === 'PERSON';
}
