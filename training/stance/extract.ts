/**
 * What the reader sees in labelled texts: npx tsx training/stance/extract.ts SOURCE=FOLDER… Each folder holds cases as ../shared/eval/coverage describes them. The
 * tables of constructions and the invented cases of the project come in by themselves.
 */
import path from 'node:path';
import { casesOf, contextOf, project, rows, type Labelled } from './cases.js';
import { writeLabelled } from './labelled-file.js';
import { see } from './see.js';

const seen = (source: string, c: Labelled): ReturnType<typeof see> => see(source, c, contextOf(c));
const named = process.argv.slice(2).map((a) => a.split('=') as [string, string]);
const texts = [
  ...rows().map((c) => seen('constructions', c)),
  ...casesOf(path.join(project, 'tests/cases/dev')).map((c) => seen('invented', c)),
  ...named.flatMap(([source, folder]) => casesOf(folder).map((c) => seen(source, c))),
];
writeLabelled(texts);
console.error(texts.length, 'texts,', texts.reduce((n, t) => n + t.pairs.length, 0), 'pairs');
