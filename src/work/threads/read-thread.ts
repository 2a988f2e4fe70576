import { parentPort } from 'node:worker_threads';
import type { ReadableQuestion } from '../../read/read-document.js';
import { readOffline } from '../offline-reader.js';
import type { ThreadAnswer, ThreadTask } from './task.js';

let asked: ReadableQuestion | undefined;

parentPort?.on('message', ({ source, question = asked, kept }: ThreadTask) => {
  let answer: ThreadAnswer;
  try {
    if (question === undefined) throw new Error('the thread was asked no question');
    asked = question;
    answer = readOffline(source, question, kept);
  } catch (error) {
    answer = { error: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
