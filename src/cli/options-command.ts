import { reportOptions, type OptionReport, type OptionsReport } from '../app/options-report.js';
import type { RawRequest } from '../app/parse-request.js';
import { percent } from '../app/percent.js';
import { unwrap } from '../domain/unwrap.js';
import { out, requestOf, withRegister, type Common } from './register-commands.js';
import { today } from './today.js';

/** `holdout options <question>`. */
export async function optionsCommand(question: string, flags: Common & RawRequest & { readonly json?: boolean }): Promise<number> {
  const request = requestOf(flags);
  return withRegister(flags.register, 'existing', async (register) => {
    const report = unwrap(await reportOptions(register, question, request, today()));
    out(flags.json ? `${JSON.stringify(report, null, 1)}\n` : optionsText(report));
    return 0;
  });
}

const COLUMNS: readonly (readonly [head: string, cell: (o: OptionReport, r: OptionsReport) => string])[] = [
  ['outcome', (o) => o.outcome],
  ['for', (o) => String(o.supporters.length)],
  ['holdouts', (o) => String(o.holdouts.length)],
  ['undecided', (o) => String(o.undecided.length)],
  ['flips', (o) => (o.fewestFlips === null ? '–' : String(o.fewestFlips))],
  ['cost', (o) => (o.toPossible === null ? '–' : String(o.toPossible.cost))],
  ['apart', (o) => (o.probability ? percent(o.probability.apart) : '–')],
  ['together', (o) => (o.probability ? percent(o.probability.together) : '–')],
  ['better', (o, r) => (r.pareto.includes(o.id) ? 'none' : o.dominatedBy.join(' '))],
];

function optionsText(r: OptionsReport): string {
  const width = Math.max(6, ...r.options.map((o) => o.id.length));
  const rows = r.options.map((o) => COLUMNS.map(([, cell]) => cell(o, r)));
  const widths = COLUMNS.map(([head], k) => Math.max(head.length, ...rows.map((row) => row[k]?.length ?? 0)) + 2);
  const line = (first: string, cells: readonly string[]): string => `${first.padEnd(width)}${cells.map((c, k) => c.padStart(widths[k] ?? 0)).join('')}`;
  return [
    r.sentence,
    `${r.question.title}. Rule: ${r.rule.text}; ${r.rule.needs}.`,
    '',
    line('option', COLUMNS.map(([head]) => head)),
    ...r.options.map((o, i) => line(o.id, rows[i] ?? [])),
    '',
    ...r.options.map((o) => `${o.id}: ${o.sentence}${o.restsOn.length > 0 ? ` Rests also on evidence on ${o.restsOn.join(', ')}, by what the question declares.` : ''}`),
    '',
    'apart, together: chance of adoption if members decide apart, or move together; better: options that some member likes more and none less.',
    '',
  ].join('\n');
}
