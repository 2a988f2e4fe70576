import process from 'node:process';

/**
 * Mutation tests: `npm run mutation` (count, the default) and `npm run mutation -- who` (who a phrase names). Each changes the code in one
 * place at a time and asks whether a test notices. Scores with their date: docs/testing.md.
 */
const parts = {
  count: ['src/count/**/*.ts'],
  who: ['src/read/who/state-list.ts', 'src/read/who/state-mentions.ts', 'src/read/who/organisation.ts', 'src/read/who/noun-phrase.ts', 'src/read/who/people.ts'],
};
const part = process.env.MUTATE ?? 'count';

export default {
  mutate: parts[part],
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  ignoreStatic: false,
  concurrency: 1,
  timeoutMS: 10_000,
  incremental: true,
  incrementalFile: `.stryker/${part}.json`,
  tempDirName: '.stryker/tmp',
  ignorePatterns: ['dist', 'training', 'bench', 'src/web', '.holdout', 'coverage'],
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  jsonReporter: { fileName: `.stryker/${part}-report.json` },
};
