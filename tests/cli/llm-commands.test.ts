import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { honest, slovak, TEXT } from '../llm/article.js';
import { startStandIn, type StandIn } from '../llm/stand-in.js';

const cli = resolve(import.meta.dirname, '../../dist/cli.js');
const work = mkdtempSync(join(tmpdir(), 'holdout-llm-cli-'));
const register = join(work, 'register');
const article = join(work, 'article.txt');
const questionFile = join(work, 'question.yaml');
const KEY = 'sk-never-to-be-seen';
const answer = { ...honest, signals: [...honest.signals, slovak] };

let server: StandIn;
let model: string[];
let output = '';
beforeAll(async () => {
  server = await startStandIn();
  server.behave(() => ({ json: answer }));
  model = ['--model', 'stand-in', '--llm-url', server.url];
  writeFileSync(article, TEXT);
  writeFileSync(questionFile, 'id: q\ntitle: Invite\nbody: NATO\nrule: consensus\nmembers: [HUN, POL, SVK, DEU, ESP, USA]\noptions:\n  - id: invite-now\n    proposal: Invite Ukraine to join the alliance now, during the war.\n    aliases: [invitation to Ukraine]\n');
});
afterAll(async () => {
  await server.close();
  rmSync(work, { recursive: true, force: true, maxRetries: 3 });
});

/** The server runs in this process, so the command must not block it. */
function run(args: readonly string[], input = ''): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, HOLDOUT_LLM_KEY: KEY } });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
    child.on('close', (status) => {
      output += stdout + stderr;
      done({ status, stdout, stderr });
    });
    child.stdin.end(input);
  });
}
const positions = async (): Promise<string[]> => {
  const report = JSON.parse((await run(['count', 'q', '--register', register, '--json'])).stdout) as { members: { member: string; stance: string }[] };
  return report.members.filter((m) => m.stance !== 'unknown').map((m) => `${m.member} ${m.stance}`);
};

describe('the built command line with a language model', () => {
  it('read --reader both counts what both read and queues the rest', async () => {
    const read = await run(['read', article, '--question', questionFile, '--published', '2024-10-14', '--register', register, '--reader', 'both', ...model, '--price-in', '1', '--price-out', '2']);
    expect(read.stderr).toBe('');
    expect(read.status).toBe(0);
    expect(read.stdout).toMatch(/^q: 1 read, 0 already there, 0 failed; \d signals added\.\nlanguage model: \d signals wait for a review; 0 claims or details dropped; 0 of 1 texts from the cache; 1000 tokens in, 100 out, cost 0\.0012\.\n$/);
    expect(server.asked[0]!.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(await positions()).toEqual(['HUN oppose', 'POL support']);
    expect((await run(['review', 'queue', 'q', '--register', register])).stdout).toMatch(/SVK oppose \[\w{12}\] waits, does not count/);
    const again = await run(['read', article, '--question', 'q', '--published', '2024-10-14', '--register', register, '--reader', 'both', ...model]);
    expect(again.stdout).toContain('0 read, 1 already there');
  });

  it('reread --reader llm asks nobody what the cache beside the register knows', async () => {
    server.behave(() => ({ json: answer }));
    expect(existsSync(join(register, 'llm-cache'))).toBe(true);
    const reread = await run(['reread', 'q', '--register', register, '--reader', 'llm', ...model]);
    expect(reread.stdout).toContain('1 of 1 texts from the cache; 0 tokens in, 0 out');
    expect(reread.stdout).toContain('1 read again');
    expect(server.asked).toHaveLength(0);
    expect(await positions()).toEqual(['HUN conditional', 'POL support', 'USA oppose']);
  });

  it('stream says what waits apart from what counts, and one failed text is one error', async () => {
    server.behave((_, nth) => (nth === 0 ? { raw: JSON.stringify(answer).replaceAll('invite-now', 'proposal') } : { raw: 'no' }));
    const question = { body: 'NATO', proposal: 'Invite Ukraine to join the alliance now, during the war.', aliases: ['invitation to Ukraine'], members: ['HUN', 'POL', 'SVK', 'DEU', 'ESP', 'USA'] };
    const lines = ['a', 'b'].map((id) => JSON.stringify({ id, text: id === 'a' ? TEXT : `${TEXT} More.`, question })).join('\n');
    const streamed = await run(['stream', '--reader', 'both', ...model], lines);
    expect(streamed.status).toBe(0);
    const [a, b] = streamed.stdout.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(Object.keys(a!['positions'] as object).sort()).toEqual(['HUN', 'POL']);
    expect(a).toMatchObject({ id: 'a', dropped: {}, cached: false });
    expect((a!['waiting'] as { member: string; quote: string }[]).map((w) => w.member)).toContain('SVK');
    expect(b).toEqual({ id: 'b', error: expect.stringContaining('did not answer in the form asked for') });
  });

  it('a spent budget and a refused key end the run with status 7', async () => {
    server.behave(() => ({ status: 401 }));
    const other = join(work, 'other.txt');
    writeFileSync(other, `${TEXT} Other.`);
    const read = (...more: string[]) => run(['read', other, '--question', 'q', '--register', register, '--reader', 'llm', '--model', 'stand-in', ...more]);
    const spent = await read('--llm-url', server.url, '--max-tokens', '100');
    expect([spent.status, spent.stderr.trim().split('\n')]).toEqual([7, [expect.stringContaining('--max-tokens')]]);
    expect(spent.stdout).toContain('q: 0 read');
    const refused = await read('--llm-url', server.url);
    expect([refused.status, refused.stderr]).toEqual([7, expect.stringContaining('HOLDOUT_LLM_KEY')]);
  });

  it('never shows the key', () => {
    expect(output).not.toContain(KEY);
  });
});
