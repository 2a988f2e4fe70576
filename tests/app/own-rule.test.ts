import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRegister } from '../../src/app/open.js';
import { parseQuestion } from '../../src/app/parse-question.js';
import { reportCount } from '../../src/app/reports.js';
import type { IsoDate } from '../../src/domain/ids.js';

const today = '2026-11-24' as IsoDate;
const head = 'id: gas\nbody: Gas club\nproposal: Cut the output of gas.\nmembers: [QAT, DZA, NOR]\n';
const rule = 'id: gas-majority\ntitle: Most of the gas\nsource: charter of the club, Art. 3\nneeds: most of the gas is needed\npasses: {yes: gas, more-than: 1/2}\nweights:\n  gas: {QAT: 60, DZA: 30, NOR: 10}\n';
const indented = rule.replace(/^/gm, '  ').trimEnd();

describe("a question's own rule", () => {
  it.each([
    ['in place', `${head}rule:\n${indented}\n`, undefined],
    ['in place, on one line', `${head}rule: {id: gas-majority, title: Most, source: charter, passes: {yes: gas, more-than: 1/2}, weights: {gas: {QAT: 60, DZA: 30, NOR: 10}}}\n`, undefined],
    ['in a file beside it', `${head}rule: rules/gas.yaml\n`, rule],
  ])('%s counts by its own weights', async (_, yaml, file) => {
    const asked: string[] = [];
    const question = parseQuestion(yaml, 'q.yaml', today, (path) => (asked.push(path), file ?? null));
    if (!question.ok) throw new Error(question.error.message);
    expect(question.value.rule).toBe('gas-majority');
    expect(asked).toEqual(file === undefined ? [] : ['rules/gas.yaml']);
    const register = await openRegister(join(mkdtempSync(join(tmpdir(), 'holdout-rule-')), 'r'), 'create');
    try {
      await register.putQuestion(question.value);
      const qatar = await reportCount(register, 'gas', { assume: { QAT: 'support' } }, today);
      expect(qatar.ok && qatar.value.count.outcome).toBe('adopted');
      const others = await reportCount(register, 'gas', { assume: { DZA: 'support', NOR: 'support', QAT: 'oppose' } }, today);
      expect(others.ok && others.value.count.outcome).toBe('blocked');
      const another = await reportCount(register, 'gas', { rule: 'simple majority', assume: { DZA: 'support', NOR: 'support', QAT: 'oppose' } }, today);
      expect(another.ok && another.value.count.outcome).toBe('adopted');
    } finally {
      await register.close();
    }
  }, 30_000);

  it.each([
    ['in place', `${head}rule:\n${indented.replace('more-than', 'more-then')}\n`, undefined, 'The decision rule in q.yaml is wrong at line 10'],
    ['in a file', `${head}rule: gas.yaml\n`, rule.replace('title: Most of the gas\n', ''), 'The decision rule in gas.yaml is wrong at line 1'],
    ['in a file that is not there', `${head}rule: gas.yaml\n`, undefined, 'gas.yaml, which cannot be read'],
    ['that is a list', `${head}rule: [1]\n`, undefined, 'q.yaml is no question at line 5'],
    ['with a weight missing', `${head}rule:\n${indented.replace(', NOR: 10', '')}\n`, undefined, 'gives no weight for NOR'],
  ])('%s, when wrong, is refused in one sentence that says where', (_, yaml, file, message) => {
    const question = parseQuestion(yaml, 'q.yaml', today, () => file ?? null);
    expect(question).toMatchObject({ ok: false, error: { message: expect.stringContaining(message) } });
  });
});
