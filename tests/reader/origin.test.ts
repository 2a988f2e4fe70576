import { expect, test } from 'vitest';
import { createDocument } from '../../src/gather/index.js';
import { readDocument } from '../../src/read/read-document.js';

const originsIn = (text: string): (string | undefined)[] =>
  readDocument(createDocument({ text }, 'text'), { options: [{ id: 'p', proposal: 'Admit Sweden to the alliance.', aliases: [] }], roster: [], bodyNames: ['nato'] }).statements.map((s) => s.origin?.name);

test.each([
  ['Sweden’s path is blocked by seven members, as first reported by Harbour Wire.', 'Harbour Wire'],
  ['Sweden’s path is blocked by seven members, as first reported by the A.P.', 'A.P.'],
  ['According to the report by Harbour Wire, Hungary opposes Swedish membership.', 'Harbour Wire'],
])('“%s” goes back to %s: a full stop is no part of a name', (text, origin) => {
  const found = originsIn(text).filter((name) => name !== undefined);
  expect(new Set(found)).toEqual(new Set([origin]));
});
