import type { Command, Option } from 'commander';
import type * as SourceCommands from './source-commands.js';
import type { Run } from './add-review-commands.js';

/** Adds `follow`, `versions` and `sources …`, whose modules are loaded when one is called. */
export function addSourceCommands(
  program: Command,
  options: { readonly register: () => Option; readonly network: () => readonly Option[] },
  run: Run,
  load: () => Promise<typeof SourceCommands>,
): void {
  const { register, network } = options;
  // `sources` acts by itself and has commands below it: what comes after `failed` is of `failed`.
  program.enablePositionalOptions();
  const follow = program
    .command('follow')
    .description('ask feeds, sitemaps and pages again and again, and read what is new or changed')
    .argument('[addresses...]', 'taken up beside those followed already')
    .requiredOption('--question <id|file>', 'a question of the register, or a YAML file')
    .option('--every <time>', 'from one round to the next, e.g. 15m, 2h or 1d', '15m')
    .option('--once', 'one round');
  for (const option of network()) follow.addOption(option);
  follow.addOption(register()).action(run(async () => (await load()).followCommand));
  program
    .command('versions')
    .description('what stood at an address and when, and what changed')
    .argument('<address>')
    .option('--json', 'as JSON')
    .addOption(register())
    .action(run(async () => (await load()).versionsCommand));
  const sources = program
    .command('sources')
    .enablePositionalOptions()
    .description('what is followed, and how it goes')
    .option('--question <id>', 'of one question')
    .option('--json', 'as JSON')
    .addOption(register())
    .action(run(async () => (await load()).sourcesCommand));
  const below = (name: string, about: string): Command =>
    sources.command(name).description(about).option('--question <id>', 'of one question').addOption(register());
  below('failed', 'what could not be fetched or read, and why')
    .option('--json', 'as JSON')
    .action(run(async () => (await load()).failedCommand));
  below('retry', 'try failed addresses again in the next round')
    .argument('[addresses...]')
    .option('--all', 'all that failed')
    .action(run(async () => (await load()).retryCommand));
  below('leave', 'follow no longer')
    .argument('<addresses...>')
    .action(run(async () => (await load()).leaveCommand));
}
