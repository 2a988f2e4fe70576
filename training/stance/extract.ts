/**
 * What the reader sees in labelled texts: npx tsx training/stance/extract.ts SOURCE=FOLDER… Each folder holds cases as ../shared/eval/coverage describes them. The tables of
 * constructions and the invented cases of the project come in by themselves.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseIsoDate, parseStateCode, type IsoDate } from '../../src/domain/ids.js';
import { knownStates } from '../../src/knowledge/state-phrases.js';
import { optionContext } from '../../src/read/option-context.js';
import { readStatements } from '../../src/read/read-document.js';
import { findingFeatures } from '../../src/read/stance/classifier/finding-features.js';
import { pairsOf } from '../../src/read/stance/classifier/pairs.js';
import { ownersOf } from '../../src/read/stance/owners.js';
import { ruleFindings } from '../../src/read/stance/read-signals.js';
import { bodyNamesOf, rosterOf } from '../../src/work/readable-question.js';
import { writeLabelled, type LabelledText, type Row } from './labelled-file.js';

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

type TableRow = Omit<Labelled, 'gold'> & { readonly negative?: boolean; readonly expect?: { readonly positions?: Readonly<Record<string, string>> } };
function rows(): Labelled[] {
  const all = filesOf(path.join(project, 'tests/constructions'), 'dev-').flatMap((f) => { const data = json(f) as TableRow[] | { rows: TableRow[] }; return Array.isArray(data) ? data : data.rows; });
  return all.filter((r) => r.expect?.positions !== undefined || r.negative === true).map((r) => ({ ...r, gold: { positions: r.expect?.positions ?? {} } }));
}

function readCase(source: string, c: Labelled): LabelledText {
  const published = c.date ? parseIsoDate(c.date) : null;
  const sat = rosterOf({ body: c.question.body }, published ?? ('2024-10-01' as IsoDate));
  const roster = c.question.members?.flatMap((m) => parseStateCode(m) ?? []) ?? (sat.length > 0 ? sat : knownStates());
  const text = { text: c.text, ...(c.title ? { title: c.title } : {}), ...(published ? { published } : {}) };
  const option = { id: 'proposal', proposal: c.question.proposal, aliases: c.question.aliases ?? [] };
  const context = optionContext(readStatements(text), text, option, { options: [option], roster, bodyNames: bodyNamesOf(c.question.body) });
  const owner = ownersOf(context.statements, context.cast.tree);
  const found = ruleFindings(context, owner);
  const pairs = pairsOf(context, owner).map((p): Row => ({ members: p.members, stance: p.attitude.sign > 0 ? 'support' : 'oppose', features: p.features }));
  const findings = found.flatMap((f) => byFeatures(f.members.map((member): Row => ({ members: [member], stance: f.stance, features: findingFeatures(context, owner, f, member, found) }))));
  return { id: c.id, source, gold: c.gold.positions, ambiguous: c.gold.ambiguous ?? [], pairs, findings };
}

/** Rows of the same features as one row. */
function byFeatures(rows: readonly Row[]): Row[] {
  const out = new Map<string, Row>();
  for (const r of rows) out.set(r.features.join(), { ...r, members: [...(out.get(r.features.join())?.members ?? []), ...r.members] });
  return [...out.values()];
}

const named = process.argv.slice(2).map((a) => a.split('=') as [string, string]);
const texts = [
  ...rows().map((c) => readCase('constructions', c)),
  ...casesOf(path.join(project, 'tests/cases/dev')).map((c) => readCase('invented', c)),
  ...named.flatMap(([source, folder]) => casesOf(folder).map((c) => readCase(source, c))),
];
writeLabelled(texts);
console.error(texts.length, 'texts,', texts.reduce((n, t) => n + t.pairs.length, 0), 'pairs');
