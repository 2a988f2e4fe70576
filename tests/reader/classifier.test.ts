import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseIsoDate } from '../../src/domain/ids.js';
import { optionContext } from '../../src/read/option-context.js';
import { readStatements } from '../../src/read/read-document.js';
import { findByClassifier } from '../../src/read/stance/classifier/classify.js';
import { judge } from '../../src/read/stance/classifier/judge.js';
import { probabilityOf } from '../../src/read/stance/classifier/logistic.js';
import { stanceModels } from '../../src/read/stance/classifier/models.js';
import { stanceWordsOf } from '../../src/read/stance/classifier/stance-words.js';
import { pathBetween } from '../../src/read/stance/classifier/tree-path.js';
import { ownersOf } from '../../src/read/stance/owners.js';
import { ruleFindings } from '../../src/read/stance/read-signals.js';
import { parseText } from '../../src/read/syntax/parse-text.js';
import { createTree } from '../../src/read/tree.js';
import { knownStates } from '../../src/knowledge/state-phrases.js';
import { readCase } from './read-case.js';

const PROPOSAL = 'Ban the import of tropical timber.';
function read(text: string, title = PROPOSAL) {
  const source = { text, title, published: parseIsoDate('2015-10-01')! };
  const option = { id: 'p', proposal: PROPOSAL, aliases: [] };
  const context = optionContext(readStatements(source), source, option, { options: [option], roster: knownStates(), bodyNames: [] });
  const owner = ownersOf(context.statements, context.cast.tree);
  return { context, owner, found: ruleFindings(context, owner) };
}
const always = new Map([['bias:', 3]]);
const never = new Map([['bias:', -3]]);

describe('words of stance', () => {
  it.each([
    ['Norway supports it.', 1],
    ['Norway does not support it.', -1],
    ['Norway refused to support it.', -1],
    ['Norway dropped its opposition.', 1],
    ['Norway did not drop its opposition.', -1],
    ['Norway met on Monday.', null],
  ])('%s', (text, sign) => {
    const tree = createTree(parseText(text));
    expect(stanceWordsOf(tree, tree.parsed.sentences[0]!).map((w) => w.sign).at(-1) ?? null).toBe(sign);
  });
});

describe('the path between two words', () => {
  it('leaves out the steps inside a list of names', () => {
    const tree = createTree(parseText('Norway, Sweden and Denmark rejected it.'));
    const [norway, denmark, rejected] = [0, 4, 5];
    expect(pathBetween(tree, norway, rejected)).toEqual({ steps: ['^nsubj'], throughList: false });
    expect(pathBetween(tree, denmark, rejected)).toEqual({ steps: ['^nsubj'], throughList: true });
    expect(pathBetween(tree, rejected, rejected).steps).toEqual([]);
  });
});

describe('a classifier that is sure', () => {
  it('gives members that no rule gave a stance the one of the words beside them, with those words and its probability', () => {
    const { context, owner } = read('The import ban on tropical timber was discussed, and Norway rejected it.');
    const [finding] = findByClassifier(context, owner, [], always);
    expect(finding).toMatchObject({ members: ['NOR'], stance: 'oppose', rule: expect.stringMatching(/^stance\/classifier>/) });
    expect(finding!.confidence).toBeCloseTo(1 / (1 + Math.exp(-3)));
  });
  it('says nothing of members whose stance a rule found, nor of what is asked, nor of texts on something else', () => {
    const told = read('Norway opposes the import ban on tropical timber.');
    expect(told.found.length).toBeGreaterThan(0);
    expect(findByClassifier(told.context, told.owner, told.found, always)).toEqual([]);
    for (const { context, owner } of [read('Would Norway support the import ban on tropical timber?'), read('Norway supported the new tax on sugar.', 'A tax on sugar')]) expect(findByClassifier(context, owner, [], always)).toEqual([]);
  });
});

describe('judging what rules found', () => {
  const { context, owner, found } = read('Norway and Sweden oppose the import ban on tropical timber.');
  it('makes one finding a member, with the mean of the rule’s confidence and the probability', () => {
    const judged = judge(context, owner, found, always);
    expect(judged.map((f) => f.members).sort()).toEqual([['NOR'], ['SWE']]);
    expect(judged[0]!.confidence ** 2).toBeCloseTo(found[0]!.confidence / (1 + Math.exp(-3)));
  });
  it('doubts what is most probably none', () => {
    expect(judge(context, owner, found, never)[0]!.confidence).toBeLessThan(0.3);
  });
});

describe('the models that ship', () => {
  it('know no state, body or word of a text: features are of the tree, the lexicon, prepositions and auxiliaries', () => {
    const { pairs, findings } = stanceModels();
    const names = new Set([...pairs.keys(), ...findings.keys()].map((f) => f.slice(0, f.indexOf(':'))));
    expect([...names].sort()).toMatchSnapshot();
  });
  it('are sums in logits', () => {
    expect(probabilityOf(['a:1', 'b:1', 'unknown:1'], new Map([['a:1', 2], ['b:1', -2]]))).toBe(0.5);
  });
  it('read a list of names that an aside stands between and what they did', () => {
    const text = 'Leaders of the other nations – Germany, France and Italy – issued a communique confirming their support for the timber ban.';
    const { reading, positions } = readCase(text, { body: 'EU Council', proposal: PROPOSAL }, { title: PROPOSAL });
    expect(positions).toEqual({ DEU: 'support', FRA: 'support', ITA: 'support' });
    expect(reading.signals.map((s) => s.rule)).toContain('stance/classifier>support');
  });
});

describe('training', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-models-'));
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
  it('gives the models that ship, byte for byte', () => {
    execFileSync(process.execPath, [resolve('node_modules/tsx/dist/cli.mjs'), resolve('training/stance/train.ts')], { env: { ...process.env, HOLDOUT_MODELS: folder }, stdio: 'ignore' });
    for (const name of ['stance-pairs.json', 'stance-findings.json']) expect(readFileSync(join(folder, name), 'utf8')).toBe(readFileSync(resolve('models', name), 'utf8'));
  });
});
