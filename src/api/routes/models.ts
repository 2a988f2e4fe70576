import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bargainFile } from '../../app/models/bargain-file.js';
import { bargainQuestion } from '../../app/models/bargain-question.js';
import { reportInfluence } from '../../app/models/influence-report.js';
import { reportPlan } from '../../app/models/plan-report.js';
import { reportPrior } from '../../app/models/prior-report.js';
import { reportTradeoffs } from '../../app/models/tradeoffs-report.js';
import type { Failure } from '../../domain/failure.js';
import type { Result } from '../../domain/result.js';
import { unwrap } from '../../domain/unwrap.js';
import type { Api, ApiContext } from '../api.js';
import { answers, jsonBody } from '../http/answers.js';
import { ApiRefusal } from '../http/problem.js';
import { bargainReport, fileText, influenceReport, planReport, priorReport, scalar, tradeoffsReport } from '../schemas/models.js';
import { countQuery, questionPath } from '../schemas/parts.js';
import { requestOf } from './counts.js';

type Given = Readonly<Record<string, string | undefined>>;

/** One model: what it is asked by, and which files it takes. */
interface ModelRoute {
  readonly path: string;
  readonly summary: string;
  readonly report: z.ZodType;
  /** Parameters with what they mean, as the command line's flags. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
}

const MODEL = { model: 'challenge, median, mean, nash or ktab.', set: 'Parameters of the model, NAME=VALUE,….', runs: 'Runs over uncertain inputs.', seed: 'Seed of the runs.' };
const ACTORS = { actors: 'Actors: [{name, position, capability, salience}, …], or the text of a CSV or YAML file.' };

const EDGES = { edge: 'Influence edges by hand, USA:DEU=0.6,….', bases: 'Which edges count besides: text, neighbour, shared-body, voting-agreement, or none.' };
const EDGE_FILES = { edges: 'Influence edges: [{from, to, weight}, …], or the text of a CSV or YAML file.', prior: 'Roll calls of the UN General Assembly: the text of a CSV file.' };
const PLAN = { budget: 'What may be spent, in the unit of costs.', goal: 'possible (the undecided say yes) or certain (they say no).', ...EDGES };
const PLAN_FILES = { costs: 'Costs and levers: {costs: {HUN: 3, TUR: "never"}, levers: [{on, by, kind, what, body, worth, price}, …]}.', ...EDGE_FILES };
const SHIFT = { shift: 'Supposed shifts, USA=support,….', ...EDGES };

const described = <T extends z.ZodType>(schema: (meaning: string) => T, of: Readonly<Record<string, string>>): Record<string, T> => Object.fromEntries(Object.entries(of).map(([name, meaning]) => [name, schema(meaning)]));

/**
 * Adds a model as GET, with parameters in the address, and as POST, with a JSON body of the same parameters and of files. Neither changes
 * the register: a model is a what-if.
 */
function addModel(api: Api, route: ModelRoute, ask: (id: string, count: z.output<typeof countQuery>, given: Given) => Promise<Result<object, Failure>> | Result<object, Failure>): void {
  const ofQuestion = route.path.includes('{id}');
  const asked = described((description) => z.string().optional().openapi({ description }), route.parameters);
  const query = (ofQuestion ? countQuery : z.object({})).extend(asked);
  const posted = z.strictObject({ ...described((description) => scalar.optional().openapi({ description }), route.parameters), ...described((description) => fileText.optional().openapi({ description }), route.files) });
  const shared = { path: route.path, tags: ['Models'], summary: route.summary, responses: answers(route.report, 'The model’s answer, with a sentence that says it in words.') };
  const params = ofQuestion ? { params: questionPath } : {};
  const answer = async (c: Context, body: Given): Promise<Response> => {
    const given = query.parse(c.req.query());
    return c.json(unwrap(await ask(c.req.param('id') ?? '', given as z.output<typeof countQuery>, { ...(given as Given), ...body })));
  };
  if (ofQuestion) api.openapi(createRoute({ ...shared, method: 'get', request: { ...params, query } }), (c) => answer(c, {}) as never);
  api.openapi(createRoute({ ...shared, method: 'post', request: { ...params, query, body: jsonBody(posted) } }), (c) => answer(c, c.req.valid('json')) as never);
}

/** Parameters that are given and not empty, as the app takes them. */
const given = (values: Given, names: Readonly<Record<string, string>>): Readonly<Record<string, string>> => Object.fromEntries(Object.keys(names).flatMap((name) => (values[name] ? [[name, values[name]] as const] : [])));
const file = (values: Given, name: string): { readonly name: string; readonly text: string } | null => (values[name] === undefined ? null : { name, text: values[name] });

const edgeFiles = (values: Given) => ({ edges: file(values, 'edges'), prior: file(values, 'prior') });

/** The models of a question, and bargaining among actors of the caller's own. */
export function addModelRoutes(api: Api, { register, today }: ApiContext): void {
  addModel(api, { path: '/api/questions/{id}/bargain', summary: 'Where bargaining among the members ends, who pressed whom, and how far uncertainty spreads it', report: bargainReport, parameters: MODEL, files: ACTORS }, (id, count, values) =>
    bargainQuestion(register, id, requestOf(count), given(values, MODEL), file(values, 'actors'), today()),
  );
  addModel(api, { path: '/api/bargain', summary: 'Where bargaining among given actors ends', report: bargainReport, parameters: MODEL, files: ACTORS }, (_, _count, values) => {
    const actors = file(values, 'actors');
    if (!actors) throw new ApiRefusal('usage', 'Give the actors: a JSON object {"actors": [{"name", "position", "capability", "salience"}, …]}.');
    return bargainFile(actors, given(values, MODEL));
  });
  addModel(api, { path: '/api/questions/{id}/influence', summary: 'Who carries whom, and what a shift does to the others', report: influenceReport, parameters: SHIFT, files: EDGE_FILES }, (id, count, values) =>
    reportInfluence(register, id, requestOf(count), given(values, SHIFT), edgeFiles(values), today()),
  );
  addModel(api, { path: '/api/questions/{id}/plan', summary: 'Whom to work on, through whom and in which order, within a budget', report: planReport, parameters: PLAN, files: PLAN_FILES }, (id, count, values) =>
    reportPlan(register, id, requestOf(count), given(values, PLAN), { ...edgeFiles(values), costs: file(values, 'costs') }, today()),
  );
  addModel(api, { path: '/api/questions/{id}/tradeoffs', summary: 'What each option is worth by the reasons members gave, and which weight matters', report: tradeoffsReport, parameters: {}, files: { weights: 'Weights of concerns: {escalation: 2, cost: {weight, low, high}}.' } }, (id, count, values) =>
    reportTradeoffs(register, id, requestOf(count), file(values, 'weights'), today()),
  );
  addModel(api, { path: '/api/questions/{id}/prior', summary: 'What roll calls suggest of silent members; no evidence, part of no count', report: priorReport, parameters: {}, files: { prior: EDGE_FILES.prior } }, (id, count, values) => {
    const prior = file(values, 'prior');
    if (!prior) throw new ApiRefusal('usage', 'Give the roll calls: post {"prior": the text of a CSV file with rcid, country and vote}.');
    return reportPrior(register, id, requestOf(count), prior, today());
  });
}
