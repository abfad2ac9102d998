import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderShutdown, renderTracker } from '../../src/helper/injection.ts';

const ROOT = join(import.meta.dirname, '../..');
let copies = 0;

export interface Guide {
  /** Names of the files that the page shows. */
  readonly files: readonly string[];
  textOf: (file: string) => string;
  /** Loads a fresh copy of one of them, with a separate copy of the helper. */
  load: (file: string) => Promise<{ module: unknown; tracker: typeof import('../../src/tracker/fire-task.ts') }>;
}

/** The code blocks of a page in docs/guides that are files: those with `file=…` in their first line. */
export function guide(page: string): Guide {
  const text = readFileSync(join(ROOT, 'docs/guides', page), 'utf8');
  const files = new Map(
    [...text.matchAll(/```js file=(\S+)\n([\s\S]*?)```/g)].map(([, name = '', code = '']) => [name, code]),
  );
  return {
    files: [...files.keys()],
    textOf: (file) => files.get(file) ?? '',
    async load(file) {
      copies += 1;
      // Inside this checkout, so that packages are found.
      const folder = join(ROOT, '.cache/guides', `${page}-${process.pid.toString()}-${copies.toString()}`);
      mkdirSync(join(folder, 'lib'), { recursive: true });
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
      writeFileSync(join(folder, 'lib/fire-task.js'), renderTracker('esm', 'node'));
      writeFileSync(join(folder, 'lib/drain-on-shutdown.js'), renderShutdown('esm', 'node', './fire-task.js'));
      writeFileSync(join(folder, file), files.get(file) ?? '');
      Reflect.deleteProperty(globalThis, Symbol.for('fire-task@1'));
      try {
        const tracker = (await import(
          pathToFileURL(join(folder, 'lib/fire-task.js')).href
        )) as typeof import('../../src/tracker/fire-task.ts');
        return { module: (await import(pathToFileURL(join(folder, file)).href)) as unknown, tracker };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
