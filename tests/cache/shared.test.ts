import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generated } from '../support/generated-server.ts';
import { linked } from '../support/linked.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const FOLDER = 'node_modules/.cache/fire-task';

it('ESLint reads what the command has stored, and the command what ESLint has', () => {
  for (const [path, text] of generated(40, 7).files) box.write(path, text);
  box.write(
    'eslint.config.mjs',
    `import { createRequire } from 'node:module';
import fireTask from 'eslint-plugin-fire-task';
const parser = createRequire(${JSON.stringify(import.meta.url)})('@typescript-eslint/parser');
export default [{ files: ['**/*.{js,ts}'], languageOptions: { parser } }, fireTask.configs.recommended];
`,
  );
  const run = linked(box.folder);
  const stored = (): string[] => readdirSync(join(box.folder, FOLDER)).sort();
  run('npx fire-task migrate --check . || true');
  const byCommand = stored();
  box.remove(FOLDER);
  const { err } = run('npx eslint src || true');
  const byEslint = stored();
  expect(err).toBe('');
  expect(byEslint.length).toBe(1);
  // The command also stores its answer.
  expect(byCommand).toEqual(expect.arrayContaining(byEslint));
  expect(byCommand.length).toBe(2);
});
