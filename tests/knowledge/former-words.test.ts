import { expect, test } from 'vitest';
import type { IsoDate, StateCode } from '../../src/domain/ids.js';
import { formerWords } from '../../src/knowledge/former-words.js';

test.each([
  ['DEU', 'Olaf Scholz', '2024-10-01', '2025-04-01', null],
  ['DEU', 'Olaf Scholz', '2024-10-01', '2025-06-01', 'government'],
  ['DEU', '', '2024-10-01', '2025-06-01', 'government'],
  ['DEU', 'Friedrich Merz', '2025-07-01', '2025-12-01', null],
  ['DEU', '', '2025-05-02', '2025-12-01', null],
  ['DEU', 'Olaf Scholz', '2025-05-02', '2025-12-01', 'holder'],
  ['HUN', 'Viktor Orbán', '2011-01-01', '2025-01-01', null],
  ['USA', 'Antony Blinken', '2024-12-01', '2025-02-01', 'government'],
  ['FRA', 'Jean-Yves Le Drian', '2020-01-01', '2024-10-15', 'holder'],
  ['FRA', '', '2024-01-15', '2024-12-01', null],
  ['DEU', 'Olaf Scholz', '2025-06-01', '2024-10-01', null],
] as const)('%s, words of “%s” on %s, asked about on %s: %s', (state, speaker, said, on, kind) => {
  const found = formerWords(state as StateCode, speaker, said as IsoDate, on as IsoDate);
  expect(found?.kind ?? null).toBe(kind);
  if (state === 'DEU' && found?.kind === 'government') expect(found.note).toBe('said under Olaf Scholz; Friedrich Merz leads the government since 2025-05');
});
