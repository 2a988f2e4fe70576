import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../../src/api/create-api.js';
import { openRegister, type Register } from '../../src/app/open.js';
import { parseQuestion } from '../../src/app/parse-question.js';
import { readableQuestion } from '../../src/work/readable-question.js';
import type { WhatIfReport } from '../../src/app/what-if.js';
import type { IsoDate } from '../../src/domain/ids.js';
import type { Question } from '../../src/domain/question.js';
import type { CountReport } from '../../src/domain/report.js';
import { createDocument } from '../../src/gather/create-document.js';
import { conditionKindOf } from '../../src/knowledge/condition-kinds.js';
import { liftedBy } from '../../src/count/lifting.js';
import { readDocument } from '../../src/read/read-document.js';

const today = '2024-12-31' as IsoDate;
const head = 'id: q\nbody: NATO\nproposal: Invite Ukraine to join the alliance now.\naliases: [invitation to Ukraine]\nmembers: [SVK, DEU, POL, HUN]\n';
const text = 'Slovakia opposes an invitation to Ukraine while the war goes on. Germany would support the invitation to Ukraine only if a ceasefire is reached. Hungary opposes an invitation to Ukraine. Poland supports an invitation to Ukraine.';
const questionOf = (yaml: string): Question => {
  const q = parseQuestion(yaml, 'q.yaml', today);
  if (!q.ok) throw new Error(q.error.message);
  return q.value;
};

