import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { HoldoutError } from '../domain/failure.js';
import type { IsoDate } from '../domain/ids.js';
import type { Question } from '../domain/question.js';
import { unwrap } from '../domain/unwrap.js';
import type { Register } from '../register/index.js';
import { parseQuestion } from './parse-question.js';
import { readInputs } from './read-inputs.js';

/** The bundled example's folder: beside `dist/` in the checkout and in the package. */
export function exampleFolder(): string {
  for (const up of ['../examples', '../../examples']) {
    const folder = fileURLToPath(new URL(up, import.meta.url));
    if (existsSync(folder)) return `${folder}/nato-ukraine-2024`;
  }
  throw new HoldoutError('input-unreadable', 'The bundled example is missing from this installation; install Holdout again.', { category: 'ours' });
}

/** The question of the bundled example, stored. */
export async function putExampleQuestion(register: Register, today: IsoDate): Promise<Question> {
  const question = unwrap(parseQuestion(await readFile(`${exampleFolder()}/question.yaml`, 'utf8'), 'examples/nato-ukraine-2024/question.yaml', today));
  await register.putQuestion(question);
  return question;
}

/** Reads the bundled example into a register, which adds nothing when it is there. Gives the question's id and the articles read. */
export async function readExample(register: Register, today: IsoDate): Promise<{ readonly question: string; readonly documents: number }> {
  const question = await putExampleQuestion(register, today);
  let documents = 0;
  for await (const outcome of readInputs(register, question, [`${exampleFolder()}/coverage`], {}, today)) {
    if (outcome.kind === 'failed') throw new HoldoutError('input-unreadable', outcome.message, { category: 'ours' });
    if (outcome.kind === 'read') documents += 1;
  }
  return { question: question.id, documents };
}
