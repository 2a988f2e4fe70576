import { Option, type Command } from 'commander';
import { ALERT_SUBJECTS } from '../domain/alert.js';
import type { Run } from './add-review-commands.js';
import type * as AlertCommands from './alert-commands.js';

/** Adds `alert …`, whose module is loaded when one is called. */
export function addAlertCommands(program: Command, options: { readonly register: () => Option; readonly allowPrivate: () => Option }, run: Run, load: () => Promise<typeof AlertCommands>): void {
  const { register, allowPrivate } = options;
  const alert = program.command('alert').description('who is told when something changes: by a signed webhook, by mail, or as a feed');
  const below = (name: string, about: string): Command => alert.command(name).description(about).addOption(register());
  below('add', 'tell somebody what changes in a question from now on')
    .argument('<question>')
    .option('--webhook <address>', 'post it there, signed with HOLDOUT_WEBHOOK_SECRET')
    .option('--mail <address>', 'mail it there')
    .option('--feed', 'as a feed of its own')
    .option('--option <id>', 'which option')
    .addOption(new Option('--about <what>', 'which changes').choices(ALERT_SUBJECTS).default('all'))
    .option('--member <names...>', 'the positions of these members alone')
    .option('--author <name>', 'who asks for it')
    .addOption(allowPrivate())
    .action(run(async () => (await load()).addAlertCommand));
  below('list', 'who is told what, and how far').option('--question <id>', 'of one question').action(run(async () => (await load()).listAlertsCommand));
  below('remove', 'tell it no longer').argument('<number>').option('--author <name>', 'who says so').action(run(async () => (await load()).removeAlertCommand));
  below('run', 'tell what changed since the last run; for a timer (HOLDOUT_WEBHOOK_SECRET; HOLDOUT_SMTP as smtp://…, HOLDOUT_MAIL_FROM)')
    .option('--question <id>', 'of one question')
    .addOption(allowPrivate())
    .action(run(async () => (await load()).runAlertsCommand));
}
