// npm run test:mutation: every rule of lib/domain/lending is broken on purpose, one small change at a time; the unit tests
// must notice. Outside CI: it takes about half an hour. Figures in docs/proof.md.
export default {
  mutate: ['lib/domain/lending/**/*.ts'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: { configFile: 'stryker.jest.config.mjs', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 60_000,
  // modules of a run are never let go: a runner that lived on would swell to gigabytes
  maxTestRunnerReuse: 50,
  tempDirName: '.stryker',
  ignorePatterns: ['.builds', '.next', 'data', 'public', 'app', 'bench', 'docs', 'tests/e2e', 'tests/integration', 'tests/proof'],
  incremental: true,
  incrementalFile: '.stryker/incremental.json',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: '.stryker/report.json' },
};
