import { Argument, Command, CommanderError, Option } from 'commander';
import { HoldoutError } from '../domain/failure.js';
import { addAlertCommands } from './add-alert-commands.js';
import { addCountCommands } from './add-count-commands.js';
import { addModelCommands } from './add-model-commands.js';
import { addReaderFlags } from './add-reader-flags.js';
import { addReviewCommands } from './add-review-commands.js';
import { addSourceCommands } from './add-source-commands.js';
import { EXIT_STATUS } from './exit-status.js';
import { threadsOption } from './threads-flag.js';
import { complain } from './complain.js';

const register = (): Option => new Option('--register <dir>', 'folder of the register, or a postgres:// address').default('.holdout');

const allowPrivate = (): Option => new Option('--allow-private', 'also fetch from private addresses and any port');
const contact = (): Option => new Option('--contact <address>', 'who fetches, for the servers that ask');

// Loaded when a command asks for them: the reader's models and the register cost half a second that `--help` need not wait for.
const registers = () => import('./register-commands.js');
const streams = () => import('./stream-commands.js');
const exchange = () => import('./exchange-commands.js');
const powers = () => import('./power-command.js');
const care = () => import('./care-commands.js');
const reviews = () => import('./review-commands.js');
const users = () => import('./user-commands.js');
const sources = () => import('./source-commands.js');
const alerts = () => import('./alert-commands.js');
const works = () => import('./work-command.js');
const news = () => import('./news-command.js');

