import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type * as Library from '../../src/index.js';
import { beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.js');
const work = mkdtempSync(join(tmpdir(), 'holdout-cli-'));
const register = join(work, 'register');
const example = join(root, 'examples/nato-ukraine-2024');
const run = (args: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } => {
  const r = spawnSync(process.execPath, [cli, ...args], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  return { status: r.status, stdout: r.stdout, stderr: r.stderr };
};

describe('the built command line', () => {
  beforeAll(() => {
    execFileSync(process.execPath, [cli, 'read', join(example, 'coverage'), '--question', join(example, 'question.yaml'), '--register', register]);
  }, 120_000);

  it('counts the example and says who blocks', () => {
    const report = JSON.parse(run(['count', 'nato-ukraine-2024', '--register', register, '--json']).stdout) as { count: { outcome: string; holdouts: { member: string }[] }; documents: number; origins: number };
    expect(report.count.outcome).toBe('blocked');
    expect(report.count.holdouts.map((h) => h.member)).toEqual(expect.arrayContaining(['DEU', 'HUN', 'SVK', 'USA']));
    expect([report.documents, report.origins]).toEqual([4, 3]);
  });

  it('reading the same files again adds nothing', () => {
    const before = run(['statements', '--register', register]).stdout;
    expect(run(['read', join(example, 'coverage'), '--question', 'nato-ukraine-2024', '--register', register]).stdout).toContain('0 read, 4 already there');
    expect(run(['statements', '--register', register]).stdout).toBe(before);
  });

  it('asks as of a day and supposes stances without changing the register', () => {
    const early = run(['count', 'nato-ukraine-2024', '--as-of', '2024-10-10', '--register', register, '--json']);
    expect((JSON.parse(early.stdout) as { documents: number }).documents).toBe(1);
    const what = JSON.parse(run(['count', 'nato-ukraine-2024', '--assume', 'HUN=support', '--register', register, '--json']).stdout) as { count: { holdouts: { member: string }[] } };
    expect(what.count.holdouts.map((h) => h.member)).not.toContain('HUN');
    const after = JSON.parse(run(['count', 'nato-ukraine-2024', '--register', register, '--json']).stdout) as { count: { holdouts: { member: string }[] } };
    expect(after.count.holdouts.map((h) => h.member)).toContain('HUN');
  });

  it('shows the words behind a position', () => {
    const why = run(['why', 'nato-ukraine-2024', 'Germany', '--register', register]).stdout;
    expect(why).toContain('against inviting Ukraine now');
    expect(why).toContain('Olaf Scholz; for: DEU; on-record');
  });

  it('prints statements as CSV with a header', () => {
    expect(run(['statements', '--member', 'SVK', '--format', 'csv', '--register', register]).stdout.split('\r\n')[0]).toMatch(/^id,document,publisher/);
  });

  it.each([
    ['an unknown question', ['count', 'no-such', '--register', register], 4, 'no question "no-such"'],
    ['an unknown member', ['why', 'nato-ukraine-2024', 'Atlantis', '--register', register], 4, '"Atlantis" is no member'],
    ['a date that is none', ['count', 'nato-ukraine-2024', '--as-of', '2024-02-31', '--register', register], 4, '2024-02-31'],
    ['a missing register', ['count', 'x', '--register', join(work, 'nowhere')], 5, 'nowhere'],
    ['a bad supposition', ['count', 'nato-ukraine-2024', '--assume', 'HUN', '--register', register], 2, 'HUN=support'],
    ['an unknown rule', ['count', 'nato-ukraine-2024', '--rule', 'coin-toss', '--register', register], 4, 'coin-toss'],
    ['an unknown option', ['count', 'nato-ukraine-2024', '--option', 'never', '--register', register], 4, 'never'],
    ['a missing file', ['read', join(work, 'gone.txt'), '--question', 'nato-ukraine-2024', '--register', register], 3, 'gone.txt'],
  ])('says %s in one sentence with its exit status', (_name, args, status, words) => {
    const r = run(args);
    expect(r.status).toBe(status);
    expect(r.stderr).toContain(words);
    expect(r.stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['a malformed question', 'id: [oops', 'line'],
    ['a question of an unknown body', 'id: q\nbody: Galactic Senate\nproposal: Do it now.', 'Galactic Senate'],
    ['a question with a key it does not know', 'id: q\nbody: NATO\nproposal: Do it.\ncolour: red', 'colour'],
  ])('refuses %s', (_name, yaml, words) => {
    const file = join(work, 'bad.yaml');
    writeFileSync(file, yaml);
    const r = run(['read', join(example, 'coverage'), '--question', file, '--register', register]);
    expect(r.status).toBe(4);
    expect(r.stderr).toContain(words);
  });

  it('refuses a binary, an empty text and invalid UTF-8, and keeps what is stored', () => {
    for (const [name, bytes] of [['a.txt', Buffer.from([0, 1, 2, 0, 255, 0])], ['b.txt', Buffer.alloc(0)], ['c.txt', Buffer.from([0x48, 0xff, 0xfe, 0xfd, 0x80])]] as const) {
      writeFileSync(join(work, name), bytes);
      const r = run(['read', join(work, name), '--question', 'nato-ukraine-2024', '--register', register]);
      expect(r.status).toBe(3);
      expect(r.stderr).toContain(name);
    }
    expect((JSON.parse(run(['count', 'nato-ukraine-2024', '--register', register, '--json']).stdout) as { documents: number }).documents).toBe(4);
  });

  it('streams in order, and one bad line gives one error', () => {
    const line = (id: string, text: string): string => JSON.stringify({ id, text, question: { body: 'NATO', proposal: 'Admit Sweden to the alliance.' } });
    const r = run(['stream'], [line('a', 'Turkey opposes the admission of Sweden to NATO.'), '{oops', line('b', '   '), line('c', 'The weather was fine.')].join('\n'));
    const out = r.stdout.trim().split('\n').map((l) => JSON.parse(l) as { id: string | null; error?: string; positions?: Record<string, { stance: string; evidence: number[] }>; statements?: unknown[]; count?: { outcome: string } });
    expect(out.map((o) => o.id)).toEqual(['a', null, 'b', 'c']);
    expect(out[0]?.positions?.['TUR']?.stance).toBe('oppose');
    expect(out[0]?.statements?.[out[0]?.positions?.['TUR']?.evidence[0] ?? -1]).toBeDefined();
    expect(out[0]?.count?.outcome).toBe('blocked');
    expect(out[1]?.error).toContain('not JSON');
    expect(out[2]?.error).toContain('empty');
    expect(out[3]?.positions).toEqual({});
  });

  it('reads attributions with offsets into the text', () => {
    const text = '“We will not sign,” the minister said on Monday.';
    const out = JSON.parse(run(['attribute'], JSON.stringify({ id: 1, text })).stdout) as { id: number; attributions: { source: number[][]; cue: number[][]; content: number[][] }[] };
    const a = out.attributions[0];
    expect(text.slice(a?.content[0]?.[0], a?.content[0]?.[1])).toBe('We will not sign');
    expect(text.slice(a?.source[0]?.[0], a?.source[0]?.[1])).toBe('the minister');
    expect(text.slice(a?.cue[0]?.[0], a?.cue[0]?.[1])).toContain('said');
  });

  it('is a library with no I/O in reading or counting', async () => {
    const holdout = (await import(join(root, 'dist/index.js'))) as typeof Library;
    const roster = ['TUR', 'HUN', 'SWE'].flatMap((c) => holdout.stateCode(c) ?? []);
    const reading = holdout.readDocument({ text: 'Hungary opposes the plan to ban tin cans.' }, { options: [{ id: 'p', proposal: 'Ban tin cans.', aliases: [] }], roster, bodyNames: [] });
    expect(reading.signals.map((s) => [s.member, s.stance])).toEqual([['HUN', 'oppose']]);
    expect(readFileSync(join(root, 'dist/index.d.ts'), 'utf8')).toContain('readDocument');
  });
});
