import fs from 'node:fs';
import path from 'node:path';
import { parseIsoDate, parseStateCode, type IsoDate } from '../../src/domain/ids.js';
import { knownStates } from '../../src/knowledge/state-phrases.js';
import { optionContext } from '../../src/read/option-context.js';
import { readStatements } from '../../src/read/read-document.js';
import type { SignalContext } from '../../src/read/stance/read-signals.js';
import { bodyNamesOf, rosterOf } from '../../src/work/readable-question.js';

/** A labelled text, as `../shared/eval/coverage` describes it. */
export interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly date?: string | null;
  readonly question: { readonly body: string; readonly proposal: string; readonly aliases?: readonly string[]; readonly members?: readonly string[] };
  readonly gold: { readonly positions: Readonly<Record<string, string>>; readonly ambiguous?: readonly string[] };
}

export const project = path.resolve(import.meta.dirname, '../..');
const json = (file: string): unknown => JSON.parse(fs.readFileSync(file, 'utf8'));
const filesOf = (folder: string, prefix = ''): string[] => fs.readdirSync(folder).filter((f) => f.startsWith(prefix) && f.endsWith('.json')).sort().map((f) => path.join(folder, f));

/** The labelled texts of a folder, in the order of their names. */
export function casesOf(folder: string): Labelled[] {
  return filesOf(folder).map((f) => json(f) as Labelled).filter((c) => typeof c.text === 'string' && c.gold !== undefined);
}

type TableRow = Omit<Labelled, 'gold'> & { readonly negative?: boolean; readonly expect?: { readonly positions?: Readonly<Record<string, string>> } };
/** The project's own sentences that say what positions they state. */
export function rows(): Labelled[] {
  const all = filesOf(path.join(project, 'tests/constructions'), 'dev-').flatMap((f) => { const data = json(f) as TableRow[] | { rows: TableRow[] }; return Array.isArray(data) ? data : data.rows; });
  return all.filter((r) => r.expect?.positions !== undefined || r.negative === true).map((r) => ({ ...r, gold: { positions: r.expect?.positions ?? {} } }));
}

/** What the stages after the question-free ones rest on, for a labelled text. */
export function contextOf(c: Labelled): SignalContext {
  const published = c.date ? parseIsoDate(c.date) : null;
  const sat = rosterOf({ body: c.question.body }, published ?? ('2024-10-01' as IsoDate));
  const roster = c.question.members?.flatMap((m) => parseStateCode(m) ?? []) ?? (sat.length > 0 ? sat : knownStates());
  const text = { text: c.text, ...(c.title ? { title: c.title } : {}), ...(published ? { published } : {}) };
  const option = { id: 'proposal', proposal: c.question.proposal, aliases: c.question.aliases ?? [] };
  return optionContext(readStatements(text), text, option, { options: [option], roster, bodyNames: bodyNamesOf(c.question.body) });
}
