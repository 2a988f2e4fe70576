import { powerOfBody, reportPower, type QuestionPowerReport } from '../app/body-power.js';
import { unwrap } from '../domain/unwrap.js';
import { powerTable } from './model-commands.js';
import type { PowerFlags } from './power-command.js';
import { out, requestOf, withRegister } from './register-commands.js';
import { today } from './today.js';

/** Power in a body under a rule on a day. */
export function bodyPowerCommand(body: string, flags: PowerFlags): number {
  const report = unwrap(powerOfBody({ body, rule: flags.rule, date: flags.date ?? flags.asOf }, today()));
  out(flags.json ? `${JSON.stringify(report, null, 1)}\n` : `${powerTable(report.power)}${report.rule.notes.map((n) => `${n}\n`).join('')}`);
  return 0;
}

/** Power among a question's members, and who decides given what the others want. */
export async function questionPowerCommand(question: string, flags: PowerFlags): Promise<number> {
  const request = requestOf(flags);
  return withRegister(flags.register, 'existing', async (register) => {
    const report = unwrap(await reportPower(register, question, request, today()));
    out(flags.json ? `${JSON.stringify(report, null, 1)}\n` : `${powerTable(report.power)}${todayTable(report)}`);
    return 0;
  });
}

function todayTable({ today: now, option }: QuestionPowerReport): string {
  if (now === null) return 'Who decides under today’s positions is not reckoned: the rule and roster are too large.\n';
  const rows = [...now.members].sort((a, b) => b.pivot - a.pivot).map((m) => `${m.member}  ${m.stance.padEnd(16)} ${m.chance.toFixed(3).padStart(7)} ${m.pivot.toPrecision(4).padStart(11)}`);
  return `Under today’s positions on ${option.id}. ${now.sentence}\n\n     stance           yes by      decides\n${rows.join('\n')}\n\n${now.assumptions.map((a) => `${a}\n`).join('')}`;
}
