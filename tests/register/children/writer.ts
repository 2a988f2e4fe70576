/** Child process: `writer.ts REGISTER [DOCUMENTS [hold]]` reads the corpus into a register as `holdout read` does, and says each document it was told is stored. */
import { writeSync } from 'node:fs';
import { openTest, question } from '../helpers.js';
import { corpusEntry } from './corpus.js';

const register = await openTest(process.argv[2] ?? '');
writeSync(1, 'open\n');
await register.putQuestion(question());
for (let i = 0; i < Number(process.argv[3] ?? 120); i += 1) {
  const { document, reading } = corpusEntry(i);
  if (await register.hasReading(document.id, 'q', reading.reader)) continue;
  await register.putReading(document, 'q', reading);
  writeSync(1, `stored ${document.id}\n`);
}
if (process.argv[4] === 'hold') await new Promise((resolve) => setTimeout(resolve, 60_000));
await register.close();
writeSync(1, 'closed\n');
