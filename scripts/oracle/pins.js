// The outside suites, at the commits they were last replayed at. Nothing of them is kept in this repository.

/** @typedef {{ name: string, repository: string, commit: string, licence: string, paths: readonly string[] }} Pin */

/** @type {readonly Pin[]} */
export const PINS = [
  {
    name: 'typescript-eslint no-floating-promises',
    repository: 'typescript-eslint/typescript-eslint',
    commit: '56c9ed90d0aee0b5a71cfc39fc76b715b82e3ea8',
    licence: 'MIT',
    paths: ['packages/eslint-plugin/tests/rules/no-floating-promises.test.ts'],
  },
  {
    name: 'typescript-eslint no-misused-promises',
    repository: 'typescript-eslint/typescript-eslint',
    commit: '56c9ed90d0aee0b5a71cfc39fc76b715b82e3ea8',
    licence: 'MIT',
    paths: ['packages/eslint-plugin/tests/rules/no-misused-promises.test.ts'],
  },
  {
    name: 'Biome noFloatingPromises',
    repository: 'biomejs/biome',
    commit: '18883b7dafb8f9581534508fdd5b1e34632f2724',
    licence: 'MIT OR Apache-2.0',
    paths: ['crates/biome_js_analyze/tests/specs/nursery/noFloatingPromises'],
  },
  {
    name: 'playwright missing-playwright-await',
    repository: 'mskelton/eslint-plugin-playwright',
    commit: '801f01aa8a5e279b65939e06d63f7e0d2b638f93',
    licence: 'MIT',
    paths: ['src/rules/missing-playwright-await.test.ts'],
  },
  {
    name: 'jest valid-expect-in-promise',
    repository: 'jest-community/eslint-plugin-jest',
    commit: '4ba94543a4f8b009c43da447a278737561f30115',
    licence: 'MIT',
    paths: ['src/rules/__tests__/valid-expect-in-promise.test.ts'],
  },
  {
    name: 'Ruff RUF006',
    repository: 'astral-sh/ruff',
    commit: 'fca5c7cf2cd2f8338f18b9485f936b8e9f07bd0b',
    licence: 'MIT',
    paths: [
      'crates/ruff_linter/resources/test/fixtures/ruff/RUF006.py',
      'crates/ruff_linter/src/rules/ruff/snapshots/ruff_linter__rules__ruff__tests__RUF006_RUF006.py.snap',
    ],
  },
];
