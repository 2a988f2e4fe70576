import { accountNamed, makeToken, putAccount } from '../app/accounts/accounts.js';
import { HoldoutError } from '../domain/failure.js';
import { unwrap } from '../domain/unwrap.js';
import { accountName } from './account-name.js';
import { linesOf } from './lines.js';
import { out, withRegister, type Common } from './register-commands.js';

/** The password of HOLDOUT_PASSWORD, or the first line of standard input: never an argument, which other users of the machine could see. */
async function askedPassword(): Promise<string> {
  const given = process.env['HOLDOUT_PASSWORD'];
  if (given !== undefined) return given;
  if (process.stdin.isTTY) process.stderr.write('Password (it is shown as you type): ');
  for await (const line of linesOf(process.stdin)) return line ?? '';
  throw new HoldoutError('usage', 'A password is needed; write it to standard input or set HOLDOUT_PASSWORD.');
}

const reviewing = (questions: readonly string[]): string => (questions.length === 0 ? '' : `, reviewing ${questions.join(', ')}`);

export async function setUserCommand(name: string, flags: Common & { role: string; password?: boolean; review?: readonly string[] }): Promise<number> {
  return withRegister(flags.register, 'create', async (register) => {
    const isNew = (await accountNamed(register, name)) === null;
    const password = flags.role !== 'none' && (flags.password ?? isNew) ? await askedPassword() : undefined;
    const account = unwrap(await putAccount(register, name, flags.role, password, accountName(undefined) || 'command line', flags.review?.filter((id) => id !== 'none')));
    out(account.role === null ? `The account of ${name} is closed.\n` : `${name} is a ${account.role}${reviewing(account.reviews)}.\n`);
    return 0;
  });
}

export async function listUsersCommand(flags: Common): Promise<number> {
  return withRegister(flags.register, 'existing', async (register) => {
    for (const { name, role, password, reviews } of await register.people.accounts())
      out(`${(role ?? 'closed').padEnd(8)}  ${name}${reviewing(reviews)}${role !== null && password === null ? '  (tokens only)' : ''}\n`);
    return 0;
  });
}

export async function userTokenCommand(name: string, flags: Common & { label: string; days: string }): Promise<number> {
  return withRegister(flags.register, 'existing', async (register) => {
    const { secret, expiresAt } = unwrap(await makeToken(register, name, flags.label, Number(flags.days), new Date()));
    out(`${secret}\n`);
    process.stderr.write(`It is shown this once and lasts until ${expiresAt.slice(0, 10)}.\n`);
    return 0;
  });
}

export async function auditCommand(flags: Common & { limit: string }): Promise<number> {
  const limit = Number(flags.limit);
  if (!Number.isInteger(limit) || limit < 1) throw new HoldoutError('usage', `--limit is "${flags.limit}"; give a whole number from 1.`);
  return withRegister(flags.register, 'existing', async (register) => {
    for (const { recordedAt, actor, action, subject } of await register.people.audit(limit)) out(`${recordedAt}  ${actor}  ${action}  ${subject}\n`);
    return 0;
  });
}
