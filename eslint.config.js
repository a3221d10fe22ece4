// What asks for types is in tools/lint/typed.json: another program knows them in a quarter of the time.

import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { boundaries } from './tools/lint/boundaries.js';
import { fileName } from './tools/lint/file-name.js';

const typescript = ['{shared,server,client,e2e}/**/*.{ts,tsx}'];
const tests = ['**/*.test.{ts,tsx,mjs}', '**/*.contract.ts', '**/*.spec.ts'];

/** What shared may not touch: it is pure, so now, chance and ids come in by the context. */
const impure = ['Date', 'crypto', 'performance', 'setTimeout', 'setInterval', 'process', 'console', 'fetch'];

/** What people write is shown as text: no page makes markup of it. */
const markup = [
  "JSXAttribute[name.name='dangerouslySetInnerHTML']",
  'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
  'CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment)$/]',
  "CallExpression[callee.object.name='document'][callee.property.name=/^write/]",
].map((selector) => ({ selector, message: 'Words are text: set no markup.' }));

export default defineConfig(
  globalIgnores(['**/dist/', '**/node_modules/', 'data/', '.cache/']),
  tseslint.configs.strict,
  {
    plugins: { ours: { rules: { boundaries, 'file-name': fileName } } },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'ours/boundaries': 'error',
      'ours/file-name': 'error',
    },
  },
  {
    files: typescript,
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      // It also forbids Promise.withResolvers<void>(), which is right as it stands.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['client/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': ['error', ...markup],
    },
  },
  {
    files: ['shared/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': ['error', ...impure],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
      'no-restricted-syntax': [
        'error',
        { selector: ':function[async=true]', message: 'Shared is synchronous.' },
        { selector: 'AwaitExpression', message: 'Shared is synchronous.' },
      ],
    },
  },
  {
    files: tests,
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // What a file puts in a module's place would stay for the files after it.
    files: tests,
    ignores: ['**/*.alone.test.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='vi'][callee.property.name=/^(mock|doMock)$/]",
          message: 'Name the file .alone.test.ts: it needs a worker to itself.',
        },
      ],
    },
  },
  {
    // Programs that talk to the person at the terminal, proofs that print what they measured, and a library's own errors.
    files: ['tools/**', 'e2e/**', 'client/build-plugins/errors-only.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['*.config.{js,ts}', '*/vite.config.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
);