/** Builds the command line. Each action returns an exit status. */
export function createProgram(setStatus: (status: number) => void): Command {
  const run =
    <A extends unknown[]>(load: () => Promise<(...args: A) => Promise<number>>) =>
    async (...args: A): Promise<void> => {
      setStatus(await (await load())(...args));
    };
  const program = new Command('holdout').description('A whip count for councils of states: who holds out, on whose word, and what would move them.').version('0.1.0').exitOverride().configureHelp({ showGlobalOptions: true });
  addReaderFlags(program.command('read'))
    .description('read coverage into the register: text, HTML, Markdown, PDF, DOCX, e-mail, WARC, WACZ, CSV and JSONL files, folders, web addresses, or - for standard input')
    .argument('[inputs...]', 'files, folders, web addresses or -')
    .option('--list <file>', 'also what a list names, one a line: addresses, paths of web archives, or rows of a table with an address in them')
    .option('--base <address|dir>', 'what the paths of a list are relative to, e.g. https://data.commoncrawl.org/')
    .option('--shard <part>', 'only the second of eight equal parts: 2/8; each process another')
    .option('--cursor <file>', 'keeps how far it has come, and goes on there after a stop')
    .requiredOption('--question <id|file>', 'a question of the register, or a YAML file')
    .option('--published <date>', 'day of publication, YYYY-MM-DD')
    .option('--publisher <name>', 'who published it')
    .addOption(threadsOption())
    .option('--queue <nats://…>', 'hand the documents to workers (holdout work) instead of reading them here')
    .option('--reader-version <version>', 'with --queue: the version of the reader that is to read; newest when absent')
    .addOption(allowPrivate())
    .addOption(contact())
    .addOption(register())
    .action(run(async () => (await registers()).readCommand));
  program
    .command('work')
    .description('read for a queue of documents until it is stopped: any number of workers, on any machines, with one register on PostgreSQL')
    .requiredOption('--queue <nats://…>', 'NATS servers with JetStream, several parted by commas')
    .addOption(threadsOption())
    .option('--until-empty', 'end when nothing waits')
    .option('--status', 'say how much waits, and end')
    .option('--dead', 'list what could not be read, and why')
    .option('--resubmit <number|all>', 'hand in again what was put aside')
    .option('--json', 'with --dead or --status: as JSON')
    .addOption(register())
    .action(run(async () => (await works()).workCommand));
  addCountCommands(program, register, run, registers, powers);
  program
    .command('why')
    .description('every signal for and against on one member, with its words')
    .argument('<question>')
    .argument('<member>', 'ISO 3166 alpha-3 code or name')
    .option('--as-of <date>', 'as of this day')
    .option('--known-at <instant>', 'as the register knew it then: a day or an ISO 8601 instant')
    .option('--option <id>', 'which option')
    .option('--json', 'as JSON')
    .addOption(register())
    .action(run(async () => (await registers()).whyCommand));
  program
    .command('statements')
    .description('print what is stored')
    .option('--question <id>')
    .option('--member <code>')
    .addOption(new Option('--format <format>').choices(['jsonl', 'csv']).default('jsonl'))
    .addOption(register())
    .action(run(async () => (await registers()).statementsCommand));
  addReviewCommands(program, register, run, reviews);
  addSourceCommands(program, { register, network: () => [allowPrivate(), contact()] }, run, sources);
  program.command('backup').description('write the whole register to a file, verified').argument('<file>').addOption(register()).action(run(async () => (await care()).backupCommand));
  program.command('restore').description('fill a new register from a backup').argument('<file>').addOption(register()).action(run(async () => (await care()).restoreCommand));
  program.command('doctor').description('check every stored text and span').addOption(register()).action(run(async () => (await care()).doctorCommand));
  program
    .command('table')
    .description('a flat table of a question: questions, documents, statements, signals, decisions, positions or erasures')
    .argument('<question>')
    .addArgument(new Argument('<table>').choices(['questions', 'documents', 'statements', 'signals', 'decisions', 'positions', 'erasures']))
    .addOption(new Option('--format <format>').choices(['csv', 'jsonl']).default('csv'))
    .addOption(register())
    .action(run(async () => (await exchange()).tableCommand));
  program
    .command('brief')
    .description('a briefing as one HTML file on standard output, the evidence as numbered notes, ready to print')
    .argument('<question>')
    .option('--as-of <date>', 'as of this day')
    .option('--known-at <instant>', 'as the register knew it then')
    .option('--option <id>', 'which option')
    .addOption(register())
    .action(run(async () => (await exchange()).briefCommand));
  program
    .command('erase')
    .description('remove a document’s words and all that quotes them, for legal reasons; a tombstone stays')
    .argument('<document>', 'id of a document, or its first 8 characters or more')
    .requiredOption('--reason <text>', 'why, e.g. the order it follows')
    .option('--author <name>', 'who erases; HOLDOUT_AUTHOR or the account when absent')
    .addOption(register())
    .action(run(async () => (await care()).eraseCommand));
  program
    .command('export')
    .description('what counts as W3C Web Annotations (JSON Lines), Popolo or a DNA event list; the actor–reason network as GraphML or GEXF; or the whole question as one HTML page')
    .argument('<question>')
    .addOption(new Option('--format <format>').choices(['annotations', 'graphml', 'gexf', 'popolo', 'dna', 'page']).default('annotations'))
    .option('--option <id>', 'of the network: which option')
    .addOption(register())
    .action(run(async () => (await exchange()).exportCommand));
  program
    .command('import')
    .description("people's signals from W3C Web Annotations (one JSON object a line) or a DNA event list; positions from the vote events of a Popolo file")
    .argument('<question>')
    .argument('<file>')
    .addOption(new Option('--format <format>').choices(['annotations', 'popolo', 'dna']).default('annotations'))
    .option('--option <id>', 'of Popolo: which option was voted on')
    .option('--author <name>', 'who vouches for annotations that name no person')
    .addOption(register())
    .action(run(async () => (await exchange()).importCommand));
  const user = program.command('user').description('accounts of a register that several people share: once there is one, everybody signs in');
  user
    .command('set')
    .description('make an account, or change its role or password (read from standard input or HOLDOUT_PASSWORD)')
    .argument('<name>')
    .requiredOption('--role <role>', 'reader, reviewer, admin, or none to close it')
    .option('--review <questions...>', 'of a reader: questions to review as a reviewer does all (none takes them back)')
    .option('--password', 'give a new password')
    .option('--no-password', 'of a new account: none, it works by tokens alone')
    .addOption(register())
    .action(run(async () => (await users()).setUserCommand));
  user.command('list').description('who may do what').addOption(register()).action(run(async () => (await users()).listUsersCommand));
  user
    .command('token')
    .description('make a token for a program; it is printed once')
    .argument('<name>')
    .requiredOption('--label <text>', 'what it is for')
    .option('--days <number>', 'how long it lasts', '90')
    .addOption(register())
    .action(run(async () => (await users()).userTokenCommand));
  user.command('audit').description('who did what, the newest first').option('--limit <number>', 'so many', '50').addOption(register()).action(run(async () => (await users()).auditCommand));
  addAlertCommands(program, { register, allowPrivate }, run, alerts);
  program
    .command('news')
    .description('what changed, the newest first: who moved, and what the outcome became; as text, JSON Lines or a feed')
    .argument('<question>')
    .option('--option <id>', 'which option')
    .addOption(new Option('--format <format>').choices(['text', 'jsonl', 'rss', 'atom', 'json']).default('text'))
    .option('--page <address>', 'of a feed: where its links lead')
    .addOption(register())
    .action(run(async () => (await news()).newsCommand));
  addModelCommands(program, register, run);
  addReaderFlags(program.command('stream').description('JSON Lines in, positions and statements out, in input order')).action(run(async () => (await streams()).streamCommand));
  program.command('attribute').description('JSON Lines {id, text} in, attributions out').action(run(async () => (await streams()).attributeCommand));
  program
    .command('serve')
    .description('serve the page and its API')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port', '4173')
    .option('--public <address>', 'where people reach it, e.g. https://holdout.example behind a proxy')
    .option('--log', 'log each request as a JSON line on standard error: its route, status and time, no text and no secret')
    .option('--embed-in <origins>', 'origins whose pages may show /embed/… in a frame, parted by commas')
    .addOption(register())
    .action(run(async () => (await registers()).serveCommand));
  program
    .command('start')
    .description('read the bundled example, print its count and serve the page')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port', '4173')
    .addOption(register())
    .action(run(async () => (await registers()).startCommand));
  return program;
}

/** Runs the command line and says every expected failure in one sentence on standard error. */
export async function main(argv: readonly string[]): Promise<number> {
  // A reader that has gone away (`| head`) ends the work without an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  let status = 0;
  try {
    await createProgram((s) => {
      status = s;
    }).parseAsync([...argv]);
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_STATUS.usage;
    if (error instanceof HoldoutError) {
      complain(error.message);
      return EXIT_STATUS[error.code];
    }
    process.stderr.write(`holdout: this is a bug in Holdout: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 1;
  }
}
