import fc from 'fast-check';
import type { Api } from '../../../src/api/api.js';
import { createApi } from '../../../src/api/create-api.js';
import { importAnnotation } from '../../../src/app/exchange/annotations.js';
import { importDna } from '../../../src/app/exchange/dna.js';
import { importPopolo } from '../../../src/app/exchange/popolo.js';
import type { Register } from '../../../src/register/index.js';
import { smallRegister, today } from '../../api/helpers.js';
import { filled, ROUTES } from '../../api/valid-requests.js';
import { newFolder, removeFolders } from '../../register/helpers.js';
import { changedJson, changedJsonText, changedText, HOSTILE } from '../mutate.js';
import { mustBeSentence, mustHold, textOf, type FuzzTarget, type Input } from '../target.js';

/** Targets of this file. */
const SHARED_BY = 5;

/** The small register that these targets share, made anew before it has grown large. */
class Place {
  #register: Register | null = null;
  #used = 0;
  #open = 0;
  api: Api | null = null;
  document = '';
  signal = '';

  async register(): Promise<Register> {
    this.#used += 1;
    if (this.#register !== null && this.#used % 1_500 !== 0) return this.#register;
    await this.#register?.close();
    this.#register = await smallRegister({ name: 'a folder', available: true, newPlace: () => Promise.resolve(newFolder()), close: () => Promise.resolve() });
    this.document = (await this.#register.documents())[0]?.id ?? '';
    this.signal = (await this.#register.signals({ question: 'q' }))[0]?.id ?? '';
    this.api = createApi({ register: this.#register, today: () => today });
    return this.#register;
  }

  /** Ends with the process, or with the last target: opening one takes longer than most tests of it. */
  readonly open = async (): Promise<() => Promise<void>> => {
    await this.register();
    this.#open += 1;
    return async () => {
      if (this.#open < SHARED_BY) return;
      await this.#register?.close();
      this.#register = null;
      removeFolders();
    };
  };

  /** An input with the ids of this register in it. */
  readonly filled = (input: Input): string => textOf(input).replaceAll('DOCUMENT', this.document).replaceAll('SIGNAL', this.signal);
}

const POPOLO = {
  organizations: [{ id: 'o1', name: 'Hungary', identifiers: [{ scheme: 'ISO 3166-1 alpha-3', identifier: 'HUN' }] }],
  vote_events: [{ id: 'v1', start_date: '2024-10-18', votes: [{ voter_id: 'o1', option: 'no' }, { voter_id: 'DEU', option: 'yes' }] }],
};
const DNA = '"statement ID";"time";"document ID";"document title";"author";"source";"section";"type";"text";"person";"organization";"concept";"agreement";"stance"\n1;2024-10-01 00:00:00;1;"";"";"HUN Post";"q";"";"Hungary said no";"The minister";"Hungary";"Do it now";0;"oppose"\n';
const ANNOTATION = {
  type: 'Annotation',
  creator: { type: 'Person', name: 'Ana' },
  body: [{ type: 'TextualBody', purpose: 'tagging', value: 'member:HUN' }, { type: 'TextualBody', purpose: 'tagging', value: 'stance:oppose' }, { type: 'TextualBody', purpose: 'tagging', value: 'option:now' }],
  target: { source: 'urn:holdout:document:DOCUMENT', selector: [{ type: 'TextQuoteSelector', exact: 'Hungary said no', prefix: '', suffix: '.' }, { type: 'TextPositionSelector', start: 0, end: 15 }] },
};
const place = new Place();

const mustBeImported = (items: readonly { readonly kind: string; readonly message?: string }[]): void => {
  for (const item of items) if (item.kind === 'failed') mustHold(typeof item.message === 'string' && item.message !== '', 'a refusal says why', item);
};

/** Never ends, or would ask the network. */
const LEFT_OUT = new Set(['get /api/questions/{id}/events', 'post /api/questions/{id}/addresses']);
const asked = ROUTES.filter(({ method, path }) => !LEFT_OUT.has(`${method} ${path}`));
const posted = asked.filter(({ bodies: some }) => some.length > 0);

async function mustAnswer(path: string, init: RequestInit): Promise<void> {
  const answer = await place.api?.request(path, init);
  if (!answer) return;
  const body = await answer.text();
  mustHold(answer.status < 500, 'a request never breaks the server', [init.method, path, answer.status, body]);
  if (answer.status < 400 || answer.headers.get('content-type') === 'text/plain;charset=UTF-8') return;
  const problem = JSON.parse(body) as { status: number; code: string; detail: string };
  mustHold(problem.status === answer.status && problem.code !== '' && problem.detail !== '', 'a problem is a problem document', problem);
}

interface Asked {
  readonly path: string;
  readonly method: string;
  readonly id: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const sent = async (input: Input): Promise<void> => {
  await place.register();
  const { path, method, id, query, body } = JSON.parse(place.filled(input)) as Asked;
  const search = new URLSearchParams(Object.entries(query)).toString();
  const at = filled(path, { id: id === 'ID' ? (path.includes('/documents/') ? place.document : 'q') : id, ...(id === 'ID' ? {} : { member: id, body: id, table: id }) });
  await mustAnswer(`${at}${search === '' ? '' : `?${search}`}`, { method: method.toUpperCase(), ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body) }) });
};
const word = fc.oneof(fc.constantFrom(...HOSTILE), changedText(['2024-10-18', 'HUN=support,SVK=oppose', 'HUN=0.2,unknown=0.7', '0.3', 'consensus', 'signals', '100'], ['=', ',', '.', ':']));

export const registerTargets: readonly FuzzTarget[] = [
  { name: 'Popolo', code: 'src/app/exchange/popolo.ts', inputs: 5_000, open: place.open, input: changedJsonText([POPOLO]), check: async (input) => {
    const register = await place.register();
    let raw: unknown;
    try {
      raw = JSON.parse(textOf(input));
    } catch {
      return;
    }
    const found = await importPopolo(register, 'q', raw, undefined, 'Ana');
    if (found.ok) mustBeImported(found.value);
    else mustHold(found.error.message !== '', 'a refusal says why', found.error);
  } },
  { name: 'DNA event lists', code: 'src/app/exchange/dna.ts', inputs: 5_000, open: place.open, input: changedText([DNA], [';', '"', '""', '\n', '\r\n', 'Hungary', '0', '1']), check: async (input) => {
    const found = await importDna(await place.register(), 'q', textOf(input), 'Ana');
    if (found.ok) mustBeImported(found.value);
    else mustBeSentence(found.error.message);
  } },
  { name: 'Web Annotations', code: 'src/app/exchange/annotations.ts', inputs: 5_000, open: place.open, input: changedJson([ANNOTATION]).map((a) => JSON.stringify(a) ?? 'null'), check: async (input) => {
    const register = await place.register();
    mustBeImported([await importAnnotation(register, 'q', JSON.parse(place.filled(input)), 'Ana')]);
  } },
  {
    name: 'bodies of API requests',
    code: 'src/api/routes',
    inputs: 12_000,
    open: place.open,
    input: fc.constantFrom(...posted).chain(({ path, method, bodies: good }) => fc.record({ path: fc.constant(path), method: fc.constant(method), id: fc.constant('ID'), query: fc.constant({}), body: fc.oneof({ weight: 9, arbitrary: changedJson(good) }, { weight: 1, arbitrary: changedJsonText(good) }) })).map((a) => JSON.stringify(a)),
    check: sent,
  },
  {
    name: 'paths and parameters of API requests',
    code: 'src/api',
    inputs: 20_000,
    open: place.open,
    input: fc
      .constantFrom(...asked.filter(({ method }) => method !== 'post'))
      .chain(({ path, method, query }) => fc.record({ path: fc.constant(path), method: fc.constant(method), id: fc.oneof({ weight: 3, arbitrary: fc.constant('ID') }, { weight: 1, arbitrary: word.filter((w) => w !== '') }), query: query.length === 0 ? fc.constant({}) : fc.dictionary(fc.constantFrom(...query), word, { maxKeys: 3 }) }))
      .map((a) => JSON.stringify(a)),
    check: sent,
  },
];
