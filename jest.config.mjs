const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.(ts|tsx)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/$1', '^server-only$': '<rootDir>/tests/support/empty.ts' },
  modulePathIgnorePatterns: ['<rootDir>/data', '<rootDir>/.next', '<rootDir>/.builds', '<rootDir>/.stryker'],
};

export default {
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/tests/unit/**/*.test.{ts,tsx}'],
      // parts of pages are rendered outside of Next.js, where next-intl/server would refuse
      moduleNameMapper: { ...base.moduleNameMapper, '\\.css$': '<rootDir>/tests/support/empty.ts', '^next-intl/server$': '<rootDir>/tests/support/next-intl-server.ts' },
    },
    {
      ...base,
      displayName: 'integration',
      testMatch: ['<rootDir>/tests/integration/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/support/global-setup.mjs',
      globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
      setupFiles: ['<rootDir>/tests/support/own-database.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/patience.ts'],
    },
    {
      ...base,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/support/e2e-global-setup.mjs',
      globalTeardown: '<rootDir>/tests/support/e2e-global-teardown.mjs',
      setupFilesAfterEnv: ['<rootDir>/tests/support/patience.ts'],
    },
    {
      ...base,
      displayName: 'proof',
      testMatch: ['<rootDir>/tests/proof/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/support/global-setup.mjs',
      globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
      setupFiles: ['<rootDir>/tests/support/own-database.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/proof-patience.ts'],
    },
  ],
};
