import type { Command, Option } from 'commander';
import type * as PowerCommand from './power-command.js';
import type * as RegisterCommands from './register-commands.js';

type Run = <A extends unknown[]>(load: () => Promise<(...args: A) => Promise<number>>) => (...args: A) => Promise<void>;

/** Options of every command that counts: what is supposed, and how it is weighed. */
export const supposing = (command: Command): Command =>
  command
    .option('--assume <list>', 'suppose stances, e.g. HUN=support,SVK=support')
    .option('--met <list>', 'suppose every condition of these kinds met, e.g. war-over')
    .option('--rule <id>', 'another decision rule')
    .option('--cost <list>', 'what it costs to move a member, e.g. HUN=3,SVK=1.5; 1 for the others')
    .option('--chance <list>', 'chance of a yes by member or stance, e.g. HUN=0.2,unknown=0.7')
    .option('--together <number>', 'chance that members move together, 0 to 1; 0 when absent')
    .option('--exclude <list>', 'members that may not vote, e.g. a party to the dispute')
    .option('--publisher <name>', 'only what documents of this publisher say');

/** `holdout count`, `options`, `whatif` and `power`. */
export function addCountCommands(program: Command, register: () => Option, run: Run, registers: () => Promise<typeof RegisterCommands>, powers: () => Promise<typeof PowerCommand>): void {
  const count = program
    .command('count')
    .description('the outcome under the rule, holdouts by kind, and what would change it')
    .argument('<question>', 'id of a question in the register')
    .option('--as-of <date>', 'as of this day')
    .option('--known-at <instant>', 'as the register knew it then: a day or an ISO 8601 instant')
    .option('--option <id>', 'which option; the first when absent');
  supposing(count)
    .option('--prior <file>', 'roll calls of the UN General Assembly as CSV: what they suggest of silent members, apart from the count')
    .option('--json', 'as JSON')
    .addOption(register())
    .action(run(async () => (await registers()).countCommand));
  const options = program
    .command('options')
    .description("every option's own count: which could be adopted, which is nearest, which are the best some member can get")
    .argument('<question>', 'id of a question in the register')
    .option('--as-of <date>', 'as of this day')
    .option('--known-at <instant>', 'as the register knew it then: a day or an ISO 8601 instant');
  supposing(options)
    .option('--json', 'as JSON')
    .addOption(register())
    .action(run(async () => (await import('./options-command.js')).optionsCommand));
  const whatIf = program
    .command('whatif')
    .description('the count with suppositions beside the one without, and whom they move; never changes a position')
    .argument('<question>', 'id of a question in the register')
    .option('--as-of <date>', 'as of this day')
    .option('--option <id>', 'which option; the first when absent');
  supposing(whatIf)
    .option('--saved <name>', 'with what was saved under this name')
    .option('--from <file>', 'with what a file supposes: an answer of whatif --json, or - for standard input')
    .option('--save <name>', 'save what is supposed under this name')
    .option('--author <name>', 'who saves it; HOLDOUT_AUTHOR or the account when absent')
    .option('--note <text>', 'why')
    .option('--list', 'what was saved')
    .option('--json', 'as JSON')
    .addOption(register())
    .action(run(async () => (await import('./whatif-command.js')).whatIfCommand));
  const power = program
    .command('power')
    .description("members' power: of a voting game, of a body under a rule on a day, or on a question, given what the others want too")
    .argument('[question]', 'id of a question in the register')
    .option('--game <file>', 'a game as JSON, or - for standard input')
    .option('--body <name>', 'a body, e.g. EU')
    .option('--date <date>', "day of the body's roster, rule and weights; today when absent")
    .option('--as-of <date>', 'of a question: as of this day')
    .option('--option <id>', 'of a question: which option');
  supposing(power)
    .option('--json', 'as JSON, with exact fractions')
    .addOption(register())
    .action(run(async () => (await powers()).powerCommand));
}
