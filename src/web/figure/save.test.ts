import { expect, test } from 'vitest';
import { toCsv } from './save.js';

test.each([
  ['a comma', 'a, b', '"a, b"'],
  ['quotation marks', 'say "no"', '"say ""no"""'],
  ['a line break', 'a\nb', '"a\nb"'],
  ['what a spreadsheet would run', '=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['a negative number as a number', -3, '-3'],
])('CSV keeps %s', (_name, value, expected) => {
  expect(toCsv([[value]])).toBe(`${expected}\r\n`);
});
