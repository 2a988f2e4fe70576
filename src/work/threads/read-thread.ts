import { parentPort } from 'node:worker_threads';
import { readDocument } from '../../read/read-document.js';
import type { ThreadAnswer, ThreadTask } from './task.js';

parentPort?.on('message', ({ source, question }: ThreadTask) => {
  let answer: ThreadAnswer;
  try {
    answer = { reading: readDocument(source, question) };
  } catch (error) {
    answer = { error: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
