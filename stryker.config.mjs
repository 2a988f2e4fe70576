import process from 'node:process';

/**
 * Mutation tests of one file, named by `MUTATE`: the code is changed in one place at a time, and asked whether a test notices. What runs only
 * while a module loads (schemas, tables) is left out. `npm run mutation` goes through the files; scores with their date: docs/testing.md.
 */
const file = process.env.MUTATE ?? 'src/count/decide.ts';
const name = file.replace(/\W+/g, '-');

export default {
  mutate: [file],
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 5_000,
  tempDirName: '.stryker/tmp',
  ignorePatterns: ['dist', 'training', 'bench', 'src/web', 'src/api', 'src/register', '.holdout', 'coverage', 'tests/fuzz', 'tests/web', 'tests/gather'],
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  jsonReporter: { fileName: `.stryker/${name}.json` },
};
