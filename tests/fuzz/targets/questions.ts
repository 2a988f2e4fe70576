import { count } from '../../../src/count/count.js';
import { parseRule } from '../../../src/count/parse-rule.js';
import { resolveRule } from '../../../src/count/rules.js';
import { parseActors } from '../../../src/app/models/actors-file.js';
import { parseCosts } from '../../../src/app/models/costs-file.js';
import { parseEdges } from '../../../src/app/models/edges-file.js';
import { parseRollCalls } from '../../../src/app/models/roll-calls-file.js';
import { reasonWeights } from '../../../src/app/models/weights-file.js';
import { parseQuestion } from '../../../src/app/parse-question.js';
import { parseRequest } from '../../../src/app/parse-request.js';
import type { Failure } from '../../../src/domain/failure.js';
import type { IsoDate, StateCode } from '../../../src/domain/ids.js';
import type { Result } from '../../../src/domain/result.js';
import { parseWebAddress } from '../../../src/gather/index.js';
import fc from 'fast-check';
import { changedText, HOSTILE } from '../mutate.js';
import { mustBeSentence, mustHold, textOf, type FuzzTarget, type Input } from '../target.js';

// SAFETY: literals that are such.
const today = '2024-10-24' as IsoDate;
const roster = ['HUN', 'DEU', 'USA', 'SVK', 'TUR'] as StateCode[];

/** Parses to a value, or refuses in one sentence. */
const answered = <T>(result: Result<T, Failure>, then: (value: T) => void = () => undefined): void => {
  if (result.ok) then(result.value);
  else mustBeSentence(result.error.message);
};

const QUESTION = 'id: nato-ukraine\ntitle: What to offer\nbody: NATO\nrule: consensus\ndate: 2024-10-24\noptions:\n  - id: invite-now\n    proposal: Invite Ukraine now.\n    aliases: [immediate invitation]\n    entails: [clear-path]\n  - id: clear-path\n    proposal: A clear path.\nconditions:\n  - kind: war-over\n    state: open\n    since: 2024-10-01\nmembers: [HUN, DEU, USA]\n';
const OWN = 'id: q\nbody: a club\nproposal: Do it now\nmembers: [HUN, DEU]\nrule:\n  id: own\n  title: Own\n  needs: it needs all\n  source: us\n  passes: {all: [{yes: members, at-least: 60%}, {objections-at-most: 1}]}\n';
const YAML_WORDS = ['&a ', '*a', '[*a, *a, *a]', '&b [*a, *a]', '<<: *a', '!!js/function x', '!!binary ====', '? ', '- ', ': ', '{', '}', '[', ']', '|\n', '>\n', '%YAML 1.1\n', '---\n', '...\n', '#', '"', "'", '__proto__: {a: 1}\n', 'constructor: 1\n', '\n  ', '\n', '~', '0o7', '1:30', '.inf', '2024-13-40'];
const RULE = 'id: own\ntitle: Own\nbodies: ["*"]\nnames: [own rule]\nsource: us\nneeds: it needs most\nweights:\n  votes: {HUN: 1, DEU: 4, USA: 5}\npasses:\n  any:\n    - all: [{yes: members, at-least: 55%}, {yes: votes, more-than: 1/2}]\n    - against-fewer-than: 2\n    - veto: [USA, HUN]\n    - objections-at-most: 1\n';
const ACTORS = '- {name: Germany, position: 4, capability: 0.16, salience: 0.8}\n- {name: Hungary, position: 3..4..6, capability: 1±0.5, salience: [0.1, 0.9]}\n';

const files = (name: string, parse: (file: { name: string; text: string }) => Result<unknown, Failure>) => (input: Input): void => answered(parse({ name, text: textOf(input) }));

const query = fc
  .record(Object.fromEntries(['asOf', 'knownAt', 'option', 'rule', 'assume', 'met', 'cost', 'chance', 'together', 'exclude', 'publisher'].map((key) => [key, fc.option(changedText(['2024-10-18', '2024-10-18T08:00:00Z', 'HUN=support,SVK=oppose', 'HUN=0.2,unknown=0.7', '0.3', 'war-over,reformed'], ['=', ',', '.', '-', ':', 'e', ...HOSTILE]), { nil: undefined })])))
  .map((fields) => JSON.stringify(fields));

