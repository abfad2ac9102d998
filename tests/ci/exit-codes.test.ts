import { beforeEach, describe, expect, it } from 'vitest';
import type { Shell } from '../support/linked.ts';
import { blocksOf } from '../support/blocks.ts';
import { linked } from '../support/linked.ts';
import { CLEAN_ROUTE, writeOrders } from '../support/orders.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
let shell: Shell;
beforeEach(() => {
  writeOrders(box);
  shell = linked(box.folder);
});

describe.each(['npx eslint .', 'npx fire-task migrate --check'])('%s ends with', (command) => {
  it('0 where nothing is found', () => {
    box.write('src/orders.js', CLEAN_ROUTE);
    expect(shell(command).code).toBe(0);
  });

  it('1 where something is', () => {
    const { code, out } = shell(command);
    expect(code).toBe(1);
    expect(out).toMatch(/src\/orders\.js\s+5:3|src\/orders\.js:5:3/);
  });

  it('1 for a file that does not parse, which is named', () => {
    box.write('src/orders.js', CLEAN_ROUTE);
    box.write('src/broken.js', 'export const = 1;\n');
    const { code, out, err } = shell(command);
    expect(code).toBe(1);
    expect(out + err).toContain('src/broken.js');
  });

  it('2 for a wrong configuration', () => {
    box.write(
      'eslint.config.js',
      "import fireTask from 'eslint-plugin-fire-task';\nexport default [fireTask.configs.recommended, { rules: { 'fire-task/no-untracked-promises': ['error', { reech: 'file' }] } }];\n",
    );
    const { code, err } = shell(command);
    expect(code).toBe(2);
    expect(err).toContain('reech');
  });

  it('the same whatever is found, and the files as they were', () => {
    box.commitAll();
    shell(command);
    expect(box.git('status', '--porcelain')).toBe('');
  });
});

describe('a warning', () => {
  beforeEach(() => {
    box.write(
      'eslint.config.js',
      "import fireTask from 'eslint-plugin-fire-task';\nexport default [fireTask.configs.recommended, { rules: { 'fire-task/no-untracked-promises': 'warn' } }];\n",
    );
  });

  it('is no error for eslint, but with --max-warnings', () => {
    expect(shell('npx eslint .').code).toBe(0);
    expect(shell('npx eslint . --max-warnings 0').code).toBe(1);
  });

  it('is one for the command', () => {
    expect(shell('npx fire-task migrate --check').code).toBe(1);
  });
});

it('a path that is not there is 2 for the command', () => {
  expect(shell('npx fire-task migrate --check nowhere').code).toBe(2);
});

it('the command prints annotations by itself', () => {
  const { code, out } = shell(blocksOf('ci.md').script('annotations-by-the-command'), { GITHUB_WORKSPACE: box.folder });
  expect(code).toBe(1);
  expect(out).toContain(
    '::error file=src/orders.js,line=5,col=3,title=fire-task%3A floating::`send(…)` is launched by `POST /orders`',
  );
});
