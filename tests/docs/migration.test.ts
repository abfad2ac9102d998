import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';
import { beforeEach, describe, expect, it } from 'vitest';
import { blocksOf } from '../support/blocks.ts';
import { linked } from '../support/linked.ts';
import { fencesOf, PAGES, ROOT } from '../support/pages.ts';
import { sandbox } from '../support/sandbox.ts';
import { refreshProject } from '../support/engine.ts';

const box = sandbox();
const guides = PAGES.filter((page) => page.startsWith('docs/guides/from-'));
const pairs = guides.flatMap((page) => {
  const fences = fencesOf(page).filter(({ words }) => words === 'before' || words === 'after');
  return fences
    .map((fence, index) => ({ page, fence, next: fences[index + 1] }))
    .filter(({ fence }) => fence.words === 'before');
});

beforeEach(() => {
  box.write('package.json', '{ "name": "orders", "type": "module", "dependencies": { "express": "5" } }');
  box.write(
    'src/mail.ts',
    'export async function sendReceipt(id: string): Promise<void> { await fetch(id); }\nexport async function touchLastActive(id: string): Promise<void> { await fetch(id); }\n',
  );
  box.write(
    'src/logger.ts',
    'export const logger = { error: (...words: unknown[]) => { console.error(...words); } };\n',
  );
  linked(box.folder);
  mkdirSync(join(box.folder, 'node_modules/@typescript-eslint'));
  symlinkSync(
    join(ROOT, 'node_modules/@typescript-eslint/parser'),
    join(box.folder, 'node_modules/@typescript-eslint/parser'),
    'junction',
  );
  refreshProject();
});

async function messagesOf(path: string, config: readonly object[]): Promise<string[]> {
  refreshProject();
  const eslint = new ESLint({ cwd: box.folder, overrideConfigFile: true, overrideConfig: [...config] });
  const results = await eslint.lintFiles([path]);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ line, messageId, message }) =>
        `${line} ${messageId ?? ''} ${/pass (?:it|the chain) to `(\w+)`/.exec(message)?.[1] ?? message}`,
    ),
  );
}

/** A configuration of the page, in a project that has its parser for TypeScript already. */
async function configOf(text: string): Promise<object[]> {
  box.write(
    'eslint.config.mjs',
    `import * as parser from '@typescript-eslint/parser';\n${text.replace('export default [', "export default [{ files: ['**/*.ts'], languageOptions: { parser } },")}`,
  );
  return (
    (await import(`${pathToFileURL(join(box.folder, 'eslint.config.mjs')).href}?${Math.random()}`)) as {
      default: object[];
    }
  ).default;
}

const RECOMMENDED = "import fireTask from 'eslint-plugin-fire-task';\nexport default [fireTask.configs.recommended];\n";

describe.each(pairs)('$page', ({ fence, next }) => {
  it('has the codemod make of one what it says, after which the rule is silent', async () => {
    box.write('src/orders.ts', fence.text);
    expect(await messagesOf('src/orders.ts', await configOf(RECOMMENDED))).not.toEqual([]);
    expect(await box.run(['migrate', '--force', '--no-eslint-config', 'src'])).toMatchObject({ code: 0 });
    expect(box.read('src/orders.ts')).toBe(next?.words === 'after' ? next.text : 'no block "after"');
    expect(await messagesOf('src/orders.ts', await configOf(RECOMMENDED))).toEqual([]);
  });
});

it('both pages about statements have such a pair', () => {
  expect(pairs.map(({ page }) => page)).toEqual(['docs/guides/from-catch-log.md', 'docs/guides/from-void.md']);
});

describe('docs/guides/from-wait-until.md', () => {
  const page = blocksOf('from-wait-until.md');
  beforeEach(() => {
    box.write('src/background.ts', page.file('src/background.ts'));
    box.write('src/orders.ts', page.file('src/orders.ts'));
  });

  it('reports the lines that it says', async () => {
    expect(await messagesOf('src/orders.ts', await configOf(RECOMMENDED))).toEqual([
      '8 floating fireTask',
      '9 floating fireTask',
    ]);
  });

  it('knows the helper as the tracker, and has the codemod write it', async () => {
    expect(await messagesOf('src/orders.ts', await configOf(page.file('tracker.config.js')))).toEqual([
      '9 floating background',
    ]);
    expect(await box.run(['migrate', '--force', 'src'])).toMatchObject({ code: 0 });
    expect(box.read('src/orders.ts')).toContain(
      '  background(touchLastActive(req.params.id), `touchLastActive:${req.params.id}`); // reported\n',
    );
    expect(await messagesOf('src/orders.ts', await configOf(page.file('tracker.config.js')))).toEqual([]);
  });

  it('knows it as a sink', async () => {
    expect(await messagesOf('src/orders.ts', await configOf(page.file('sink.config.js')))).toEqual([
      '9 floating fireTask',
    ]);
  });

  it('needs neither when the helper hands the work on', async () => {
    expect(await box.run(['init'])).toMatchObject({ code: 0 });
    box.write('src/background.ts', page.file('src/background-as-task.ts'));
    expect(await messagesOf('src/orders.ts', await configOf(RECOMMENDED))).toEqual(['9 floating fireTask']);
  });
});
