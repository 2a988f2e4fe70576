import { readFile } from 'node:fs/promises';
import type { RawRequest } from '../app/parse-request.js';
import { listWhatIfs, reportWhatIf, saveWhatIf, SUPPOSABLE, supposedBy, type WhatIfReport } from '../app/what-if.js';
import { percent } from '../app/percent.js';
import { HoldoutError } from '../domain/failure.js';
import { unwrap } from '../domain/unwrap.js';
import { accountName } from './account-name.js';
import { out, withRegister, type Common } from './register-commands.js';
import { today } from './today.js';

type WhatIfFlags = Common & RawRequest & { readonly saved?: string; readonly from?: string; readonly save?: string; readonly author?: string; readonly note?: string; readonly list?: boolean; readonly json?: boolean };

/** `holdout whatif <question>`: counts with suppositions, saves them under a name, lists what was saved. */
export async function whatIfCommand(question: string, flags: WhatIfFlags): Promise<number> {
  const given = { ...(flags.from === undefined ? {} : await suppositionsFrom(flags.from)), ...supposedBy(flags) };
  return withRegister(flags.register, 'existing', async (register) => {
    if (flags.list === true) {
      const saved = unwrap(await listWhatIfs(register, question));
      if (flags.json) out(`${JSON.stringify(saved, null, 1)}\n`);
      else for (const w of saved) out(`${w.name}  ${Object.entries(w.supposes).map(([k, v]) => `${k} ${v}`).join('; ')}  (${w.author}, ${w.recordedAt.slice(0, 10)}${w.note ? `: ${w.note}` : ''})\n`);
      return 0;
    }
    if (flags.save !== undefined) unwrap(await saveWhatIf(register, question, given, { name: flags.save, author: accountName(flags.author), note: flags.note ?? '' }, today()));
    const report = unwrap(await reportWhatIf(register, question, given, flags.saved ?? flags.save, today()));
    out(flags.json ? `${JSON.stringify(report, null, 1)}\n` : whatIfText(report));
    return 0;
  });
}

/** The suppositions of a file: an answer of `whatif --json`, or the suppositions alone. */
async function suppositionsFrom(file: string): Promise<RawRequest> {
  let raw: unknown;
  try {
    raw = JSON.parse(await readFile(file === '-' ? '/dev/stdin' : file, 'utf8'));
  } catch (cause) {
    throw new HoldoutError('input-unreadable', `${file} cannot be read as JSON; give what \`holdout whatif --json\` printed.`, { cause });
  }
  const inside: unknown = typeof raw === 'object' && raw !== null && 'supposes' in raw ? raw.supposes : raw;
  const entries = typeof inside === 'object' && inside !== null && !Array.isArray(inside) ? Object.entries(inside) : null;
  const strange = entries?.find(([name, value]) => !(SUPPOSABLE as readonly string[]).includes(name) || typeof value !== 'string');
  if (!entries || strange) throw new HoldoutError('usage', `${file} holds no suppositions${strange ? ` ("${strange[0]}" is none)` : ''}; use ${SUPPOSABLE.join(', ')}, each with a string.`);
  return Object.fromEntries(entries);
}

function whatIfText(r: WhatIfReport): string {
  const lines = [r.sentence, `${r.question.title} — option ${r.option.id}.${r.saved ? ` Saved as ${r.saved.name} by ${r.saved.author}${r.saved.note ? `: ${r.saved.note}` : ''}.` : ''}`, ''];
  for (const m of r.moved) lines.push(`${m.member}  ${m.name}: ${m.from} → ${m.to}${m.by === 'supposed' ? ', as supposed' : ` (${m.words.map((w) => `“${w}”`).join(', ')})`}`);
  for (const h of r.held) lines.push(`${h.member}  ${h.name}: stays ${h.stance}, waits also for ${h.unmet.map((w) => `“${w}”`).join(', ')}`);
  if (r.moved.length + r.held.length > 0) lines.push('');
  lines.push(`Now:  ${r.before.sentence}`, `Then: ${r.after.sentence}`);
  if (r.before.adoption !== null && r.after.adoption !== null) lines.push(`Chance of adoption: ${percent(r.before.adoption)} now, ${percent(r.after.adoption)} then, by the assumptions that count states.`);
  if (r.conditions.length > 0) lines.push('', 'Conditions stated:');
  for (const c of r.conditions) lines.push(`  ${c.kind} (${c.state}${c.supposedMet ? ', supposed met' : ''}): ${[...new Set(c.stated.map((x) => `${x.member} “${x.words}”`))].join('; ')}`);
  return `${lines.join('\n').trimEnd()}\n`;
}
