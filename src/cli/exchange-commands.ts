import { readFile } from 'node:fs/promises';
import { exportAnnotations, importAnnotation, type Imported } from '../app/exchange/annotations.js';
import { toCsvTable } from '../app/exchange/csv.js';
import { exportDna, importDna } from '../app/exchange/dna.js';
import { exportPopolo, importPopolo } from '../app/exchange/popolo.js';
import { questionBrief } from '../app/exchange/question-brief.js';
import { tableOf, type TableName } from '../app/exchange/tables.js';
import { unwrap } from '../domain/unwrap.js';
import { reasonNetwork, toGexf, toGraphml } from '../app/exchange/network.js';
import type { Register } from '../app/open.js';
import { HoldoutError } from '../domain/failure.js';
import { accountName } from './account-name.js';
import { exportPage } from './export-page.js';
import { out, requestOf, withRegister, type Common, type CountFlags } from './register-commands.js';
import { today } from './today.js';
import { complain } from './complain.js';

async function known(register: Register, question: string): Promise<void> {
  if (await register.question(question)) return;
  throw new HoldoutError(
    'question-unknown',
    `The register has no question "${question}"; read some coverage with --question first.`,
  );
}

type ExportFormat = 'annotations' | 'graphml' | 'gexf' | 'popolo' | 'dna' | 'page';

export async function exportCommand(question: string, flags: Common & { format: ExportFormat; option?: string }): Promise<number> {
  return withRegister(flags.register, 'existing', async (register) => {
    await known(register, question);
    switch (flags.format) {
      case 'annotations':
        for (const annotation of await exportAnnotations(register, question)) out(`${JSON.stringify(annotation)}\n`);
        break;
      case 'graphml':
      case 'gexf':
        out((flags.format === 'gexf' ? toGexf : toGraphml)(await reasonNetwork(register, question, flags.option)));
        break;
      case 'popolo':
        out(`${JSON.stringify(unwrap(await exportPopolo(register, question, flags.option, today())), null, 1)}\n`);
        break;
      case 'dna':
        out(await exportDna(register, question));
        break;
      case 'page':
        out(await exportPage(register, question));
    }
    return 0;
  });
}

export async function tableCommand(question: string, table: TableName, flags: Common & { format: 'csv' | 'jsonl' }): Promise<number> {
  return withRegister(flags.register, 'existing', async (register) => {
    const { columns, rows } = unwrap(await tableOf(register, table, question, today()));
    if (flags.format === 'csv') out(toCsvTable(columns, rows));
    else for (const row of rows) out(`${JSON.stringify(row)}\n`);
    return 0;
  });
}

export async function briefCommand(question: string, flags: CountFlags): Promise<number> {
  const request = requestOf(flags);
  return withRegister(flags.register, 'existing', async (register) => {
    out(unwrap(await questionBrief(register, question, request, today())));
    return 0;
  });
}

/** Imports annotations (one JSON object a line), a Popolo file or a DNA event list; what fails is one sentence each and the rest goes on (exit status 3). */
export async function importCommand(
  question: string,
  file: string,
  flags: Common & { author?: string; option?: string; format: 'annotations' | 'popolo' | 'dna' },
): Promise<number> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new HoldoutError('input-unreadable', `${file} cannot be read; check its name and permissions.`, { cause });
  }
  const author = accountName(flags.author);
  return withRegister(flags.register, 'existing', async (register) => {
    await known(register, question);
    const totals = { added: 0, known: 0, failed: 0 };
    const note = (outcome: Imported, place: string): void => {
      totals[outcome.kind] += 1;
      if (outcome.kind === 'failed') complain(`${file}, ${place}: ${outcome.message}`);
    };
    if (flags.format === 'annotations') {
      for (const [i, line] of text.split('\n').entries())
        if (line.trim() !== '') note(await importAnnotation(register, question, parsed(line), author), `line ${String(i + 1)}`);
    } else {
      const outcomes = unwrap(
        flags.format === 'dna' ? await importDna(register, question, text, author) : await importPopolo(register, question, parsed(text), flags.option, author),
      );
      for (const [i, outcome] of outcomes.entries()) note(outcome, `entry ${String(i + 1)}`);
    }
    out(
      `${question}: ${String(totals.added)} added, ${String(totals.known)} already there, ${String(totals.failed)} failed.\n`,
    );
    return totals.failed === 0 ? 0 : 3;
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
