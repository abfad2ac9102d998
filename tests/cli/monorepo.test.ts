import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { flavourInHeader } from '../../src/helper/injection.ts';
import { jscodeshiftWith } from '../support/jscodeshift.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { run, project, read, texts, write } = box;

/** Three packages: TypeScript as ES modules, JavaScript as CommonJS without semicolons, and Next.js. */
describe('a monorepo', () => {
  it('is migrated in one run, each package with a helper of its own', async () => {
    project('monorepo');
    box.commitAll();
    const { code, out } = await run(['migrate']);
    expect(code).toBe(0);
    expect(out).toBe(`5 findings rewritten in 4 files.
9 files: 6 changed, 3 clean, 0 for manual work, 0 failed.
Added the helper packages/api/src/lib/fire-task.ts.
Added the helper packages/web/lib/fire-task.ts.
Added the helper packages/worker/lib/fire-task.js.
Added the helper packages/api/src/lib/drain-on-shutdown.ts.
Waits for the tasks at shutdown: drainOnShutdown in packages/api/src/server.ts:10.
Waits for the tasks at shutdown: drainTasks in packages/worker/server.js:11.

Next:
  - format, lint, type-check and test
  - look at the diff, and commit`);
    expect(
      ['api/src/lib/fire-task.ts', 'web/lib/fire-task.ts', 'worker/lib/fire-task.js'].map((path) =>
        flavourInHeader(read(`packages/${path}`)),
      ),
    ).toEqual(['node', 'next', 'node']);
    expect(box.git('diff', '--stat').trim().split('\n').at(-1)).toMatch(/^ ?6 files changed/);
    expect((await run(['migrate', '--force'])).out).toBe(
      '0 findings rewritten in 0 files.\n13 files: 0 changed, 13 clean, 0 for manual work, 0 failed.',
    );
  });

  it('looks afterwards as its owners would write it', async () => {
    project('monorepo');
    await run(['migrate']);
    expect(read('packages/api/src/routes/orders.ts')).toContain(
      "import { indexOrder, sendReceipt } from '../services/orders.js';\nimport { fireTask } from '../lib/fire-task.js';\n",
    );
    expect(read('packages/api/src/server.ts')).toContain('});\ndrainOnShutdown(server);\n\nserver.keepAliveTimeout');
    expect(read('packages/web/app/api/orders/[id]/route.ts')).toContain(
      'import { fireTask } from "@/lib/fire-task";\n',
    );
    expect(read('packages/worker/lib/router.js')).toContain("const { fireTask } = require('./fire-task')\n");
    expect(read('packages/worker/server.js')).toContain(
      '  server.close(async () => {\n    const { drained } = await drainTasks({ timeoutMs: 25_000 })\n    process.exit(drained ? 0 : 1)\n',
    );
  });

  it('still type-checks and loads', async () => {
    project('monorepo');
    await run(['migrate']);
    symlinkSync(join(import.meta.dirname, '../../node_modules'), join(box.folder, 'node_modules'), 'junction');
    const config = ts.getParsedCommandLineOfConfigFile(
      join(box.folder, 'packages/api/tsconfig.json'),
      { noEmit: true, skipLibCheck: true, types: ['node'] },
      { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
    );
    const program = ts.createProgram(config?.fileNames ?? [], config?.options ?? {});
    expect(config?.fileNames).toHaveLength(5);
    expect(
      ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    ).toEqual([]);
    write(
      'packages/worker/check.js',
      "require('./lib/router');\nconsole.log(typeof require('./lib/fire-task').fireTask);\n",
    );
    const { execFileSync } = await import('node:child_process');
    expect(
      execFileSync(process.execPath, ['check.js'], { cwd: join(box.folder, 'packages/worker'), encoding: 'utf8' }),
    ).toBe('function\n');
  });

  it.each([
    ['one process', ['--run-in-band']],
    ['several', ['--cpus=3']],
  ])('is the same, byte for byte, by plain jscodeshift in %s', async (_, args) => {
    project('monorepo');
    await run(['migrate']);
    const migrated = texts();
    for (const path of Object.keys(migrated)) box.remove(path);
    project('monorepo');
    jscodeshiftWith('fire-task', box.folder, ...args, 'packages');
    jscodeshiftWith('drain-on-shutdown', box.folder, ...args, 'packages');
    expect(texts()).toEqual(migrated);
  });
});
