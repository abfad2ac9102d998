import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as parser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';
import { renderTracker } from '../../src/helper/injection.ts';
import { sourceFrom } from '../support/findings.ts';
import { workspace } from '../../rules/source.ts';
import { planSource, refreshProject } from '../support/engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'fire-task-fixes-'));
beforeAll(() => {
  cpSync(fileURLToPath(new URL('../projects/shop-ts/', import.meta.url)), folder, { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function messagesOf(path: string): Promise<Linter.LintMessage[]> {
  workspace().refresh();
  refreshProject();
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [plugin.configs.recommended, { files: ['**/*.ts'], languageOptions: { parser } }],
  });
  const [result] = await eslint.lintFiles([path]);
  return result?.messages ?? [];
}

/** Applies a suggestion as an editor does. */
function applied(path: string, { fix }: Linter.LintSuggestion): string {
  const text = readFileSync(join(folder, path), 'utf8');
  return text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
}

describe('quick fixes in the real ESLint', () => {
  it('await, return or track a call in an async handler, and say how to create the helper', async () => {
    const [message] = await messagesOf('src/orders/warehouse.ts');
    const suggestions = message?.suggestions ?? [];
    expect(suggestions.map(({ desc }) => desc)).toEqual([
      'Track it with fireTask, and create src/lib/fire-task.ts by running `npx fire-task init`.',
      'Await it.',
      'Return it.',
    ]);
    const outputs = suggestions.map((suggestion) => applied('src/orders/warehouse.ts', suggestion));
    expect(outputs[0]).toContain("import { fireTask } from '../lib/fire-task.js';\n");
    expect(outputs[0]).toContain("  fireTask(audit.record('notified'), 'audit.record');\n");
    expect(outputs[1]).toContain("  await audit.record('notified');\n");
    expect(outputs[2]).toContain("  return audit.record('notified');\n");
  });

  it('offer no await where the function is not async', async () => {
    const [message] = await messagesOf('src/orders/cancel.ts');
    expect(message?.suggestions?.map(({ messageId }) => messageId)).toEqual(['trackAndCreate']);
  });

  it('no longer tell how to create a helper that is there', async () => {
    const helper = join(folder, 'src/fire-task.ts');
    writeFileSync(helper, renderTracker('ts', 'node'));
    const [message] = await messagesOf('src/orders/cancel.ts');
    rmSync(helper);
    expect(message?.suggestions?.map(({ desc }) => desc)).toEqual(['Track it with fireTask.']);
  });

  it('give the same text as the codemod', async () => {
    const path = 'src/orders/cancel.ts';
    const [message] = await messagesOf(path);
    const text = readFileSync(join(folder, path), 'utf8');
    const [suggestion] = message?.suggestions ?? [];
    if (suggestion === undefined) throw new Error('no suggestion');
    expect(applied(path, suggestion)).toBe(planSource(sourceFrom(text, join(folder, path)), {}).plan.output);
  });

  it('never fix by themselves', async () => {
    const eslint = new ESLint({
      cwd: folder,
      fix: true,
      overrideConfigFile: true,
      overrideConfig: [plugin.configs.recommended, { files: ['**/*.ts'], languageOptions: { parser } }],
    });
    const results = await eslint.lintFiles(['src']);
    expect(results.map(({ output }) => output).filter((output) => output !== undefined)).toEqual([]);
  });
});

describe('beside typescript-eslint', () => {
  it('a bare fireTask statement satisfies no-floating-promises, and awaiting one is caught', async () => {
    writeFileSync(join(folder, 'src/fire-task.ts'), renderTracker('ts', 'node'));
    writeFileSync(
      join(folder, 'src/use.ts'),
      "import { fireTask } from './fire-task.js';\nasync function run(): Promise<void> {\n  await Promise.resolve();\n}\nexport async function go(): Promise<void> {\n  fireTask(run(), 'run');\n  fireTask(async () => { await run(); }, 'go');\n  await fireTask(run(), 'run');\n}\n",
    );
    const eslint = new ESLint({
      cwd: folder,
      overrideConfigFile: true,
      overrideConfig: [
        ...(tseslint.configs.strictTypeChecked as Linter.Config[]),
        { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: folder } } },
      ],
    });
    const [use] = await eslint.lintFiles(['src/use.ts']);
    expect(use?.messages.map(({ line, ruleId }) => `${line} ${ruleId ?? ''}`)).toEqual([
      '8 @typescript-eslint/await-thenable',
    ]);
  });
});

describe('Next.js', () => {
  it('knows route handlers by their file, server actions by their directive', async () => {
    const cwd = fileURLToPath(new URL('../projects/site-next/', import.meta.url));
    const eslint = new ESLint({
      cwd,
      overrideConfigFile: true,
      overrideConfig: [plugin.configs.recommended, { files: ['**/*.{ts,tsx}'], languageOptions: { parser } }],
    });
    const results = await eslint.lintFiles(['app']);
    const found = results.flatMap(({ messages }) =>
      messages.map(
        ({ messageId, message }) => `${messageId ?? ''} ${/(?:by|in) `([^`]+)`/.exec(message)?.[1] ?? message}`,
      ),
    );
    expect(found.sort()).toEqual([
      'caught server action submit',
      'floating DELETE /orders/[id]',
      'floating POST /api/runs',
      'floating server action save',
      'voided GET /api/runs',
    ]);
  });
});
