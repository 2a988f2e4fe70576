import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportPlan, type PlanReport, type PlanRequest } from '../../src/app/models/plan-report.js';
import { planText } from '../../src/app/models/plan-words.js';
import { openRegister, type Register } from '../../src/app/open.js';
import { parseQuestion } from '../../src/app/parse-question.js';
import { readInputs } from '../../src/app/read-inputs.js';
import type { IsoDate } from '../../src/domain/ids.js';
import { sharedFolder, sharedTest } from '../shared.js';

const day = '2024-10-24' as IsoDate;

describe.skipIf(!sharedFolder)(sharedTest('the plan for the seed article'), () => {
  let register: Register;
  const plan = async (request: PlanRequest = {}): Promise<PlanReport> => {
    const r = await reportPlan(register, 'nato', {}, request, { edges: null, prior: null, costs: null }, day);
    if (!r.ok) throw new Error(r.error.message);
    return r.value;
  };
  beforeAll(async () => {
    register = await openRegister(join(mkdtempSync(join(tmpdir(), 'holdout-seed-')), 'r'), 'create');
    const question = parseQuestion('id: nato\nbody: NATO\ndate: 2024-10-24\nrule: consensus\nproposal: Invite Ukraine to join the alliance now, during the war.\n', 'nato.yaml', day);
    if (!question.ok) throw new Error(question.error.message);
    await register.putQuestion(question.value);
    for await (const outcome of readInputs(register, question.value, [`${sharedFolder ?? ''}/seed/000_0d92c388bb2842a1.txt`], { published: day }, day)) expect(outcome.kind).toBe('read');
  }, 60_000);
  afterAll(() => register.close());

  it('all seven must move, and no set short of them will do', async () => {
    const r = await plan();
    expect(r.steps.map((x) => x.member).sort()).toEqual(['BEL', 'DEU', 'ESP', 'HUN', 'SVK', 'SVN', 'USA']);
    expect(r.proof).toContain('No set of members short of all seven');
  });

  it('the United States carries Germany, given the edge', async () => {
    const r = await plan({ edge: 'USA:DEU=0.6' });
    expect(r.sentence).toContain('United States carries Germany');
    expect(r.cost).toBe(6);
  });

  it('opposition "while the conflict continues" lifts for those who said so, once it is over', async () => {
    const r = await plan();
    expect(r.conditions).toEqual([{ kind: 'war-over', met: 'the war were over', words: ['while the conflict continues'], members: ['SVK'], stillNeeded: expect.arrayContaining(['BEL', 'DEU', 'ESP', 'HUN', 'SVN', 'USA']) as never, cost: 6 }]);
    expect(planText(r)).toContain('If the war were over (“while the conflict continues”), the opposition of Slovakia lifts; six would still have to move');
  });
});
