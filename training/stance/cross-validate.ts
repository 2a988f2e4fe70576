/**
 * How right the reader is on labelled texts that its classifiers have not seen: npx tsx training/stance/cross-validate.ts SOURCE=FOLDER… Each eighth of the texts is read
 * with classifiers trained on the others, and on the project's own sentences and articles. Rules are the same throughout: where their author has read the
 * texts, these figures are too good.
 */
import path from 'node:path';
import { weighSignals } from '../../src/app/weigh-signals.js';
import { derivePosition } from '../../src/count/positions.js';
import type { StateCode } from '../../src/domain/ids.js';
import { readSignals, type SignalContext } from '../../src/read/stance/read-signals.js';
import { casesOf, contextOf, project, rows, type Labelled } from './cases.js';
import { learnFindings } from './learn-findings.js';
import { learnPairs } from './learn-pairs.js';
import { see } from './see.js';

const FOLDS = 8;
interface Read { readonly source: string; readonly labelled: Labelled; readonly context: SignalContext; readonly seen: ReturnType<typeof see> }
const readOne = (source: string) => (labelled: Labelled): Read => { const context = contextOf(labelled); return { source, labelled, context, seen: see(source, labelled, context) }; };

const texts = process.argv.slice(2).flatMap((a) => { const [source = '', folder = ''] = a.split('='); return casesOf(folder).map(readOne(source)); });
const own = [...rows().map(readOne('constructions')), ...casesOf(path.join(project, 'tests/cases/dev')).map(readOne('invented'))].map((r) => r.seen);

interface Told { readonly source: string; readonly stance: string; readonly gold: string | undefined; readonly confidence: number; readonly isNegative: boolean }
const told: Told[] = [];
const asked = new Map<string, number>();
for (let fold = 0; fold < FOLDS; fold++) {
  const learnt = [...own, ...texts.filter((_, i) => i % FOLDS !== fold).map((t) => t.seen)];
  const models = { pairs: learnPairs(learnt), findings: learnFindings(learnt) };
  for (const { source, labelled: { gold }, context } of texts.filter((_, i) => i % FOLDS === fold)) {
    const clear = (member: string): boolean => gold.ambiguous?.includes(member) !== true;
    asked.set(source, (asked.get(source) ?? 0) + Object.keys(gold.positions).filter(clear).length);
    const { signals, statements } = readSignals(context, models);
    const weighed = weighSignals(signals.map((signal) => ({ signal, statement: statements[signal.statement]!, order: signal.evidence[0].start, document: 'case' })));
    for (const member of new Set<StateCode>(signals.map((s) => s.member))) {
      const { stance, confidence } = derivePosition(member, weighed);
      if (stance !== 'unknown' && clear(member) && (stance !== 'uncommitted' || gold.positions[member] !== undefined)) told.push({ source, stance, gold: gold.positions[member], confidence, isNegative: Object.keys(gold.positions).length === 0 });
    }
  }
}

const share = (a: number, b: number): string => (b === 0 ? 'n/a' : (a / b).toFixed(2));
const isRight = (t: Told): boolean => t.stance === t.gold;
console.log('| source | precision | recall | F1 | support/oppose flips | positions in negative texts |\n| --- | --- | --- | --- | --- | --- |');
for (const source of [...asked.keys(), 'all']) {
  const mine = told.filter((t) => source === 'all' || t.source === source);
  const right = mine.filter(isRight).length;
  const total = source === 'all' ? [...asked.values()].reduce((a, b) => a + b, 0) : (asked.get(source) ?? 0);
  const flips = mine.filter((t) => `${t.stance} ${t.gold ?? ''}` === 'support oppose' || `${t.stance} ${t.gold ?? ''}` === 'oppose support').length;
  console.log(`| ${source} | ${share(right, mine.length)} | ${share(right, total)} | ${share(2 * right, mine.length + total)} | ${String(flips)} | ${String(mine.filter((t) => t.isNegative).length)} |`);
}
console.log('\n| stated | right | of |\n| --- | --- | --- |');
for (const [from, to] of [[0, 0.35], [0.35, 0.5], [0.5, 0.6], [0.6, 0.7], [0.7, 0.8], [0.8, 0.9], [0.9, 1.01]] as const) {
  const mine = told.filter((t) => t.confidence >= from && t.confidence < to);
  console.log(`| ${from.toFixed(2)}–${Math.min(1, to).toFixed(2)} | ${share(mine.filter(isRight).length, mine.length)} | ${String(mine.length)} |`);
}
