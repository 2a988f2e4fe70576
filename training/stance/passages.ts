import fs from 'node:fs';
import path from 'node:path';
import type { StateCode } from '../../src/domain/ids.js';
import type { StanceClass } from '../../src/read/stance/stance-model.js';

/** Words of a passage that name members, and the stance that they hold there; null where careful readers may differ. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly member: StateCode;
  readonly stance: StanceClass | null;
}

/** A passage with its labels; see `passages/README.md` for how it is written. */
export interface Passage {
  readonly id: string;
  readonly body: string;
  readonly proposal: string;
  readonly aliases: readonly string[];
  readonly text: string;
  readonly marks: readonly Mark[];
}

const STANCE_OF: Readonly<Record<string, StanceClass | null>> = { '+': 'support', '-': 'oppose', '%': 'conditional', '~': 'abstract-support', '?': 'uncommitted', '!': null };

/** Reads every `*.txt` of a folder. Throws with the file and the line's words when a passage is malformed. */
export function readPassages(folder: string): Passage[] {
  return fs.readdirSync(folder).filter((f) => f.endsWith('.txt')).sort().flatMap((f) =>
    fs.readFileSync(path.join(folder, f), 'utf8').split(/\n(?=# )/).map((block) => block.trim()).filter((block) => block !== '')
      .map((block, i) => parsePassage(`${path.basename(f, '.txt')}-${String(i + 1).padStart(3, '0')}`, block)));
}

/** One passage from its block. Throws with its id and what is wrong. */
export function parsePassage(id: string, block: string): Passage {
  const [head = '', ...lines] = block.split('\n');
  const [body = '', proposal = '', aliases = ''] = head.replace(/^# /, '').split('|').map((s) => s.trim());
  if (body === '' || proposal === '' || lines.length === 0) throw new Error(`${id}: a passage opens with "# body | proposal | aliases" and has text: ${head}`);
  const marks: Mark[] = [];
  let text = '';
  let rest = lines.join('\n').trim();
  for (let m = /\{([^|{}]+)\|([^{}]*)\}/.exec(rest); m; m = /\{([^|{}]+)\|([^{}]*)\}/.exec(rest)) {
    text += rest.slice(0, m.index);
    const words = m[1] ?? '';
    for (const label of (m[2] ?? '').matchAll(/([A-Z]{3})([-+%~?!])/g)) {
      marks.push({ start: text.length, end: text.length + words.length, member: label[1] as StateCode, stance: STANCE_OF[label[2] ?? ''] ?? null });
    }
    text += words;
    rest = rest.slice(m.index + m[0].length);
  }
  text += rest;
  if (/[{}]/.test(text)) throw new Error(`${id}: a brace without its partner`);
  return { id, body, proposal, aliases: aliases === '' ? [] : aliases.split(';').map((s) => s.trim()), text, marks };
}
