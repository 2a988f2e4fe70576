import { threadsOption } from './threads-flag.js';
import type { Command, Option } from 'commander';
import { addReaderFlags } from './add-reader-flags.js';
import type * as ReviewCommands from './review-commands.js';

type Load<A extends unknown[]> = () => Promise<(...args: A) => Promise<number>>;
/** Runs what a module gives when its command is called, and keeps its exit status. */
export type Run = <A extends unknown[]>(load: Load<A>) => (...args: A) => Promise<void>;

/** Adds `review …`, `reread` and `diff`, whose modules are loaded when one is called. */
export function addReviewCommands(
  program: Command,
  register: () => Option,
  run: Run,
  load: () => Promise<typeof ReviewCommands>,
): void {
  const review = program
    .command('review')
    .description('accept, correct or reject what was read; add, declare, merge and split; nothing is overwritten');
  const decision = (name: string, about: string): Command =>
    review
      .command(name)
      .description(about)
      .argument('<question>')
      .option('--author <name>', 'who decides; HOLDOUT_AUTHOR or the account when absent')
      .option('--note <text>', 'why')
      .addOption(register());
  review
    .command('queue')
    .description('what nobody has looked at, first what could change the count')
    .argument('<question>')
    .option('--option <id>', 'which option')
    .option('--limit <number>', 'so many', '20')
    .option('--json', 'as JSON')
    .addOption(register())
    .action(run(async () => (await load()).queueCommand));
  review
    .command('log')
    .description('who decided what, when and why')
    .argument('<question>')
    .option('--json', 'as JSON')
    .addOption(register())
    .action(run(async () => (await load()).logCommand));
  decision('accept', 'vouch for a signal')
    .argument('<signal>')
    .action(run(async () => (await load()).acceptCommand));
  decision('reject', 'take a signal away')
    .argument('<signal>')
    .action(run(async () => (await load()).rejectCommand));
  decision('correct', 'read a signal otherwise')
    .argument('<signal>')
    .option('--stance <stance>')
    .option('--member <code>')
    .option('--option <id>')
    .action(run(async () => (await load()).correctCommand));
  decision('add', 'add a signal by hand, with its words')
    .argument('<member>')
    .requiredOption('--stance <stance>')
    .requiredOption('--document <id>', 'id of a document, or its first 8 characters or more')
    .requiredOption('--quote <words>', 'words of the document, exactly')
    .option('--speaker <name>')
    .option('--attribution <kind>', 'on-record, second-hand, anonymous or outlet')
    .option('--own-voice', 'the speaker speaks for the member')
    .option('--option <id>')
    .action(run(async () => (await load()).addCommand));
  decision('declare', 'declare where a member stands; --stance none takes it back')
    .argument('<member>')
    .requiredOption('--stance <stance>')
    .option('--from <date>', 'first day it holds')
    .option('--option <id>')
    .action(run(async () => (await load()).declareCommand));
  decision('merge', 'documents of one origin')
    .argument('<documents...>')
    .action(run(async () => (await load()).mergeCommand));
  decision('split', 'documents that are origins of their own')
    .argument('<documents...>')
    .action(run(async () => (await load()).splitCommand));
  addReaderFlags(
    program.command('reread').description('read the stored documents again with this reader').argument('<question>'),
  )
    .addOption(threadsOption())
    .option('--all', 'every stored document, also those read for other questions only: a new question, by id or file, asked of them')
    .option('--queue <nats://…>', 'hand the documents to workers (holdout work) instead of reading them here')
    .addOption(register())
    .action(run(async () => (await load()).rereadCommand));
  program
    .command('diff')
    .description('which positions changed, and why; by default since the newest reader began')
    .argument('<question>')
    .option('--from <instant>', 'a day or an ISO 8601 instant')
    .option('--to <instant>', 'now when absent')
    .option('--option <id>')
    .option('--json', 'as JSON')
    .addOption(register())
    .action(run(async () => (await load()).diffCommand));
}
