import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Shell } from '../support/linked.ts';
import { blocksOf } from '../support/blocks.ts';
import { linked } from '../support/linked.ts';
import { ASYNC_MAIL, CLEAN_ROUTE, ROUTE, SYNC_MAIL, writeOrders } from '../support/orders.ts';
import { sandbox } from '../support/sandbox.ts';

const page = blocksOf('ci.md');
const box = sandbox();
let shell: Shell;
const { write, git } = box;

/** A repository with the page's hook, whose code is clean so far. */
beforeEach(() => {
  writeOrders(box);
  write('src/orders.js', CLEAN_ROUTE);
  shell = linked(box.folder);
  box.commitAll();
  const [, hooks] = page.script('install-lint-staged').trim().split('\n');
  expect(shell(hooks ?? '').code).toBe(0);
  write('.githooks/pre-commit', page.file('.githooks/pre-commit'));
  chmodSync(join(box.folder, '.githooks/pre-commit'), 0o755);
  shell('git config user.name test && git config user.email test@localhost');
});

describe.each([
  ['eslint', '.lintstagedrc.json', / 5:3 +error .*no-untracked-promises/],
  ['the command', 'fire-task.lintstagedrc.json', /src\/orders\.js:5:3 +floating +send/],
])('%s on staged files', (_, config, finding) => {
  beforeEach(() => {
    write('.lintstagedrc.json', page.file(config));
    git('add', '.');
    expect(shell('git commit -m hook').code).toBe(0);
  });

  it('stops a commit with a finding and leaves the files as they were; a clean one passes', () => {
    write('src/orders.js', ROUTE);
    git('add', '.');
    const { code, err } = shell('git commit -m orders');
    expect(code).toBe(1);
    expect(err).toMatch(finding);
    expect(git('log', '-1', '--format=%s')).toBe('hook\n');
    expect(git('diff', '--cached', '--name-only')).toBe('src/orders.js\n');
    expect(box.read('src/orders.js')).toBe(ROUTE);
    write('src/orders.js', CLEAN_ROUTE.replace('/orders', '/order'));
    git('add', '.');
    expect(shell('git commit -m clean').code).toBe(0);
    expect(git('log', '-1', '--format=%s')).toBe('clean\n');
  });

  it('lets tests, declarations and files that ESLint ignores pass', () => {
    write(
      'eslint.config.js',
      "import fireTask from 'eslint-plugin-fire-task';\nexport default [{ ignores: ['src/generated.js'] }, fireTask.configs.recommended, { ignores: ['**/*.ts'] }];\n",
    );
    write('src/orders.test.js', ROUTE);
    write('src/types.d.ts', 'export declare const limit: number;\n');
    write('src/generated.js', ROUTE);
    git('add', '.');
    const { code, err } = shell('git commit -m tests');
    expect(code, err).toBe(0);
  });
});

describe('a hook', () => {
  beforeEach(() => {
    write('.lintstagedrc.json', page.file('.lintstagedrc.json'));
    git('add', '.');
    git('-c', 'core.hooksPath=/dev/null', 'commit', '--quiet', '-m', 'hook');
  });

  it('looks at what is staged, not at a change that is not', () => {
    write('src/orders.js', CLEAN_ROUTE.replace('/orders', '/order'));
    git('add', '.');
    write('src/orders.js', ROUTE);
    expect(shell('git commit -m clean').code).toBe(0);
    expect(box.read('src/orders.js')).toBe(ROUTE);
  });

  it('stops a commit of a function that a route elsewhere reaches', () => {
    write('src/mail.js', 'export async function send(order) {\n  fetch(order.url);\n}\n');
    git('add', '.');
    const { code, err } = shell('git commit -m mail');
    expect(code).toBe(1);
    expect(err).toMatch(/mail\.js/);
  });

  it('does not see a finding in a file that is not staged', () => {
    write('src/mail.js', SYNC_MAIL);
    write('src/orders.js', ROUTE);
    git('add', '.');
    expect(shell('git commit -m sync').code).toBe(0);
    write('src/mail.js', ASYNC_MAIL);
    git('add', '.');
    expect(shell('git commit -m async').code).toBe(0);
    expect(shell('npx eslint .').code).toBe(1);
  });
});
