import { parseIsoDate, parseStateCode, type IsoDate, type StateCode } from '../../src/domain/ids.js';
import type { Rule } from '../../src/count/rule.js';
import { resolveRule } from '../../src/count/rules.js';

/** State codes, checked. */
export const states = (...codes: readonly string[]): StateCode[] =>
  codes.map((c) => {
    const code = parseStateCode(c);
    if (!code) throw new Error(`not a code: ${c}`);
    return code;
  });

/** n made-up codes AAA, AAB, … */
export const rosterOf = (n: number): StateCode[] =>
  states(...Array.from({ length: n }, (_, i) => String.fromCharCode(65 + Math.floor(i / 676), 65 + (Math.floor(i / 26) % 26), 65 + (i % 26))));

export const day = (raw: string): IsoDate => {
  const date = parseIsoDate(raw);
  if (!date) throw new Error(`not a day: ${raw}`);
  return date;
};

export const ruleOf = (body: string, name: string | undefined, date: string | undefined, roster: readonly StateCode[]): Rule => {
  const rule = resolveRule(body, name, date === undefined ? undefined : day(date), roster);
  if (!rule.ok) throw new Error(rule.error.message);
  return rule.value;
};
