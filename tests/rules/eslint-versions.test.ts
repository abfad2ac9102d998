import { fileURLToPath } from 'node:url';
import { basename } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { ESLint as ESLint10, type Linter } from 'eslint';
import { ESLint as ESLint9 } from 'eslint9';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';

const VERSIONS = [
  ['ESLint 10', ESLint10],
  ['ESLint 9', ESLint9 as unknown as typeof ESLint10],
] as const;

async function lint(
  Eslint: typeof ESLint10,
  project: string,
  config: Linter.Config,
  patterns: string[],
): Promise<string[]> {
  const cwd = fileURLToPath(new URL(`../projects/${project}/`, import.meta.url));
  const eslint = new Eslint({ cwd, overrideConfigFile: true, overrideConfig: [plugin.configs.recommended, config] });
  const results = await eslint.lintFiles(patterns);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, messageId, message, fatal }) =>
      fatal === true ? message : `${basename(filePath)}:${line}:${column} ${messageId ?? ''}`,
    ),
  );
}

const SHOP_TS = ['cancel.ts:5:3 voided', 'place.ts:5:3 caught', 'warehouse.ts:7:3 floating', 'orders.ts:9:3 floating'];

describe.each(VERSIONS)('%s', (_, Eslint) => {
  it('lints TypeScript across files without types', async () => {
    const config: Linter.Config = { files: ['**/*.ts'], languageOptions: { parser } };
    expect(await lint(Eslint, 'shop-ts', config, ['src'])).toEqual(SHOP_TS);
  });

  it('lints TypeScript with types, with the same findings', async () => {
    const config: Linter.Config = {
      files: ['**/*.ts'],
      languageOptions: { parser, parserOptions: { projectService: true } },
    };
    expect(await lint(Eslint, 'shop-ts', config, ['src'])).toEqual(SHOP_TS);
  });

  it('lints CommonJS with espree', async () => {
    const config: Linter.Config = { languageOptions: { sourceType: 'commonjs' } };
    expect(await lint(Eslint, 'shop-cjs', config, ['.'])).toEqual([
      'controller.js:5:3 floating',
      'controller.js:6:3 floating',
      'controller.js:19:3 voided',
    ]);
  });
});

describe('messages', () => {
  it('name the route and the chain of calls across files', async () => {
    const cwd = fileURLToPath(new URL('../projects/shop-ts/', import.meta.url));
    const eslint = new ESLint10({
      cwd,
      overrideConfigFile: true,
      overrideConfig: [plugin.configs.recommended, { files: ['**/*.ts'], languageOptions: { parser } }],
    });
    const [result] = await eslint.lintFiles(['src/orders/warehouse.ts']);
    expect(result?.messages.map(({ message }) => message)).toEqual([
      '`audit.record(…)` is launched by `POST /orders` (placeOrder → notifyWarehouse) but never awaited, returned or tracked: it is lost on shutdown, and if it rejects the process can crash. Await it, return it, or pass it to `fireTask`.',
    ]);
  });
});
