import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import measured from '../models/measured.json' with { type: 'json' };

const card = readFileSync(new URL('../MODEL_CARD.md', import.meta.url), 'utf8');
const rows = card.split('\n').filter((line) => line.startsWith('|')).map((line) => line.split('|').map((cell) => cell.trim()));
/** Whether a row of some table has all these cells. */
const has = (...cells: string[]): boolean => rows.some((row) => cells.every((cell) => row.includes(cell)));

test('the methods page shows the figures of the model card, and no others', () => {
  expect(card).toContain(measured.reader);
  expect(card).toContain(measured.date);
  for (const p of measured.positions) expect([p.set, has(p.precision.toFixed(2), p.recall.toFixed(2), p.f1.toFixed(2), p.baselineF1.toFixed(2))]).toEqual([p.set, true]);
  for (const a of measured.attributions) expect([a.part, has(a.part, a.exact.toFixed(1), a.overlap.toFixed(1), a.token.toFixed(1), a.human)]).toEqual([a.part, true]);
  for (const c of measured.calibration) expect(card).toContain(`${c.right.toFixed(2)} of ${String(c.of)}`);
});
