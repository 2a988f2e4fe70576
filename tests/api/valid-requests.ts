import openapi from '../../docs/openapi.json' with { type: 'json' };

/** What makes each request with a body a good one, by method and path of the API's document. `SIGNAL` and `DOCUMENT` stand for ids. */
const question = { id: 'made', body: 'nato', rule: 'consensus', proposal: 'Lift the embargo' };
const actors = [{ name: 'A', position: 1, capability: 1, salience: 0.5 }, { name: 'B', position: 9, capability: 2, salience: 0.5 }];
export const BODIES: Readonly<Record<string, readonly object[]>> = {
  'post /api/session': [{ name: 'Rex', password: 'correct horse battery' }],
  'post /api/session/password': [{ old: 'correct horse battery', new: 'another horse battery' }],
  'post /api/accounts': [{ name: 'New', role: 'reader', password: 'a horse with a battery' }],
  'post /api/tokens': [{ label: 'a program', days: 2 }],
  'post /api/questions': [question, { ...question, options: [{ id: 'a', proposal: 'Do it', entails: ['b'] }, { id: 'b', proposal: 'Do less', aliases: ['less'] }], conditions: [{ kind: 'war-over', state: 'open' }] }],
  'post /api/questions/preview': [question],
  'post /api/questions/preview/count': [question],
  'post /api/documents/{id}/erasure': [{ reason: 'an order', author: 'Ana' }],
  'post /api/questions/{id}/documents': [{ text: 'Hungary opposes doing it now, its minister said.', title: 'No', publisher: 'Harbour Post', published: '2024-10-18', address: 'https://harbour.example/a' }, { text: '<p>Germany backs it.</p>', format: 'html' }],
  'post /api/questions/{id}/addresses': [{ address: 'http://127.0.0.1/a' }],
  'post /api/questions/{id}/decisions': [
    { action: 'accept', signal: 'SIGNAL', author: 'Ana', note: 'checked' },
    { action: 'correct', signal: 'SIGNAL', stance: 'conditional', author: 'Ana' },
    { action: 'add', member: 'USA', stance: 'support', document: 'DOCUMENT', quote: 'Hungary said no', speaker: 'x', author: 'Ana' },
    { action: 'declare', member: 'HUN', stance: 'support', from: '2024-11-01', author: 'Ana' },
    { action: 'merge', documents: ['DOCUMENT', 'DOCUMENT'], author: 'Ana' },
  ],
  'post /api/questions/{id}/whatifs': [{ name: 'a plan', author: 'Ana', supposes: { met: 'war-over', assume: 'HUN=support' } }],
  'post /api/questions/{id}/bargain': [{ model: 'median' }, { model: 'challenge', actors, runs: 3, seed: 1 }],
  'post /api/bargain': [{ actors, model: 'challenge', set: 'rounds=2' }],
  'post /api/questions/{id}/influence': [{ edge: 'USA:DEU=0.6', shift: 'USA=support', edges: [{ from: 'USA', to: 'HUN', weight: 0.5 }] }],
  'post /api/questions/{id}/plan': [{ budget: 3, costs: { costs: { HUN: 2 } }, goal: 'possible' }],
  'post /api/questions/{id}/tradeoffs': [{ weights: { escalation: 2 } }],
  'post /api/questions/{id}/prior': [{ prior: 'rcid,iso3,vote\n1,HUN,1\n1,DEU,3\n' }],
  'post /api/questions/{id}/forecasts': [{ probability: 0.4, author: 'Ana', note: 'a guess' }],
  'post /api/alerts': [{ question: 'q', feed: true, members: ['HUN'], about: 'positions', author: 'Ana' }],
  'post /api/alerts/run': [{}],
  'post /api/questions/{id}/resolutions': [{ outcome: 'adopted', on: '2024-12-01', author: 'Ana' }],
};

/** What stands in a path for its parameters. */
export const PATHS: Readonly<Record<string, string>> = { member: 'HUN', table: 'signals', body: 'nato' };

interface Parameter {
  readonly name: string;
  readonly in: string;
}
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly bodies: readonly object[];
}

/** Every request of the API's document. */
export const ROUTES: readonly Route[] = Object.entries(openapi.paths as Readonly<Record<string, Readonly<Record<string, { parameters?: readonly Parameter[] }>>>>).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { parameters }]) => ({ method, path, query: (parameters ?? []).filter((p) => p.in === 'query').map((p) => p.name), bodies: BODIES[`${method} ${path}`] ?? [] })),
);

/** A path with its parameters filled in. */
export const filled = (path: string, values: Readonly<Record<string, string>>): string => path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent((values[name] ?? PATHS[name] ?? '').replace(/\p{Surrogate}/gu, '\ufffd')));
