import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const folder = process.env['MUTATE']?.startsWith('src/read/') ? 'tests/reader' : 'tests/count';
/** The slow ones last: a mutant that a quick test finds need not wait for them. */
const SLOW = /properties|cheapest-flips|cases/;

class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const cost = ({ moduleId }: TestSpecification): number => (SLOW.test(moduleId) ? 1 : 0);
    return Promise.resolve([...files].sort((a, b) => cost(a) - cost(b) || a.moduleId.localeCompare(b.moduleId)));
  }
}

export default defineConfig({
  test: { include: [`${folder}/**/*.test.ts`], testTimeout: 60_000, sequence: { sequencer: QuickFirst } },
});
