import { expect } from 'vitest';
import { type Scratch } from './scratch.ts';
import { tarball } from './pack.ts';

const APP = `import express from 'express';
import { parseAsync, string } from 'valibot';
import { execute } from './pipeline.js';

const app = express();
app.post('/runs', (req, res) => {
  execute(req.body);
  res.sendStatus(202);
});
app.post('/checks', (req, res) => {
  parseAsync(string(), req.body);
  res.sendStatus(202);
});
app.listen(3000);
`;

/** Runs a program of the project's dependencies. */
export type Exec = (...args: readonly string[]) => ReturnType<Scratch['run']>;

/**
 * A project as its users have it: the plugin and ESLint, and code that has two findings: one in the project, one that
 * only the typings of a package know.
 */
export async function writeProject(at: Scratch): Promise<void> {
  at.write(
    'package.json',
    JSON.stringify({
      name: 'runs',
      version: '1.0.0',
      private: true,
      type: 'module',
      dependencies: { express: '^5.0.0', valibot: '^1.0.0' },
      devDependencies: { eslint: '^10.0.0', 'eslint-plugin-fire-task': `file:${await tarball()}` },
    }),
  );
  at.write(
    'eslint.config.js',
    "import { defineConfig } from 'eslint/config';\nimport fireTask from 'eslint-plugin-fire-task';\nexport default defineConfig({ ignores: ['.pnp.*', '.yarn/'] }, fireTask.configs.recommended);\n",
  );
  at.write('src/app.js', APP);
  at.write('src/pipeline.js', 'export async function execute(run) {\n  await run;\n}\n');
}

/** ESLint finds them, the command finds and mends them, and then both find nothing. */
export function expectItWorks(at: Scratch, exec: Exec): void {
  const lint = exec('eslint', '.');
  expect(lint.out + lint.err).toContain('`execute(…)` is launched by `POST /runs`');
  expect(lint.out).toContain('`parseAsync(…)` is launched by `POST /checks`');
  expect(lint.code).toBe(1);
  expect(exec('fire-task', 'migrate', '--check', 'src').code).toBe(1);
  const migrated = exec('fire-task', 'migrate', 'src', '--force');
  expect(migrated.code, migrated.out + migrated.err).toBe(0);
  expect(at.read('src/app.js')).toContain("  fireTask(execute(req.body), 'execute');\n");
  expect(at.read('src/app.js')).toContain("  fireTask(parseAsync(string(), req.body), 'parseAsync');\n");
  expect(at.read('src/app.js')).toContain('drainOnShutdown(app.listen(3000));');
  expect(exec('eslint', '.')).toMatchObject({ code: 0, out: '' });
  expect(exec('fire-task', 'migrate', '--check', 'src').code).toBe(0);
}
