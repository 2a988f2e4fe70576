import { backupRegister, restoreRegister, verifyBackup } from '../app/backup.js';
import { eraseDocument } from '../app/erase-document.js';
import { unwrap } from '../domain/unwrap.js';
import { accountName } from './account-name.js';
import { out, withRegister, type Common } from './register-commands.js';

const counts = (x: { documents: number; statements: number; signals: number; decisions: number; erased: number }): string =>
  `${String(x.documents)} documents, ${String(x.statements)} statements, ${String(x.signals)} signals, ${String(x.decisions)} decisions on words${x.erased > 0 ? `, ${String(x.erased)} erased` : ''}`;

export async function backupCommand(file: string, flags: Common): Promise<number> {
  return withRegister(flags.register, 'existing', async (register) => {
    const { rows, sha256 } = await backupRegister(register, file);
    out(`${file}: ${String(rows)} rows, verified (SHA-256 ${sha256.slice(0, 16)}…).\n`);
    return 0;
  });
}

export async function restoreCommand(file: string, flags: Common): Promise<number> {
  // Before a register is made for it.
  await verifyBackup(file);
  return withRegister(flags.register, 'create', async (register) => {
    const found = await restoreRegister(register, file);
    out(`${file}: ${String(found.rows)} rows restored; ${counts(found)}, every span in its text.\n`);
    return 0;
  });
}

/** Exit status 5, that of a damaged register, when something is wrong. */
export async function doctorCommand(flags: Common): Promise<number> {
  return withRegister(flags.register, 'existing', async (register) => {
    const found = await register.examine();
    for (const problem of found.problems) out(`${problem}\n`);
    out(
      `${counts(found)}: ${found.problems.length === 0 ? 'every span stands in its text' : `${String(found.problems.length)} problems`}.\n`,
    );
    return found.problems.length === 0 ? 0 : 5;
  });
}

export async function eraseCommand(document: string, flags: Common & { author?: string; reason: string }): Promise<number> {
  return withRegister(flags.register, 'existing', async (register) => {
    const erased = unwrap(await eraseDocument(register, document, accountName(flags.author), flags.reason));
    const { statements, signals, decisions } = erased.removed;
    out(`Document ${erased.documentId.slice(0, 12)} is erased: its text, ${String(statements)} statements, ${String(signals)} signals and ${String(decisions)} decisions on its words are gone; a tombstone stays.\n`);
    for (const id of erased.sameWords) out(`Document ${id.slice(0, 12)} holds the same words.\n`);
    out('Backups made before still hold it.\n');
    return 0;
  });
}
