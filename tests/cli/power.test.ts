import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const cli = resolve(import.meta.dirname, '../../dist/cli.js');
const work = mkdtempSync(join(tmpdir(), 'holdout-power-'));
const powerOf = (game: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } => {
  const file = join(work, 'game.json');
  writeFileSync(file, game);
  return spawnSync(process.execPath, [cli, 'power', '--game', file, ...args], { encoding: 'utf8' });
};

describe('holdout power', () => {
  it('gives decimals to 15 digits and exact fractions', () => {
    const r = powerOf('{"members":["A","B","C"],"rule":{"type":"weighted","quota":51,"weights":[50,49,1]}}', '--json');
    const report = JSON.parse(r.stdout) as { members: Record<string, { fraction: string[]; value: string }>[] };
    expect(report.members[0]).toMatchObject({ member: 'A', swings: '3', shapleyShubik: { fraction: ['2', '3'], value: '0.6666666666666667' }, banzhafNormalised: { fraction: ['3', '5'] } });
  });

  it('answers a file of cases with a list', () => {
    const r = powerOf('{"cases":[{"members":3,"rule":{"type":"count","quota":2}},{"members":2,"rule":{"type":"count","quota":2}}]}', '--json');
    expect((JSON.parse(r.stdout) as { cases: unknown[] }).cases).toHaveLength(2);
  });

  it('says the result in words and as a table', () => {
    const r = powerOf('{"title":"Dictator","members":["A","B"],"rule":{"type":"weighted","quota":2,"weights":[2,1]}}');
    expect(r.stdout).toContain('A has most power, 100.0% of all swings each; B can never decide');
    expect(r.stdout).toMatch(/^B +0\.000000/m);
  });

  it('takes a body, a rule and a day: the Union of 2019 has 28 members', () => {
    const r = spawnSync(process.execPath, [cli, 'power', '--body', 'EU', '--rule', 'qualified majority', '--date', '2019-06-01', '--json'], { encoding: 'utf8' });
    const report = JSON.parse(r.stdout) as { power: { members: { member: string; shapleyShubik: { fraction: string[] } }[] }; rule: { notes: string[] } };
    expect(report.power.members).toHaveLength(28);
    expect(report.power.members.find((m) => m.member === 'GBR')?.shapleyShubik.fraction).toHaveLength(2);
    expect(report.rule.notes.join(' ')).toContain('2019');
  });

  it('asks for one of question, body and game', () => {
    const r = spawnSync(process.execPath, [cli, 'power'], { encoding: 'utf8' });
    expect([r.status, r.stderr]).toEqual([2, 'holdout: Power needs one of three: a question of the register, --body NAME, or --game FILE.\n']);
  });

  it.each([
    ['no JSON', '{', /is no JSON/],
    ['a rule of no known type', '{"members":2,"rule":{"type":"x"}}', /a rule needs a type/],
    ['weights and members that differ', '{"members":3,"rule":{"type":"weighted","quota":2,"weights":[1,2]}}', /weights and members differ/],
    ['no games', '{"cases":[]}', /a list of one game or more/],
  ])('%s: one sentence and status 4', (_, game, message) => {
    const r = powerOf(game);
    expect(r.stderr).toMatch(message);
    expect(r.stderr.trim().split('\n')).toHaveLength(1);
    expect([r.status, r.stdout]).toEqual([4, '']);
  });
});
