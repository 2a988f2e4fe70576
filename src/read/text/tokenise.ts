import type { Span } from '../../domain/span.js';
import { abbreviationKind, contractionCut } from './abbreviations.js';
import { isCapital, isDigit, isLetter, isLower, isSpace, isWord } from './char-class.js';

const CLITIC = /^(?:s|re|ve|ll|d|m)$/i;
const TAG = /<\/?[A-Za-z][^<>\n]{0,300}>/y;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/iy;
const HANDLE = /[@#][A-Za-z_]\w*/y;
const ELIDED = /['’](?:\d\ds?|em|til|cause|tis|twas|n)(?![\p{L}\p{N}])/iuy;
const CURRENCY = /(?:US|C|A|HK|NZ|S|R)\$/y;
const LONG_UNIT = /^(?:million|billion|trillion|percent)/i;

/** End of a match of a sticky pattern at `at`, or -1. */
function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

const isApostrophe = (u: number): boolean => u === 0x27 || u === 0x2019;
const isHyphen = (u: number): boolean => u === 0x2d || u === 0x2010 || u === 0x2011;

/**
 * Splits a text into tokens in the manner of the Penn Treebank, each exactly a slice of the text: clitics apart ("it|'s",
 * "do|n't", "can|not"), hyphenated words whole, abbreviations with their stop, quotes and brackets single, dashes and dots in
 * runs. Empty for an empty text. O(length).
 */
export function tokenise(text: string): Span[] {
  const out: Span[] = [];
  let i = 0;
  while (i < text.length) {
    if (isSpace(text.charCodeAt(i))) {
      i += 1;
      continue;
    }
    const end = isWord(text.charCodeAt(i)) ? wordAt(text, i, out) : symbolEnd(text, i);
    if (end > i) out.push({ start: i, end });
    i = out[out.length - 1]?.end ?? i + 1;
  }
  return out;
}

/** End of the token that starts with a character other than a letter or digit. */
function symbolEnd(text: string, at: number): number {
  const u = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (isApostrophe(u)) {
    if (next === u) return at + 2;
    const elided = matchEnd(ELIDED, text, at);
    if (elided > 0 && isSpace(text.charCodeAt(at - 1))) return elided;
    let end = at + 1;
    while (isLetter(text.charCodeAt(end))) end += 1;
    // A clitic whose word came just before: "Germany's", "U.S.'s".
    if (at > 0 && !isSpace(text.charCodeAt(at - 1)) && !isDigit(text.charCodeAt(end)) && CLITIC.test(text.slice(at + 1, end))) return end;
    return at + 1;
  }
  if (u === 0x60 && next === u) return at + 2;
  if (u === 0x40 || u === 0x23) return Math.max(at + 1, matchEnd(HANDLE, text, at));
  if (u === 0x3c) return Math.max(at + 1, matchEnd(TAG, text, at));
  // Runs: "--", "...", "___", "***", "?!".
  if (u === 0x2d || u === 0x2e || u === 0x5f || u === 0x2a || u === 0x3d || u === 0x7e) {
    let end = at + 1;
    while (text.charCodeAt(end) === u) end += 1;
    return end;
  }
  if (u === 0x21 || u === 0x3f) {
    let end = at + 1;
    while (text.charCodeAt(end) === 0x21 || text.charCodeAt(end) === 0x3f) end += 1;
    return end;
  }
  if (u >= 0xd800 && u <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) return at + 2;
  return at + 1;
}

/** Reads the word at `at`; returns its end, or pushes its parts itself and returns `at`. */
function wordAt(text: string, at: number, out: Span[]): number {
  const u = text.charCodeAt(at);
  if ((u | 32) === 0x68 || (u | 32) === 0x77 || text.charCodeAt(at + 1) === 0x24 || text.charCodeAt(at + 2) === 0x24) {
    const money = matchEnd(CURRENCY, text, at);
    if (money > 0) return money;
  }
  let end = at;
  for (;;) {
    while (isWord(text.charCodeAt(end))) end += 1;
    const c = text.charCodeAt(end);
    if (Number.isNaN(c) || c === 0x20) break;
    const next = text.charCodeAt(end + 1);
    const before = text.charCodeAt(end - 1);
    if (c === 0x40 || c === 0x3a || (c === 0x2e && (before | 32) === 0x77)) {
      const address = matchEnd(ADDRESS, text, at);
      if (address > end) return withoutTail(text, at, address);
    }
    if (isApostrophe(c)) {
      const cut = apostropheCut(text, at, end);
      if (cut === 'stop') break;
      if (cut === 'negation') {
        if (end - 1 > at) out.push({ start: at, end: end - 1 });
        out.push({ start: end - 1, end: end + 2 });
        return at;
      }
      end += 1;
      continue;
    }
    if (c === 0x2e) {
      if (isDigit(before) && isDigit(next)) end += 1;
      else if (isInitial(text, at, end) && isLetter(next) && text.charCodeAt(end + 2) === 0x2e) end += 1;
      else if (isLower(text, end - 1) && isLower(text, end + 1)) end += 1;
      else if (isLetter(before) && keepsStop(text, at, end, out)) {
        end += 1;
        // "U.S.-led", "Ph.D.s"; a hyphen before a space stays apart.
        if (isHyphen(text.charCodeAt(end)) && isWord(text.charCodeAt(end + 1))) end += 1;
        else return end;
      } else break;
      continue;
    }
    if ((c === 0x2c || c === 0x3a) && isDigit(before) && isDigit(next)) end += 1;
    else if (c === 0x2013 && isDigit(before) && isDigit(next)) end += 1;
    else if ((isHyphen(c) || c === 0x2f || c === 0x26 || c === 0x5f) && isWord(next)) end += 1;
    else break;
  }
  return splitWord(text, at, end, out);
}

/** What an apostrophe after a word does: it ends the word before a clitic or a closing quote, negates, or goes on inside. */
function apostropheCut(text: string, start: number, at: number): 'stop' | 'negation' | 'inside' {
  let end = at + 1;
  while (isLetter(text.charCodeAt(end))) end += 1;
  if (end === at + 1) return 'stop';
  const rest = text.slice(at + 1, end);
  if ((rest === 't' || rest === 'T') && at > start && (text.charCodeAt(at - 1) | 32) === 0x6e) return 'negation';
  return CLITIC.test(rest) ? 'stop' : 'inside';
}

/** Whether the letter before the stop at `end` stands alone: it opens the word or follows a stop or hyphen. */
function isInitial(text: string, start: number, end: number): boolean {
  if (!isLetter(text.charCodeAt(end - 1))) return false;
  const before = text.charCodeAt(end - 2);
  return end - 1 === start || before === 0x2e || isHyphen(before);
}

/** Whether a stop after a word belongs to it: an abbreviation, an initial, or the last stop of "U.S.". */
function keepsStop(text: string, start: number, end: number, out: readonly Span[]): boolean {
  const next = text.charCodeAt(end + 1);
  if (isWord(next)) return false;
  const word = text.slice(start, end);
  if (isInitial(text, start, end) && word.includes('.')) return true;
  const kind = abbreviationKind(word);
  if (kind !== null) return !/^nos?$/i.test(word) || /^\s*\d/.test(text.slice(end + 1, end + 4));
  if (word.length > 1 || !isCapital(text, start)) return false;
  // One capital: an initial when a capitalised word follows, or a hyphen.
  const after = end + 1;
  if (isHyphen(next)) return true;
  if (text.charCodeAt(after) !== 0x20 || !isCapital(text, after + 1)) return false;
  const last = out[out.length - 1];
  // "than I. The" is the pronoun, "Charles I. King" is not.
  return word !== 'I' || (last !== undefined && last.end === start - 1 && isCapital(text, last.start));
}

/** Splits contractions written as one word and units glued to numbers; else returns the end. */
function splitWord(text: string, start: number, end: number, out: Span[]): number {
  const length = end - start;
  if (length >= 5 && length <= 6) {
    const cut = contractionCut(text.slice(start, end));
    if (cut > 0) {
      out.push({ start, end: start + cut }, { start: start + cut, end });
      return start;
    }
  }
  if (isDigit(text.charCodeAt(start)) && length > 6) {
    let at = start;
    while (at < end && !isLetter(text.charCodeAt(at))) at += 1;
    if (at < end && isDigit(text.charCodeAt(at - 1)) && LONG_UNIT.test(text.slice(at, end))) {
      out.push({ start, end: at }, { start: at, end });
      return start;
    }
  }
  return end;
}

/** An address without the punctuation that closes the sentence around it. */
function withoutTail(text: string, start: number, end: number): number {
  while (end > start + 1 && /[.,;:!?)\]'’]/.test(text.charAt(end - 1))) end -= 1;
  return end;
}
