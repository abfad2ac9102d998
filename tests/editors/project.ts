import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderTracker } from '../../src/helper/injection.ts';
import { linked } from '../support/linked.ts';

/** A route with one untracked promise, at 4:2 as editors count. */
export const APP = `import express from 'express';
import { execute } from './pipeline.js';

express().post('/runs', (req, res) => {
  execute(req.body);
  res.sendStatus(202);
});
`;

/** A fresh project that holds it in src/app.js, with ESLint, this plugin and the helper. */
export function makeProject(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fire-task-editor-')));
  linked(folder);
  mkdirSync(join(folder, 'src/lib'), { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    '{ "name": "runs", "type": "module", "dependencies": { "express": "5" } }',
  );
  writeFileSync(
    join(folder, 'eslint.config.js'),
    "import fireTask from 'eslint-plugin-fire-task';\nexport default [fireTask.configs.recommended];\n",
  );
  writeFileSync(join(folder, 'src/app.js'), APP);
  writeFileSync(join(folder, 'src/pipeline.js'), 'export async function execute(run) {\n  await run;\n}\n');
  writeFileSync(join(folder, 'src/lib/fire-task.js'), renderTracker('esm', 'node'));
  return folder;
}
