import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules/', '.next/', '.builds/', 'data/', '.stryker/', 'public/', 'next-env.d.ts'] },
  ...tseslint.configs.strict,
  { files: ['app/**'], plugins: { 'react-hooks': reactHooks }, rules: reactHooks.configs.recommended.rules },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 350, skipBlankLines: true }],
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Read it in lib/config/environment.ts.' }],
      'no-console': 'error',
    },
  },
  { files: ['scripts/**', 'tests/**', 'bench/**', '*.config.*', 'instrumentation.ts', 'lib/config/environment.ts'], rules: { 'no-restricted-properties': 'off', 'no-console': 'off' } },
);
