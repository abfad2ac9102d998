import { describe, expect, it } from 'vitest';
import { expectTaken, IMPORT, installed, OURS, reported } from '../support/init-project.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { run, read } = box;

describe('init adds the rule to a flat configuration, and changes nothing else', () => {
  it.each<[shape: string, name: string, before: string, after: string]>([
    [
      'a list on several lines, with comments',
      'eslint.config.mjs',
      "// @ts-check\nimport js from '@eslint/js';\n\nexport default [\n  js.configs.recommended,\n  { rules: { 'no-undef': 'off', 'no-unused-vars': 'off' } }, // ours\n  // the end\n];\n",
      `// @ts-check\nimport js from '@eslint/js';\n${IMPORT}\nexport default [\n  js.configs.recommended,\n  { rules: { 'no-undef': 'off', 'no-unused-vars': 'off' } }, // ours\n  // the end\n  fireTask.configs.recommended,\n];\n`,
    ],
    [
      'without a trailing comma, without semicolons, in double quotes',
      'eslint.config.mjs',
      'import js from "@eslint/js"\n\nexport default [\n\tjs.configs.recommended,\n\t{ rules: { "no-undef": "off", "no-unused-vars": "off" } } /* , */\n]\n',
      'import js from "@eslint/js"\nimport fireTask from "eslint-plugin-fire-task"\n\nexport default [\n\tjs.configs.recommended,\n\t{ rules: { "no-undef": "off", "no-unused-vars": "off" } }, /* , */\n\tfireTask.configs.recommended\n]\n',
    ],
    [
      'an empty list',
      'eslint.config.mjs',
      'export default [];\n',
      `${IMPORT}\nexport default [fireTask.configs.recommended];\n`,
    ],
    [
      'a list on one line',
      'eslint.config.mjs',
      'export default [{ rules: { eqeqeq: 2 } }];\n',
      `${IMPORT}\nexport default [{ rules: { eqeqeq: 2 } }, fireTask.configs.recommended];\n`,
    ],
    [
      'a typed list, whose type stays with it',
      'eslint.config.mjs',
      "/** @type {import('eslint').Linter.Config[]} */\nexport default [\n  {},\n];\n",
      `${IMPORT}\n/** @type {import('eslint').Linter.Config[]} */\nexport default [\n  {},\n  fireTask.configs.recommended,\n];\n`,
    ],
    [
      'one object',
      'eslint.config.mjs',
      'export default { rules: { eqeqeq: 2 } };\n',
      `${IMPORT}\nexport default [{ rules: { eqeqeq: 2 } }, fireTask.configs.recommended];\n`,
    ],
    [
      'a constant',
      'eslint.config.mjs',
      'const config = [\n  { rules: { eqeqeq: 2 } },\n];\n\nexport default config;\n',
      `${IMPORT}\nconst config = [\n  { rules: { eqeqeq: 2 } },\n  fireTask.configs.recommended,\n];\n\nexport default config;\n`,
    ],
    [
      'defineConfig with a list',
      'eslint.config.mjs',
      "import { defineConfig, globalIgnores } from 'eslint/config';\n\nconst config = defineConfig([\n  globalIgnores([\n    'dist/**',\n  ]),\n]);\n\nexport default config;\n",
      `import { defineConfig, globalIgnores } from 'eslint/config';\n${IMPORT}\nconst config = defineConfig([\n  globalIgnores([\n    'dist/**',\n  ]),\n  fireTask.configs.recommended,\n]);\n\nexport default config;\n`,
    ],
    [
      'defineConfig with entries, by another name',
      'eslint.config.mjs',
      "import { defineConfig as define } from 'eslint/config';\nexport default define({ rules: { eqeqeq: 2 } });\n",
      `import { defineConfig as define } from 'eslint/config';\n${IMPORT}export default define({ rules: { eqeqeq: 2 } }, fireTask.configs.recommended);\n`,
    ],
    [
      'tseslint.config',
      'eslint.config.mjs',
      "import tseslint from 'typescript-eslint';\n\nexport default tseslint.config(\n  tseslint.configs.base,\n  {\n    rules: { eqeqeq: 2 },\n  },\n);\n",
      `import tseslint from 'typescript-eslint';\n${IMPORT}\nexport default tseslint.config(\n  tseslint.configs.base,\n  {\n    rules: { eqeqeq: 2 },\n  },\n  fireTask.configs.recommended,\n);\n`,
    ],
    [
      'CommonJS',
      'eslint.config.js',
      "'use strict';\n\nconst js = require('@eslint/js');\n\nmodule.exports = [\n  { ...js.configs.recommended, rules: {} },\n];\n",
      "'use strict';\n\nconst js = require('@eslint/js');\nconst { default: fireTask } = require('eslint-plugin-fire-task');\n\nmodule.exports = [\n  { ...js.configs.recommended, rules: {} },\n  fireTask.configs.recommended,\n];\n",
    ],
    [
      'CommonJS without any require',
      'eslint.config.cjs',
      "'use strict';\nmodule.exports = [];\n",
      "'use strict';\nconst { default: fireTask } = require('eslint-plugin-fire-task');\nmodule.exports = [fireTask.configs.recommended];\n",
    ],
    [
      'a name that is taken',
      'eslint.config.mjs',
      'const fireTask = { rules: {} };\nexport default [fireTask];\n',
      "import fireTaskPlugin from 'eslint-plugin-fire-task';\n\nconst fireTask = { rules: {} };\nexport default [fireTask, fireTaskPlugin.configs.recommended];\n",
    ],
  ])('%s', async (_, name, before, after) => {
    await expectTaken(box, name, before, after);
  });

  it('keeps Windows line endings and a byte order mark', async () => {
    const before = '\uFEFFexport default [\r\n  {},\r\n];\r\n';
    installed(box, {}, 'eslint.config.mjs', before);
    await run(['init', '--yes']);
    expect(read('eslint.config.mjs')).toBe(
      "\uFEFFimport fireTask from 'eslint-plugin-fire-task';\r\n\r\nexport default [\r\n  {},\r\n  fireTask.configs.recommended,\r\n];\r\n",
    );
    expect(await reported(box, 'src/app.js')).toEqual(OURS);
  });

  it('gives TypeScript a parser where none reads it', async () => {
    installed(box, {}, 'eslint.config.mjs', 'export default [\n  {},\n];\n', 'src/app.ts');
    await run(['init', '--yes']);
    expect(read('eslint.config.mjs')).toBe(
      `${IMPORT}import tseslint from 'typescript-eslint';\n\nexport default [\n  {},\n  { files: ['**/*.{ts,tsx,mts,cts}'], languageOptions: { parser: tseslint.parser } },\n  fireTask.configs.recommended,\n];\n`,
    );
    expect(await reported(box, 'src/app.ts')).toEqual(OURS);
  });

  it('leaves the parser alone that reads it', async () => {
    installed(
      box,
      {},
      'eslint.config.mjs',
      "import tseslint from 'typescript-eslint';\nexport default [\n  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },\n];\n",
      'src/app.ts',
    );
    await run(['init', '--yes']);
    expect(read('eslint.config.mjs')).toContain('  fireTask.configs.recommended,\n];');
    expect(read('eslint.config.mjs').match(/tseslint\.parser/g)).toHaveLength(1);
    expect(await reported(box, 'src/app.ts')).toEqual(OURS);
  });

  it('writes a new one that finds what is there', async () => {
    installed(box, { type: 'module' }, 'README.md', '', 'src/app.ts');
    expect((await run(['init', '--yes'])).out).toContain('Wrote eslint.config.js.');
    expect(await reported(box, 'src/app.ts')).toEqual(OURS);
  });
});

describe('init says why it leaves a configuration to a person', () => {
  it.each([
    [
      'a function',
      'export default make();\nfunction make() { return []; }\n',
      'it exports the result of a function, and what that takes is not known',
    ],
    ['another file', "import base from './base.mjs';\nexport default base;\n", '`base` comes from another file'],
    ['a variable that may change', 'let list = [];\nlist = [{}];\nexport default list;\n', '`list` is not a constant'],
    ['a syntax error', 'export default [;\n', 'it does not parse ('],
    ['no export', 'const list = [];\n', 'it has no default export'],
    ['a choice', 'export default process.env.CI ? [] : [{}];\n', 'what it exports is neither a list nor an object'],
  ])('%s', async (_, text, reason) => {
    installed(box, {}, 'eslint.config.mjs', text);
    const { code, out } = await run(['init', '--yes']);
    expect(code).toBe(1);
    expect(out).toContain(`eslint.config.mjs cannot be edited safely, because ${reason}`);
    expect(out).toContain('  fireTask.configs.recommended,\n');
    expect(read('eslint.config.mjs')).toBe(text);
  });
});
