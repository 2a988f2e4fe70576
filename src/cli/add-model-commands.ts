import type { Command, Option } from 'commander';
import { supposing } from './add-count-commands.js';

/** Turns a function that gives an exit status into a commander action; the function is loaded when the command runs. */
export type Run = <A extends unknown[]>(load: () => Promise<(...args: A) => Promise<number>>) => (...args: A) => Promise<void>;

const bargaining = () => import('./bargain-commands.js');
const models = () => import('./question-model-commands.js');
const forecasts = () => import('./forecast-commands.js');

/** Options of every model of a question: which option, and as of when. */
const ofQuestion = (command: Command, register: () => Option): Command =>
  command
    .option('--option <id>', 'which option of the question')
    .option('--as-of <date>', 'as of this day')
    .option('--known-at <instant>', 'as the register knew it then: a day or an ISO 8601 instant')
    .option('--json', 'as JSON')
    .addOption(register());

/** Options of models that take positions and no rule. */
const ofPositions = (command: Command, register: () => Option): Command =>
  ofQuestion(command, register).option('--assume <list>', 'suppose stances, e.g. HUN=support,SVK=support').option('--met <list>', 'suppose every condition of these kinds met, e.g. war-over');

/** Options of models that count. */
const ofCount = (command: Command, register: () => Option): Command => supposing(ofQuestion(command, register));

/** Options of influence edges. */
const withEdges = (command: Command): Command =>
  command
    .option('--edges <file>', 'influence edges as JSON, YAML or CSV: from, to, weight 0–1')
    .option('--edge <list>', 'influence edges by hand, e.g. USA:DEU=0.6')
    .option('--bases <list>', 'which edges count besides: text, neighbour, shared-body, voting-agreement, or none')
    .option('--prior <file>', 'roll calls of the UN General Assembly as CSV, for voting agreement');

/** Adds the commands of the models. */
export function addModelCommands(program: Command, register: () => Option, run: Run): void {
  ofPositions(program.command('bargain').description('where bargaining ends on one issue: challenge model, weighted median and mean, Nash, KTAB').argument('[question]', 'id of a question in the register, whose stances give positions'), register)
    .option('--actors <file>', 'actors as JSON, YAML or CSV: name, position, capability, salience; - for standard input')
    .option('--model <name>', 'challenge, median, mean, nash or ktab; challenge when absent')
    .option('--set <list>', "the model's parameters, e.g. probabilityDenominator=all-pairs,rounds=3")
    .option('--runs <number>', 'runs over uncertain inputs')
    .option('--seed <number>', 'seed of the runs; 1 when absent')
    .action(run(async () => (await bargaining()).bargainCommand));
  withEdges(ofPositions(program.command('influence').description('who carries whom, and what a shift of one member does to the others').argument('<question>', 'id of a question in the register'), register))
    .option('--shift <list>', 'suppose shifts, e.g. USA=support')
    .action(run(async () => (await models()).influenceCommand));
  withEdges(ofCount(program.command('plan').description('whom to work on, through whom and in which order, within a budget').argument('<question>', 'id of a question in the register'), register))
    .option('--budget <number>', 'what may be spent, in the unit of costs')
    .option('--costs <file>', 'costs and levers as JSON or YAML, or costs as CSV: member, cost')
    .option('--goal <goal>', 'possible (the undecided say yes) or certain (they say no); possible when absent')
    .action(run(async () => (await models()).planCommand));
  ofQuestion(program.command('tradeoffs').description('what each option is worth by the reasons members gave, and which weight matters').argument('<question>', 'id of a question in the register'), register)
    .option('--weights <file>', 'weights of concerns as JSON or YAML, e.g. {escalation: 2}')
    .action(run(async () => (await models()).tradeoffsCommand));
  const forecast = program.command('forecast').description('keep forecasts, dated, and score them when the question resolves');
  const signed = (command: Command): Command => command.option('--author <name>', 'who says so; you when absent').option('--note <words>', 'why');
  signed(ofCount(forecast.command('make').description("keep a forecast: the register's own chance of adoption, or yours").argument('<question>'), register))
    .option('--probability <number>', 'a chance of your own, 0–1')
    .action(run(async () => (await forecasts()).makeForecastCommand));
  signed(forecast.command('resolve').description('say how a question ended').argument('<question>'))
    .requiredOption('--outcome <outcome>', 'adopted or not-adopted')
    .option('--on <date>', 'day of the decision; today when absent')
    .option('--option <id>', 'which option of the question')
    .option('--json', 'as JSON')
    .addOption(register())
    .action(run(async () => (await forecasts()).resolveCommand));
  forecast
    .command('list')
    .description('what was forecast, what happened, Brier and log scores, and the calibration table')
    .argument('[question]')
    .option('--json', 'as JSON')
    .addOption(register())
    .action(run(async () => (await forecasts()).listForecastsCommand));
  ofCount(program.command('backtest').description('replay a question day by day, and score the chance of adoption against how it ended').argument('<question>', 'id of a question in the register'), register)
    .option('--outcome <outcome>', 'adopted or not-adopted; as kept by forecast resolve when absent')
    .option('--on <date>', 'day of the decision, with --outcome')
    .action(run(async () => (await forecasts()).backtestCommand));
}
