/**
 * Pairs of labelled texts: npx tsx training/stance/extract.ts SOURCE=FOLDER… Each folder holds cases as ../shared/eval/coverage describes them. The tables of
 * constructions and the invented cases of the project come in by themselves.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseIsoDate, parseStateCode, type IsoDate } from '../../src/domain/ids.js';
import { knownStates } from '../../src/knowledge/state-phrases.js';
import { optionContext } from '../../src/read/option-context.js';
import { readStatements } from '../../src/read/read-document.js';
import { pairsOf } from '../../src/read/stance/classifier/pairs.js';
import { ownersOf } from '../../src/read/stance/owners.js';
import { bodyNamesOf, rosterOf } from '../../src/work/readable-question.js';
import { writePairs, type LabelledPairs } from './pair-file.js';

interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly date?: string | null;
  readonly question: { readonly body: string; readonly proposal: string; readonly aliases?: readonly string[]; readonly members?: readonly string[] };
  readonly gold: { readonly positions: Readonly<Record<string, string>>; readonly ambiguous?: readonly string[] };
}

const project = path.resolve(import.meta.dirname, '../..');
const json = (file: string): unknown => JSON.parse(fs.readFileSync(file, 'utf8'));
const filesOf = (folder: string, prefix = ''): string[] => fs.readdirSync(folder).filter((f) => f.startsWith(prefix) && f.endsWith('.json')).sort().map((f) => path.join(folder, f));

function casesOf(folder: string): Labelled[] {
  return filesOf(folder).map((f) => json(f) as Labelled).filter((c) => typeof c.text === 'string' && c.gold !== undefined);
}

type Row = Omit<Labelled, 'gold'> & { readonly negative?: boolean; readonly expect?: { readonly positions?: Readonly<Record<string, string>> } };
function rows(): Labelled[] {
  const all = filesOf(path.join(project, 'tests/constructions'), 'dev-').flatMap((f) => { const data = json(f) as Row[] | { rows: Row[] }; return Array.isArray(data) ? data : data.rows; });
  return all.filter((r) => r.expect?.positions !== undefined || r.negative === true).map((r) => ({ ...r, gold: { positions: r.expect?.positions ?? {} } }));
}

function pairsFrom(source: string, c: Labelled): LabelledPairs {
  const published = c.date ? parseIsoDate(c.date) : null;
  const sat = rosterOf({ body: c.question.body }, published ?? ('2024-10-01' as IsoDate));
  const roster = c.question.members?.flatMap((m) => parseStateCode(m) ?? []) ?? (sat.length > 0 ? sat : knownStates());
  const text = { text: c.text, ...(c.title ? { title: c.title } : {}), ...(published ? { published } : {}) };
  const option = { id: 'proposal', proposal: c.question.proposal, aliases: c.question.aliases ?? [] };
  const context = optionContext(readStatements(text), text, option, { options: [option], roster, bodyNames: bodyNamesOf(c.question.body) });
  const pairs = pairsOf(context, ownersOf(context.statements, context.cast.tree)).map((p) => ({ members: p.members, sign: p.attitude.sign as -1 | 1, features: p.features }));
  return { id: c.id, source, gold: c.gold.positions, ambiguous: c.gold.ambiguous ?? [], pairs };
}

const named = process.argv.slice(2).map((a) => a.split('=') as [string, string]);
const texts = [
  ...rows().map((c) => pairsFrom('constructions', c)),
  ...casesOf(path.join(project, 'tests/cases/dev')).map((c) => pairsFrom('invented', c)),
  ...named.flatMap(([source, folder]) => casesOf(folder).map((c) => pairsFrom(source, c))),
];
writePairs(texts);
console.error(texts.length, 'texts,', texts.reduce((n, t) => n + t.pairs.length, 0), 'pairs');
