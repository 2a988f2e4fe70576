import { parentPort } from 'node:worker_threads';
import { extractDocx } from '../docx/extract-docx.js';
import { failed } from '../failures.js';
import { extractPdf } from '../pdf/extract-pdf.js';
import type { GuardedAnswer, GuardedTask } from './task.js';

const EXTRACT: Readonly<Record<GuardedTask['format'], (bytes: Uint8Array, name: string) => Promise<GuardedAnswer>>> = {
  pdf: extractPdf,
  docx: extractDocx,
};

// The parsers' own warnings would reach the user's terminal with words of the file in them.
console.log = console.warn = console.error = () => undefined;

parentPort?.on('message', (task: GuardedTask) => {
  EXTRACT[task.format](task.bytes, task.name).then(
    (answer) => parentPort?.postMessage(answer),
    () =>
      parentPort?.postMessage(
        failed(
          'input-unreadable',
          `${task.name} is damaged and cannot be read; open it, save it again and read the result.`,
        ),
      ),
  );
});
