import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Flavour } from '../../src/helper/flavour.ts';
import type { TrackerForm } from '../../src/helper/text.ts';
import { renderShutdown, renderTracker } from '../../src/helper/injection.ts';

/**
 * Writes both injected files into a folder, with a third that re-exports both.
 *
 * @returns the path of that third file
 */
export function writeHelper(folder: string, form: TrackerForm = 'esm', flavour: Flavour = 'node'): string {
  mkdirSync(folder, { recursive: true });
  const ending = form === 'cjs' ? 'cjs' : 'mjs';
  const compile = (text: string): string => {
    const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
    return form === 'ts' ? ts.transpileModule(text, { compilerOptions: options }).outputText : text;
  };
  writeFileSync(join(folder, `fire-task.${ending}`), compile(renderTracker(form, flavour)));
  writeFileSync(
    join(folder, `drain-on-shutdown.${ending}`),
    compile(renderShutdown(form, flavour, `./fire-task.${ending}`)),
  );
  const path = join(folder, `both.${ending}`);
  writeFileSync(
    path,
    form === 'cjs'
      ? "module.exports = { ...require('./fire-task.cjs'), ...require('./drain-on-shutdown.cjs') };\n"
      : "export * from './fire-task.mjs';\nexport * from './drain-on-shutdown.mjs';\n",
  );
  return path;
}