let register: Register;
let get: (path: string) => Promise<unknown>;
let post: (path: string, body: unknown) => Promise<{ readonly status: number; readonly body: unknown }>;
beforeAll(async () => {
  register = await openRegister(join(mkdtempSync(join(tmpdir(), 'holdout-what-if-')), 'r'), 'create');
  const question = questionOf(head);
  await register.putQuestion(question);
  const document = createDocument({ text, published: '2024-10-01' as IsoDate }, 'text');
  await register.putReading(document, 'q', readDocument({ text, published: '2024-10-01' as IsoDate }, readableQuestion(question, today)));
  const api = createApi({ register, today: () => today });
  get = async (path) => (await api.request(path)).json();
  post = async (path, body) => {
    const r = await api.request(path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
    return { status: r.status, body: await r.json() };
  };
}, 60_000);
afterAll(() => register.close());

describe('a what-if', () => {
  it('"if a ceasefire were reached" meets every condition of that kind, names whom it moves, and changes no position', async () => {
    const r = (await get('/api/questions/q/whatif?met=war-over')) as WhatIfReport;
    expect(r.moved.map((m) => [m.member, m.from, m.to, m.by])).toEqual([['SVK', 'oppose', 'uncommitted', 'condition'], ['DEU', 'conditional', 'support', 'condition']]);
    expect(r.moved[0]?.words).toEqual(['while the war goes on']);
    expect([r.before.holdouts, r.after.holdouts]).toEqual([['SVK', 'DEU', 'HUN'], ['HUN']]);
    expect(r.sentence).toMatch(/^If the war were over, Slovakia \(oppose to uncommitted\) and Germany \(conditional to support\) would move: still blocked, 1 holdout instead of 3/);
    expect(r.conditions).toMatchObject([{ kind: 'war-over', state: 'open', supposedMet: true, stated: [{ member: 'SVK' }, { member: 'DEU' }] }]);
    const { count } = (await get('/api/questions/q/count')) as CountReport;
    expect(count.holdouts.map((h) => h.member)).toEqual(['SVK', 'DEU', 'HUN']);
    expect(((await get('/api/questions/q/count?met=war-over')) as CountReport).count.holdouts.map((h) => h.member)).toEqual(['HUN']);
  });

  it('is saved under a name, asked again by it, changed by what is asked beside it, and supposed anew', async () => {
    expect(await post('/api/questions/q/whatifs', { name: 'ceasefire', author: 'Ada', note: 'the talks', supposes: { met: 'war-over', assume: 'HUN=support' } })).toMatchObject({ status: 201, body: { supposes: { met: 'war-over', assume: 'HUN=support' } } });
    const again = (await get('/api/questions/q/whatif?saved=ceasefire')) as WhatIfReport;
    expect([again.saved?.author, again.after.outcome, again.after.holdouts]).toEqual(['Ada', 'open', []]);
    const beside = (await get('/api/questions/q/whatif?saved=ceasefire&assume=HUN=oppose')) as WhatIfReport;
    expect(beside.after.holdouts).toEqual(['HUN']);
    await post('/api/questions/q/whatifs', { name: 'ceasefire', author: 'Ben', supposes: { met: 'war-over' } });
    expect(await get('/api/questions/q/whatifs')).toMatchObject([{ name: 'ceasefire', author: 'Ben', supposes: { met: 'war-over' } }]);
    expect((await register.reviews({ question: 'q' })).length).toBe(0);
  });

  it.each([
    ['/api/questions/q/whatif?met=rain', '"rain" is no kind of condition; use one of: war-over'],
    ['/api/questions/q/whatif?saved=none', 'No what-if "none" of question q is saved'],
    ['/api/questions/none/whatifs', 'no question "none"'],
  ])('%s is refused', async (path, detail) => {
    expect(await get(path)).toMatchObject({ detail: expect.stringContaining(detail) });
  });
  it.each([
    [{ name: 'A name', author: 'Ada', supposes: { met: 'war-over' } }, 'is no name of a what-if'],
    [{ name: 'a', author: '', supposes: { met: 'war-over' } }, 'needs its author'],
    [{ name: 'a', author: 'Ada', supposes: {} }, 'Nothing is supposed'],
    [{ name: 'a', author: 'Ada', supposes: { assume: 'FRA=support' } }, '"FRA" is no member'],
  ])('saving %j is refused', async (body, detail) => {
    expect(await post('/api/questions/q/whatifs', body)).toMatchObject({ body: { detail: expect.stringContaining(detail) } });
  });
});

describe('conditions in the question', () => {
  it('have a state: one that is met counts as met, from its day on', async () => {
    await register.putQuestion(questionOf(`${head}conditions:\n  - {kind: war-over, state: met, since: 2024-12-01}\n`));
    const now = (await get('/api/questions/q/count')) as CountReport;
    expect(now.count.holdouts.map((h) => h.member)).toEqual(['HUN']);
    expect(now.rule.notes.join(' ')).toContain('The question says that the condition "war-over" is met; counted so: SVK uncommitted, DEU support.');
    const before = (await get('/api/questions/q/count?asOf=2024-11-30')) as CountReport;
    expect(before.count.holdouts.map((h) => h.member)).toEqual(['SVK', 'DEU', 'HUN']);
    await register.putQuestion(questionOf(head));
  });

  it('may be of a kind of its own, by words', () => {
    expect(conditionKindOf('until the pipeline is mended')).toBe('other');
    expect(conditionKindOf('until the pipeline is mended', [{ kind: 'pipeline', met: 'it flowed', words: ['pipeline'] }])).toBe('pipeline');
    expect(conditionKindOf('only after parliament ratifies it')).toBe('approved-at-home');
    expect(conditionKindOf('during an active conflict')).toBe('war-over');
  });

  it.each([
    ["- {kind: pipeline}", 7, /"pipeline" is no known kind of condition, so it needs words/],
    ['- {kind: war-over, state: maybe}', 7, /write open, met or failed/],
    ['- {kind: war-over, since: soon}', 7, /"soon" is no day/],
    ['- {kind: war-over, mett: x}', 7, /nrecognized key/],
  ])('"%s" is refused at line %i', (line, at, what) => {
    const q = parseQuestion(`${head}conditions:\n  ${line}\n`, 'q.yaml', today);
    expect(q).toMatchObject({ ok: false, error: { message: expect.stringMatching(what) } });
    if (!q.ok) expect(q.error.message).toContain(`q.yaml is no question at line ${String(at)}:`);
  });
});

describe('liftedBy', () => {
  const war = { kind: 'war-over', marker: 'while', stance: 'oppose', words: 'while the war goes on' } as const;
  const money = { kind: 'paid', marker: 'if', stance: 'conditional', words: 'only if it is paid' } as const;
  it.each([
    ['opposition is lifted, no support given', 'oppose', [war], ['war-over'], { to: 'uncommitted', by: [war], unmet: [] }],
    ['support that waited is given', 'conditional', [money], ['paid'], { to: 'support', by: [money], unmet: [] }],
    ['who waits for something else too stays', 'conditional', [war, money], ['war-over'], { to: 'conditional', by: [war], unmet: [money] }],
    ['all of it met, it moves', 'conditional', [war, money], ['war-over', 'paid'], { to: 'support', by: [war, money], unmet: [] }],
    ['another kind moves nobody', 'oppose', [war], ['paid'], null],
    ['abstract support stays', 'abstract-support', [war], ['war-over'], null],
    ['silence stays', 'unknown', [], ['war-over'], null],
  ] as const)('%s', (_, stance, conditions, met, expected) => {
    expect(liftedBy(stance, conditions, new Set(met))).toEqual(expected);
  });
});
