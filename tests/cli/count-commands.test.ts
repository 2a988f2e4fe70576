import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.js');
const work = mkdtempSync(join(tmpdir(), 'holdout-count-cli-'));
const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } => {
  const r = spawnSync(process.execPath, [cli, ...args, '--register', join(work, 'r')], { encoding: 'utf8' });
  return { status: r.status, stdout: r.stdout, stderr: r.stderr };
};

describe('options, whatif and power on the bundled options', () => {
  beforeAll(() => {
    writeFileSync(join(work, 'a.txt'), 'Norway opposes an immediate invitation to Ukraine while the war goes on. Denmark backs military aid for Ukraine.');
    const read = run('read', join(work, 'a.txt'), '--question', join(root, 'examples/nato-ukraine-2024/options.yaml'), '--published', '2024-10-20');
    if (read.status !== 0) throw new Error(read.stderr);
  }, 120_000);

  it('compares the options in a sentence and a table', () => {
    const r = run('options', 'nato-ukraine-options');
    expect(r.stdout).toMatch(/^No option is adopted today; clear-path and aid-only are not blocked/);
    expect(r.stdout).toMatch(/^invite-now +blocked +0 +1 +31 +1 /m);
    expect(r.stdout).toMatch(/^aid-only +open +1 +0 +31 +0 /m);
  });

  it('recounts if the war were over, saves that, lists it, and takes it from a file', () => {
    const saved = run('whatif', 'nato-ukraine-options', '--met', 'war-over', '--save', 'ceasefire', '--author', 'Ada', '--note', 'talks', '--json').stdout;
    expect(JSON.parse(saved)).toMatchObject({ moved: [{ member: 'NOR', from: 'oppose', to: 'uncommitted', words: ['while the war goes on'] }], supposes: { met: 'war-over' } });
    expect(run('whatif', 'nato-ukraine-options', '--list').stdout).toMatch(/^ceasefire {2}met war-over {2}\(Ada, \d{4}-\d\d-\d\d: talks\)$/m);
    writeFileSync(join(work, 'shared.json'), saved);
    const again = run('whatif', 'nato-ukraine-options', '--from', join(work, 'shared.json')).stdout;
    expect(again).toMatch(/^If the war were over, Norway \(oppose to uncommitted\) would move: open instead of blocked, 0 holdouts instead of 1/);
    expect(again).toContain('NOR  Norway: oppose → uncommitted (“while the war goes on”)');
  });

  it("says who decides given what the others want", () => {
    expect(run('power', 'nato-ukraine-options').stdout).toMatch(/Under today’s positions on invite-now\. Given what the others want, NOR decides most often/);
  });
});
