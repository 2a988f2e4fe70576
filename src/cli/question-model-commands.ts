import { influenceText, reportInfluence, type InfluenceRequest } from '../app/models/influence-report.js';
import type { InputFile } from '../app/models/input-file.js';
import type { EdgeFiles } from '../app/models/influence-network.js';
import { reportPlan, type PlanRequest } from '../app/models/plan-report.js';
import { planText } from '../app/models/plan-words.js';
import { reportTradeoffs, tradeoffsText } from '../app/models/tradeoffs-report.js';
import { unwrap } from '../domain/unwrap.js';
import { inputFile } from './read-file.js';
import { requestOf, withRegister, type CountFlags } from './register-commands.js';
import { today } from './today.js';

/** Flags that name files of influence. */
interface EdgeFlags {
  readonly edges?: string;
  readonly prior?: string;
}

const given = (path: string | undefined, what: string): Promise<InputFile | null> => (path === undefined ? Promise.resolve(null) : inputFile(path, what));
const edgeFiles = async (flags: EdgeFlags): Promise<EdgeFiles> => ({ edges: await given(flags.edges, 'a file of influence edges'), prior: await given(flags.prior, 'a CSV file of roll calls') });

const show = <T>(report: T, json: boolean | undefined, text: (report: T) => string): void => {
  process.stdout.write(json ? `${JSON.stringify(report, null, 1)}\n` : text(report));
};

/** `holdout influence <question>`. */
export async function influenceCommand(question: string, flags: CountFlags & EdgeFlags & InfluenceRequest): Promise<number> {
  const [request, files] = [requestOf(flags), await edgeFiles(flags)];
  return withRegister(flags.register, 'existing', async (register) => {
    show(unwrap(await reportInfluence(register, question, request, flags, files, today())), flags.json, influenceText);
    return 0;
  });
}

/** `holdout plan <question>`. */
export async function planCommand(question: string, flags: CountFlags & EdgeFlags & PlanRequest & { readonly costs?: string }): Promise<number> {
  const [request, edges, costs] = [requestOf(flags), await edgeFiles(flags), await given(flags.costs, 'a file of costs')];
  return withRegister(flags.register, 'existing', async (register) => {
    show(unwrap(await reportPlan(register, question, request, flags, { ...edges, costs }, today())), flags.json, planText);
    return 0;
  });
}

/** `holdout tradeoffs <question>`. */
export async function tradeoffsCommand(question: string, flags: CountFlags & { readonly weights?: string }): Promise<number> {
  const [request, weights] = [requestOf(flags), await given(flags.weights, 'a YAML file of weights')];
  return withRegister(flags.register, 'existing', async (register) => {
    show(unwrap(await reportTradeoffs(register, question, request, weights, today())), flags.json, tradeoffsText);
    return 0;
  });
}
