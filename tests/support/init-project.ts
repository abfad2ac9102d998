import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { expect } from 'vitest';
import type { Sandbox } from './sandbox.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

/** One finding. */
export const HANDLER =
  "import express from 'express';\nasync function audit(x) { await x; }\nexpress().get('/a', (req, res) => {\n  audit(req.body);\n  res.end();\n});\n";

/** What `init` adds to a configuration. */
export const IMPORT = "import fireTask from 'eslint-plugin-fire-task';\n";
/** What ESLint then reports for `HANDLER`. */
export const OURS = ['fire-task/no-untracked-promises'];

/** The package.json of a server that has ESLint and the plugin installed. */
export const MANIFEST =
  '{\n  "name": "shop",\n  "type": "module",\n  "dependencies": { "express": "5" },\n  "devDependencies": { "eslint": "10", "eslint-plugin-fire-task": "0" }\n}\n';

/** A server with one finding. */
export function shop({ write }: Sandbox, manifest = MANIFEST): void {
  write('package.json', manifest);
  write('src/app.js', HANDLER);
}

/** A server in which ESLint, the plugin and typescript-eslint can be loaded, with a configuration. */
export function installed(box: Sandbox, manifest: object, name: string, text: string, code = 'src/app.js'): void {
  box.write(
    'package.json',
    JSON.stringify({
      ...manifest,
      dependencies: { express: '5' },
      devDependencies: { eslint: '10', 'eslint-plugin-fire-task': '0', 'typescript-eslint': '8' },
    }),
  );
  box.write(code, HANDLER);
  box.write(name, text);
  symlinkSync(join(ROOT, 'node_modules'), join(box.folder, 'node_modules'), 'junction');
}

/** The rules that report something in a file, with the ESLint configuration that is there. */
export async function reported(box: Sandbox, file: string): Promise<string[]> {
  const results = await new ESLint({ cwd: box.folder }).lintFiles([file]);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message));
}

/** Checks that `init` edits a configuration so that ESLint reports the finding, and does not edit it again. */
export async function expectTaken(box: Sandbox, name: string, before: string, after: string): Promise<void> {
  installed(box, { scripts: { lint: 'eslint .' } }, name, before);
  expect(await reported(box, 'src/app.js')).toEqual([]);
  const { code, out } = await box.run(['init', '--yes']);
  expect(out).toContain(`Edited ${name}.`);
  expect(code).toBe(0);
  expect(box.read(name)).toBe(after);
  expect(await reported(box, 'src/app.js')).toEqual(OURS);
  expect((await box.run(['init', '--yes'])).out).toContain(
    `${name} already contains fire-task and was left unchanged.`,
  );
  expect(box.read(name)).toBe(after);
}
