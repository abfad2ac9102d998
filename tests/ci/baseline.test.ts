import { beforeEach, describe, expect, it } from 'vitest';
import type { Shell } from '../support/linked.ts';
import { blocksOf } from '../support/blocks.ts';
import { linked } from '../support/linked.ts';
import { CLEAN_ROUTE, ROUTE, writeOrders } from '../support/orders.ts';
import { sandbox } from '../support/sandbox.ts';

const page = blocksOf('ci.md');
const box = sandbox();
let shell: Shell;
const { write, read } = box;

/** The baseline of the old code, which is the same before each test: ESLint writes it before the first. */
let baseline: string | undefined;

/** Old code with one finding, and its baseline. */
beforeEach(() => {
  writeOrders(box);
  shell = linked(box.folder);
  box.commitAll();
  if (baseline === undefined) {
    expect(shell(page.script('baseline')).code).toBe(0);
    baseline = read('eslint-suppressions.json');
    return;
  }
  write('eslint-suppressions.json', baseline);
  box.git('add', 'eslint-suppressions.json');
});

const counts = (): unknown => JSON.parse(read('eslint-suppressions.json'));

describe("a baseline by ESLint's bulk suppressions", () => {
  it('counts by file and rule, is staged, and lets the old finding pass', () => {
    expect(counts()).toEqual({ 'src/orders.js': { 'fire-task/no-untracked-promises': { count: 1 } } });
    expect(box.git('diff', '--cached', '--name-only')).toBe('eslint-suppressions.json\n');
    expect(shell('npx eslint .')).toMatchObject({ code: 0, out: '' });
  });

  it('lets no new finding pass in a file that had none', () => {
    write('src/refunds.js', ROUTE.replace('/orders', '/refunds'));
    const { code, out } = shell('npx eslint .');
    expect(code).toBe(1);
    expect(out).toContain('POST /refunds');
    expect(out).not.toContain('POST /orders');
  });

  it('shows all findings of a file that has one more', () => {
    write('src/orders.js', ROUTE.replace('  send(req.body);', '  send(req.body);\n  send(req.query);'));
    const { code, out } = shell('npx eslint .');
    expect(code).toBe(1);
    expect(out.match(/fire-task\/no-untracked-promises/g)).toHaveLength(2);
  });

  it('asks to be pruned once a finding is mended, and is', () => {
    write('src/orders.js', CLEAN_ROUTE);
    const { code, err } = shell('npx eslint .');
    expect(code).toBe(2);
    expect(err).toContain('--prune-suppressions');
    expect(shell('npx eslint . --pass-on-unpruned-suppressions').code).toBe(0);
    expect(shell(page.script('prune')).code).toBe(0);
    expect(counts()).toEqual({});
    expect(shell('npx eslint .').code).toBe(0);
  });

  it('knows no file by another name', () => {
    box.remove('src/orders.js');
    write('src/order-routes.js', ROUTE);
    expect(shell('npx eslint . --pass-on-unpruned-suppressions').code).toBe(1);
  });

  it('is empty after the codemod has rewritten the old code', () => {
    box.git('commit', '--quiet', '-m', 'baseline');
    expect(shell('npx fire-task migrate').code).toBe(0);
    expect(shell('npx eslint . --prune-suppressions').code).toBe(0);
    expect(counts()).toEqual({});
  });

  it('is not read by the command', () => {
    expect(shell('npx fire-task migrate --check').code).toBe(1);
  });

  it('takes every rule with --suppress-all', () => {
    write(
      'eslint.config.js',
      `${read('eslint.config.js')}export const strict = 0;\n`.replace(
        'recommended]',
        "recommended, { rules: { 'no-console': 'error' } }]",
      ),
    );
    write('src/log.js', 'console.log(1);\n');
    expect(shell('npx eslint .').code).toBe(1);
    expect(shell('npx eslint . --suppress-all').code).toBe(0);
    expect(shell('npx eslint .').code).toBe(0);
    expect(Object.keys(counts() as object)).toEqual(['src/log.js', 'src/orders.js']);
  });
});
