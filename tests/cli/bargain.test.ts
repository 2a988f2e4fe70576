import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BargainReport } from '../../src/app/models/bargain-report.js';
import { emission } from '../model/emission.js';

const cli = resolve(import.meta.dirname, '../../dist/cli.js');
const csv = join(mkdtempSync(join(tmpdir(), 'holdout-bargain-')), 'emission.csv');
writeFileSync(csv, `name,capability,position,salience\n${emission.map((a) => [a.name, a.capability, a.position, a.salience].join()).join('\n')}\n`);
const run = (args: readonly string[], input = '') => spawnSync(process.execPath, [cli, 'bargain', ...args], { encoding: 'utf8', input });
const FIRST_ROUND = ['--set', 'probabilityDenominator=all-pairs,offerSelection=replication,rounds=1'];

describe('holdout bargain', () => {
  it('says the result in words, and as a table of moves with who pressed whom', () => {
    const { stdout } = run(['--actors', csv, ...FIRST_ROUND]);
    expect(stdout.split('\n')[0]).toMatch(/^The challenge model forecasts 8\.4159, from 7 at the start, after one round without settling; .* moves others most; the simple models say 7 \(median\), 7\.39 \(mean\)/);
    expect(stdout).toMatch(/BEL → 8\.4159 \(compromise, \w{3}\)/);
    expect(stdout).toContain('probabilityDenominator=all-pairs (not the default)');
  });

  it('gives JSON, from standard input too', () => {
    const r = JSON.parse(run(['--actors', '-', '--json', ...FIRST_ROUND], JSON.stringify(emission)).stdout) as BargainReport;
    expect(r.forecast?.[0]).toBeCloseTo(8.4159, 4);
  });

  it.each([
    ['no file and no question', [], 2, /needs a question/],
    ['a missing file', ['--actors', `${csv}.gone`], 3, /emission\.csv\.gone cannot be read/],
    ['an unknown model', ['--actors', csv, '--model', 'oracle'], 2, /no bargaining model "oracle"/],
  ])('%s: one sentence and its exit status', (_, args, status, message) => {
    const r = run(args);
    expect(r.stderr).toMatch(message);
    expect(r.stderr.trim().split('\n')).toHaveLength(1);
    expect([r.status, r.stdout]).toEqual([status, '']);
  });
});
