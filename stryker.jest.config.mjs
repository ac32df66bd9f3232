import config from './jest.config.mjs';

// The tests of the rules alone: what else there is would only make each mutant slower. The simulated months touch every
// rule and hold one of them.
const [unit] = config.projects;
const roots = ['lib/domain', 'tests/unit/lending', 'tests/unit/messages', 'tests/support'].map((folder) => `<rootDir>/${folder}`);

export default { ...unit, rootDir: '.', roots, watchman: false, testMatch: ['<rootDir>/tests/unit/{lending,messages}/*.test.ts'], testPathIgnorePatterns: ['wait-simulation'] };
