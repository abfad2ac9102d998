import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/pages.ts';

it("the heads of the rule pages and the README's list are what eslint-doc-generator makes of the rules, as built", () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/eslint-doc-generator/dist/bin/eslint-doc-generator.js'), '--check'],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
  expect(`${stdout}${stderr}`.trim(), 'npm run docs writes them').toBe('');
  expect(status).toBe(0);
});
