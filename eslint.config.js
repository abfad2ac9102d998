import { existsSync } from 'node:fs';
import js from '@eslint/js';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** The rule runs on this repository too, from the build: a checkout that was never built is linted without it, and .ci/run builds first. */
const built = new URL('./dist/index.js', import.meta.url);
const own = existsSync(built) ? [(await import(built.href)).default.configs.recommended] : [];

export default defineConfig(
  globalIgnores([
    'dist/',
    'coverage/',
    '.site/',
    '.demo/',
    '.cache/',
    // Code under analysis, right and wrong on purpose; the example has a config of its own, which the demo runs.
    'tests/**/cases/',
    'tests/projects/',
    'tests/catalog/*/',
    'tests/**/fixtures/',
    'tests/e2e/servers/',
    'tests/e2e/next/',
    'examples/',
    'site/examples/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A count in a sentence is what these sentences are for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Node types are compared by their names, as ESTree defines them; the enum of those names is a type here and never loaded.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // `typeof import('…')` is how a lazily required module gets its type.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['**/*.js'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        structuredClone: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
  {
    files: ['rules/**/*.ts'],
    extends: [eslintPlugin.configs.all],
    // A config without `files` meets JSON, CSS and Markdown, too, where they are linted: there the rules find nothing. If they named JavaScript here, ESLint would stop instead.
    rules: {
      'eslint-plugin/require-meta-languages': 'off',
      // createRule makes the address of a page from the name of its rule.
      'eslint-plugin/require-meta-docs-url': 'off',
    },
  },
  {
    // What users give us to read must not make an expression of ours slow.
    files: ['{src,rules,codemods}/**/*.{js,ts}'],
    extends: [regexp.configs['flat/recommended']],
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  own,
);