export const questionTargets: readonly FuzzTarget[] = [
  {
    name: 'questions (YAML)',
    code: 'src/app/parse-question.ts',
    inputs: 40_000,
    input: changedText([QUESTION, OWN], YAML_WORDS),
    check: (input) => answered(parseQuestion(textOf(input), 'q.yaml', today), (q) => mustHold(/^[a-z0-9][a-z0-9-]*$/.test(q.id) && q.options.length > 0, 'a question has an id and an option', q)),
  },
  {
    name: 'decision rules (YAML), and counts by them',
    code: 'src/count/parse-rule.ts',
    inputs: 50_000,
    input: changedText([RULE], [...YAML_WORDS, 'any: ', 'all: ', 'yes: ', 'at-least: ', 'more-than: ', '55%', '1/3', '0/0', '1e9', 'votes', 'veto: ']),
    check: (input) =>
      answered(parseRule(textOf(input), 'rule.yaml'), (definition) =>
        answered(resolveRule('nato', definition.id, today, roster, [{ ...definition, bodies: ['*'] }]), (rule) => {
          const c = count({ roster, positions: { HUN: 'oppose', DEU: 'support', USA: 'unknown' }, rule });
          mustHold(['adopted', 'blocked', 'open'].includes(c.outcome), 'a count has an outcome', c.outcome);
        }),
      ),
  },
  { name: 'actors of a bargain (YAML)', code: 'src/app/models/actors-file.ts', inputs: 20_000, input: changedText([ACTORS], YAML_WORDS), check: files('a.yaml', parseActors) },
  { name: 'actors (CSV)', code: 'src/app/models/actors-file.ts', inputs: 20_000, input: changedText(['name,position,capability,salience\nGermany,4,0.16,0.8\nHungary,3..4..6,1,0.5\n'], [',', '"', ';', '..', '±', '\n']), check: files('a.csv', parseActors) },
  { name: 'influence edges (YAML)', code: 'src/app/models/edges-file.ts', inputs: 20_000, input: changedText(['edges:\n  - {from: USA, to: DEU, weight: 0.6, note: said so}\nstubbornness: {HUN: 0.9}\n'], YAML_WORDS), check: files('e.yaml', (f) => parseEdges(f, roster)) },
  { name: 'costs and levers (YAML)', code: 'src/app/models/costs-file.ts', inputs: 20_000, input: changedText(['costs: {HUN: 3, TUR: never}\nlevers:\n  - {on: HUN, by: DEU, kind: payment, what: the fund, body: EU, worth: 2, price: 1}\n'], YAML_WORDS), check: files('c.yaml', (f) => parseCosts(f, roster)) },
  { name: 'weights of concerns (YAML)', code: 'src/app/models/weights-file.ts', inputs: 15_000, input: changedText(['escalation: 2\ncost: {weight: 1, low: 0.5, high: 3}\n'], YAML_WORDS), check: files('w.yaml', reasonWeights) },
  {
    name: 'roll calls (CSV)',
    code: 'src/app/models/roll-calls-file.ts',
    inputs: 50_000,
    input: changedText(['rcid,iso3,vote\n1,HUN,1\n1,DEU,3\n2,HUN,yes\n2,USA,abstain\n'], [',', ';', '\t', '"', '\n', 'country', 'vote', 'constructor', '9']),
    check: (input) => answered(parseRollCalls({ name: 'r.csv', text: textOf(input) }), ({ rollCalls }) => {
      for (const call of rollCalls) for (const cast of call.values()) mustHold(cast === 'yes' || cast === 'no' || cast === 'abstain', 'a vote is a vote', String(cast));
    }),
  },
  {
    name: 'parameters of a count',
    code: 'src/app/parse-request.ts',
    inputs: 60_000,
    input: query,
    check: (input) => answered(parseRequest(JSON.parse(textOf(input)) as object), (r) => mustHold(r.together !== undefined && r.together >= 0 && r.together <= 1, 'a chance is one', r.together)),
  },
  {
    name: 'web addresses',
    code: 'src/gather/fetch/web-address.ts',
    inputs: 120_000,
    input: changedText(['https://user:word@harbour.example:8443/a?b=c#d', 'http://[::ffff:10.0.0.1]:80/', 'http://0x7f.1/', 'http://2130706433/'], ['@', ':', '//', '[', ']', '%', '#', '?', '\\', '。', '①', 'file:', 'javascript:', 'data:', 'gopher:', '\u00ad']),
    check: (input) => answered(parseWebAddress(textOf(input), false), (url) => mustHold(/^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.hash === '' && url.href.length <= 2_000 && ['', '80', '443', '8080', '8443'].includes(url.port), 'an address of the web', url.href)),
  },
];
