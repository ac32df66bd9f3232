import config from './jest.config.mjs';

// The tests of the rules alone: what else there is would only make each mutant slower.
const [unit] = config.projects;
const roots = ['lib/domain', 'tests'].map((path) => `<rootDir>/${path}`);

export default { ...unit, rootDir: '.', roots, watchman: false, testMatch: ['<rootDir>/tests/mutation.ts'] };
