import { readFile } from 'node:fs/promises';
import { exportAnnotations, importAnnotation } from '../app/exchange/annotations.js';
import { reasonNetwork, toGexf, toGraphml } from '../app/exchange/network.js';
import type { Register } from '../app/open.js';
import { HoldoutError } from '../domain/failure.js';
import { accountName } from './account-name.js';
import { exportPage } from './export-page.js';
import { out, withRegister, type Common } from './register-commands.js';

async function known(register: Register, question: string): Promise<void> {
  if (await register.question(question)) return;
  throw new HoldoutError(
    'question-unknown',
    `The register has no question "${question}"; read some coverage with --question first.`,
  );
}

export async function exportCommand(
  question: string,
  flags: Common & { format: 'annotations' | 'graphml' | 'gexf' | 'page'; option?: string },
): Promise<number> {
  return withRegister(flags.register, 'existing', async (register) => {
    await known(register, question);
    if (flags.format === 'page') out(await exportPage(register, question));
    else if (flags.format === 'annotations')
      for (const annotation of await exportAnnotations(register, question)) out(`${JSON.stringify(annotation)}\n`);
    else out((flags.format === 'gexf' ? toGexf : toGraphml)(await reasonNetwork(register, question, flags.option)));
    return 0;
  });
}

/** Imports annotations, one JSON object a line; a bad line is one sentence and the rest goes on (exit status 3). */
export async function importCommand(
  question: string,
  file: string,
  flags: Common & { author?: string },
): Promise<number> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new HoldoutError('input-unreadable', `${file} cannot be read; check its name and permissions.`, { cause });
  }
  return withRegister(flags.register, 'existing', async (register) => {
    await known(register, question);
    const totals = { added: 0, known: 0, failed: 0 };
    for (const [i, line] of text.split('\n').entries()) {
      if (line.trim() === '') continue;
      const outcome = await importAnnotation(
        register,
        question,
        parsed(line),
        accountName(flags.author),
      );
      totals[outcome.kind] += 1;
      if (outcome.kind === 'failed')
        process.stderr.write(`holdout: ${file}, line ${String(i + 1)}: ${outcome.message}\n`);
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
