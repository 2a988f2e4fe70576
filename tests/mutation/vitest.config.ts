import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The tests that a mutant runs: those of who a phrase names alone, since the rest of the reader's take a hundred times as long. */
const tests = process.env['MUTATE']?.startsWith('src/read/') ? 'tests/reader/who.test.ts' : 'tests/count/**/*.test.ts';
/** The slow ones last: a mutant that a quick test finds need not wait for them. */
const SLOW = /properties|cheapest-flips|cases/;

class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const cost = ({ moduleId }: TestSpecification): number => (SLOW.test(moduleId) ? 1 : 0);
    return Promise.resolve([...files].sort((a, b) => cost(a) - cost(b) || a.moduleId.localeCompare(b.moduleId)));
  }
}

export default defineConfig({
  test: { include: [tests], testTimeout: 60_000, sequence: { sequencer: QuickFirst } },
});
