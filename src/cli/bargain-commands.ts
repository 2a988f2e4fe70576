import { bargainFile } from '../app/models/bargain-file.js';
import type { BargainReport, BargainRequest } from '../app/models/bargain-report.js';
import { bargainText } from '../app/models/bargain-text.js';
import type { InputFile } from '../app/models/input-file.js';
import { HoldoutError } from '../domain/failure.js';
import { unwrap } from '../domain/unwrap.js';
import { inputFile } from './read-file.js';
import type { CountFlags } from './register-commands.js';
import { today } from './today.js';

type Flags = CountFlags & BargainRequest & { readonly actors?: string };

/** `holdout bargain [question] [--actors FILE]`. */
export async function bargainCommand(question: string | undefined, flags: Flags): Promise<number> {
  const file = flags.actors === undefined ? null : await inputFile(flags.actors, 'a JSON, YAML or CSV file with actors');
  let report: BargainReport;
  if (question !== undefined) report = await ofQuestion(question, flags, file);
  else if (file) report = unwrap(bargainFile(file, flags));
  else throw new HoldoutError('usage', 'holdout bargain needs a question of the register, or --actors with a file.');
  process.stdout.write(flags.json ? `${JSON.stringify(report, null, 1)}\n` : bargainText(report));
  return 0;
}

// A file of actors needs neither the register nor the reader, which take half a second to load.
async function ofQuestion(question: string, flags: Flags, file: InputFile | null): Promise<BargainReport> {
  const [{ bargainQuestion }, { requestOf, withRegister }] = await Promise.all([import('../app/models/bargain-question.js'), import('./register-commands.js')]);
  const request = requestOf(flags);
  return withRegister(flags.register, 'existing', async (register) => unwrap(await bargainQuestion(register, question, request, flags, file, today())));
}
