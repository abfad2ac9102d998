import { beforeEach, describe, expect, it } from 'vitest';
import type { Shell } from '../support/linked.ts';
import { blocksOf } from '../support/blocks.ts';
import { linked } from '../support/linked.ts';
import { ASYNC_MAIL, SYNC_MAIL, writeOrders } from '../support/orders.ts';
import { sandbox } from '../support/sandbox.ts';

const page = blocksOf('ci.md');
const box = sandbox();
let shell: Shell;
const { write } = box;

beforeEach(() => {
  writeOrders(box);
  shell = linked(box.folder);
});

function reach(reach: string): void {
  write(
    'eslint.config.js',
    `import fireTask from 'eslint-plugin-fire-task';\nexport default [fireTask.configs.recommended, { rules: { 'fire-task/no-untracked-promises': ['error', { reach: '${reach}' }] } }];\n`,
  );
}

describe("ESLint's --cache", () => {
  // Content is the stricter of its two strategies.
  const cached = 'npx eslint . --cache --cache-strategy content';

  it.each(['project', 'file', 'handler'])(
    'misses a finding that a change of another file made, with reach %s',
    (name) => {
      reach(name);
      write('src/mail.js', SYNC_MAIL);
      expect(shell(cached).code).toBe(0);
      write('src/mail.js', ASYNC_MAIL);
      expect(shell(cached), 'stale').toMatchObject({ code: 0, out: '' });
      expect(shell('npx eslint .').out).toMatch(/src\/orders\.js\n +5:3 +error/);
    },
  );

  it('shows a finding in a function that no route reaches any more', () => {
    write('src/mail.js', 'export function send(order) { fetch(order.url); }\n');
    expect(shell(cached).out).toMatch(/src\/mail\.js\n +1:31 +error/);
    write('src/orders.js', "export { send } from './mail.js';\n");
    expect(shell(cached).out, 'stale').toMatch(/src\/mail\.js\n +1:31 +error/);
    expect(shell('npx eslint .')).toMatchObject({ code: 0, out: '' });
  });

  it('is put right by the command after it', () => {
    write('src/mail.js', SYNC_MAIL);
    expect(shell(page.script('cached-then-checked')).code).toBe(0);
    write('src/mail.js', ASYNC_MAIL);
    const { code, out } = shell(page.script('cached-then-checked'));
    expect(code).toBe(1);
    expect(out).toMatch(/^POST \/orders\n {2}src\/orders\.js:5:3 {2}floating {2}send$/m);
  });
});
