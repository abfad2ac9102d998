import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Ran, Shell } from '../support/linked.ts';
import { linked } from '../support/linked.ts';
import { writeOrders } from '../support/orders.ts';
import { sandbox } from '../support/sandbox.ts';

const ROOT = join(import.meta.dirname, '../..');
const box = sandbox();
const { write } = box;
let shell: Shell;

/** Both versions by their own command; the second is linked under the name that `npx` finds. */
const VERSIONS: [string, (args: string) => Ran][] = [
  ['ESLint 10', (args) => shell(`npx eslint ${args}`)],
  [
    'ESLint 9',
    (args) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(ROOT, 'node_modules/eslint9/bin/eslint.js'), ...args.split(' ')],
        { cwd: box.folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined } },
      );
      return { code: status, out: stdout, err: stderr };
    },
  ],
];

beforeEach(() => {
  writeOrders(box);
  shell = linked(box.folder);
});

describe.each(VERSIONS)('the command of %s', (_, eslint) => {
  it.each(['--fix', '--fix --fix-type problem,suggestion,layout', '--fix --cache', '--fix --concurrency=2'])(
    'rewrites nothing by %s, and still fails',
    (flags) => {
      const before = box.texts();
      const { code, out } = eslint(`. ${flags}`);
      expect(code).toBe(1);
      expect(out).toMatch(/src\/orders\.js\n +5:3 +error .*fire-task\/no-untracked-promises/);
      expect(out).not.toContain('potentially fixable');
      const { '.eslintcache': cache, ...after } = box.texts();
      expect(after).toEqual(before);
      expect(cache === undefined).toBe(!flags.includes('--cache'));
    },
  );

  it('gives suggestions, with their edits, to whoever reads its JSON', () => {
    const [result] = JSON.parse(eslint('src/orders.js --format json').out) as [
      { messages: { fix?: object; suggestions: { messageId: string }[] }[]; fixableErrorCount: number },
    ];
    expect(result.fixableErrorCount).toBe(0);
    expect(result.messages.map(({ fix, suggestions }) => [fix, suggestions.map(({ messageId }) => messageId)])).toEqual(
      [[undefined, ['trackAndCreate']]],
    );
  });
});

describe("with typescript-eslint's strictest configs", () => {
  it('composes by defineConfig, and each rule says its own', () => {
    for (const name of ['typescript-eslint', 'typescript'])
      symlinkSync(join(ROOT, 'node_modules', name), join(box.folder, 'node_modules', name), 'junction');
    write(
      'eslint.config.js',
      `import { defineConfig } from 'eslint/config';
import fireTask from 'eslint-plugin-fire-task';
import tseslint from 'typescript-eslint';

export default defineConfig(
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  { languageOptions: { parserOptions: { projectService: true } } },
  fireTask.configs.recommendedTypeChecked,
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked, fireTask.configs.recommended] },
);
`,
    );
    write(
      'tsconfig.json',
      '{ "compilerOptions": { "strict": true, "module": "nodenext", "target": "es2023", "noEmit": true, "types": [] }, "include": ["src"] }',
    );
    write(
      'src/express.d.ts',
      "declare module 'express' {\n  interface App { post: (path: string, handler: (req: { body: string }, res: { end: () => void }) => void) => void }\n  export default function express(): App;\n}\n",
    );
    write('src/send.ts', 'export const send = (text: string): Promise<string> => Promise.resolve(text);\n');
    write(
      'src/both.ts',
      "import express from 'express';\nimport { send } from './send.js';\n\nexpress().post('/both', (req, res) => {\n  void send(req.body);\n  send(req.body);\n  res.end();\n});\n",
    );
    const { code, out, err } = shell('npx eslint src --format json');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const results = JSON.parse(out) as { filePath: string; messages: { ruleId: string; line: number }[] }[];
    const found = results.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, line }) => `${filePath.slice(box.folder.length + 1)}:${line} ${ruleId}`),
    );
    expect(found.filter((line) => line.includes('both.ts'))).toEqual([
      'src/both.ts:5 fire-task/no-untracked-promises',
      'src/both.ts:6 @typescript-eslint/no-floating-promises',
      'src/both.ts:6 fire-task/no-untracked-promises',
    ]);
    expect(found.filter((line) => line.includes('fire-task'))).toContain(
      'src/orders.js:5 fire-task/no-untracked-promises',
    );
  });
});
