import { describe, expect, it } from 'vitest';
import { expectTaken, IMPORT } from '../support/init-project.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { run, write, read } = box;

const ENTRY = 'fireTask.configs.recommended';
const RULES = "{ rules: { eqeqeq: 'error' } }";

describe('init adds the rule to every shape of a configuration that ESLint takes', () => {
  it.each<[shape: string, name: string, before: string, after: string]>([
    [
      'a list that is exported under the name default',
      'eslint.config.mjs',
      `const config = [\n  ${RULES},\n];\nexport { config as default };\n`,
      `${IMPORT}\nconst config = [\n  ${RULES},\n  ${ENTRY},\n];\nexport { config as default };\n`,
    ],
    [
      'one object that is exported under the name default',
      'eslint.config.mjs',
      `const config = ${RULES};\nexport { config as default };\n`,
      `${IMPORT}\nconst config = [${RULES}, ${ENTRY}];\nexport { config as default };\n`,
    ],
    [
      'one object in a constant, which keeps its type',
      'eslint.config.mjs',
      `/** @type {import('eslint').Linter.Config} */\nconst config = ${RULES};\nexport default config;\n`,
      `${IMPORT}\n/** @type {import('eslint').Linter.Config} */\nconst config = ${RULES};\nexport default [config, ${ENTRY}];\n`,
    ],
    [
      'one object with a type in a comment',
      'eslint.config.mjs',
      `export default /** @type {import('eslint').Linter.Config} */ (${RULES});\n`,
      `${IMPORT}\nexport default [/** @type {import('eslint').Linter.Config} */ (${RULES}), ${ENTRY}];\n`,
    ],
    [
      'no comma and no comment after the last entry',
      'eslint.config.mjs',
      `export default [\n  ${RULES}\n]\n`,
      `${IMPORT}\nexport default [\n  ${RULES},\n  ${ENTRY}\n]\n`,
    ],
    [
      'a last entry in parentheses',
      'eslint.config.mjs',
      `export default [\n  /** @type {any} */ (${RULES})\n];\n`,
      `${IMPORT}\nexport default [\n  /** @type {any} */ (${RULES}),\n  ${ENTRY}\n];\n`,
    ],
    [
      'a last entry in parentheses on one line, with a comma behind it',
      'eslint.config.mjs',
      `export default [{}, ((${RULES})),];\n`,
      `${IMPORT}\nexport default [{}, ((${RULES})), ${ENTRY}];\n`,
    ],
    [
      'commas and stars in a comment after the last entry',
      'eslint.config.mjs',
      `export default [\n  ${RULES} /* * a, b ** c */\n];\n`,
      `${IMPORT}\nexport default [\n  ${RULES}, /* * a, b ** c */\n  ${ENTRY}\n];\n`,
    ],
    [
      'a comment behind the last import',
      'eslint.config.mjs',
      `import js from '@eslint/js'; // eslint-disable-line\nexport default [js.configs.all && {}];\n`,
      `import js from '@eslint/js'; // eslint-disable-line\n${IMPORT}export default [js.configs.all && {}, ${ENTRY}];\n`,
    ],
    [
      'a head that is about the whole file',
      'eslint.config.mjs',
      `/* Ours. */\n// @ts-check\n/** @type {import('eslint').Linter.Config[]} */\nexport default [];\n`,
      `/* Ours. */\n// @ts-check\n${IMPORT}\n/** @type {import('eslint').Linter.Config[]} */\nexport default [${ENTRY}];\n`,
    ],
    [
      'a licence',
      'eslint.config.mjs',
      `/*\n * Licence\n */\n\n// The list.\nexport default [];\n`,
      `/*\n * Licence\n */\n\n${IMPORT}\n// The list.\nexport default [${ENTRY}];\n`,
    ],
    [
      'an empty list that explains itself, with tabs',
      'eslint.config.mjs',
      `const rules = {\n\teqeqeq: 2,\n};\nexport default [\n\t// nothing yet\n];\n`,
      `${IMPORT}\nconst rules = {\n\teqeqeq: 2,\n};\nexport default [\n\t// nothing yet\n\t${ENTRY},\n];\n`,
    ],
    [
      'no line break at the end',
      'eslint.config.mjs',
      `export default [${RULES}]`,
      `${IMPORT}\nexport default [${RULES}, ${ENTRY}]`,
    ],
    [
      'spread lists',
      'eslint.config.mjs',
      `const base = [${RULES}];\nexport default [\n  ...base,\n  ...(process.env.CI ? base : []),\n];\n`,
      `${IMPORT}\nconst base = [${RULES}];\nexport default [\n  ...base,\n  ...(process.env.CI ? base : []),\n  ${ENTRY},\n];\n`,
    ],
    [
      'an async function called in place',
      'eslint.config.mjs',
      `export default (async () => [${RULES}])();\n`,
      `${IMPORT}\nexport default (async () => [${RULES}, ${ENTRY}])();\n`,
    ],
    [
      'an async function called in place, with statements, in CommonJS',
      'eslint.config.cjs',
      `module.exports = (async () => {\n  const { default: js } = await import('@eslint/js');\n  const list = [{ plugins: { js: {} } }];\n  return list;\n})();\n`,
      `const { default: fireTask } = require('eslint-plugin-fire-task');\n\nmodule.exports = (async () => {\n  const { default: js } = await import('@eslint/js');\n  const list = [{ plugins: { js: {} } }, ${ENTRY}];\n  return list;\n})();\n`,
    ],
    [
      'one object in CommonJS',
      'eslint.config.cjs',
      `module.exports = {\n  rules: {},\n};\n`,
      `const { default: fireTask } = require('eslint-plugin-fire-task');\n\nmodule.exports = [{\n  rules: {},\n}, ${ENTRY}];\n`,
    ],
    [
      'a list that is awaited',
      'eslint.config.mjs',
      `export default await [\n  ${RULES},\n];\n`,
      `${IMPORT}\nexport default await [\n  ${RULES},\n  ${ENTRY},\n];\n`,
    ],
    [
      'the plugin, imported and not used',
      'eslint.config.mjs',
      `// With fire-task one day.\nimport fire from 'eslint-plugin-fire-task';\nexport default [{ ignores: ['lib/fire-task.js'] }];\n`,
      `// With fire-task one day.\nimport fire from 'eslint-plugin-fire-task';\nexport default [{ ignores: ['lib/fire-task.js'] }, fire.configs.recommended];\n`,
    ],
    [
      'the plugin, required as a whole and not used',
      'eslint.config.cjs',
      `const fireTask = require('eslint-plugin-fire-task');\nmodule.exports = [{}];\n`,
      `const fireTask = require('eslint-plugin-fire-task');\nconst { default: fireTaskPlugin } = require('eslint-plugin-fire-task');\nmodule.exports = [{}, fireTaskPlugin.configs.recommended];\n`,
    ],
    [
      'two names that are taken',
      'eslint.config.mjs',
      `const [fireTask, fireTaskPlugin] = [{}, {}];\nexport default [fireTask, fireTaskPlugin];\n`,
      `import fireTaskPlugin2 from 'eslint-plugin-fire-task';\n\nconst [fireTask, fireTaskPlugin] = [{}, {}];\nexport default [fireTask, fireTaskPlugin, fireTaskPlugin2.configs.recommended];\n`,
    ],
  ])('%s', async (_, name, before, after) => {
    await expectTaken(box, name, before, after);
  });

  // The packages that these import aren't installed here, so only the text is checked.
  it.each<[shape: string, name: string, before: string, after: string]>([
    [
      'antfu',
      'eslint.config.js',
      `import antfu from '@antfu/eslint-config'\n\nexport default antfu()\n`,
      `import antfu from '@antfu/eslint-config'\nimport fireTask from 'eslint-plugin-fire-task'\n\nexport default antfu().append(${ENTRY})\n`,
    ],
    [
      'antfu with more of it, on lines',
      'eslint.config.js',
      `import { antfu } from '@antfu/eslint-config'\n\nexport default antfu({\n  stylistic: true,\n}, {\n  rules: {},\n})\n  .override('x', {})\n`,
      `import { antfu } from '@antfu/eslint-config'\nimport fireTask from 'eslint-plugin-fire-task'\n\nexport default antfu({\n  stylistic: true,\n}, {\n  rules: {},\n})\n  .override('x', {})\n  .append(${ENTRY})\n`,
    ],
    [
      'Nuxt',
      'eslint.config.mjs',
      `// @ts-check\nimport withNuxt from './.nuxt/eslint.config.mjs'\n\nexport default withNuxt(\n  // Your custom configs here\n)\n`,
      `// @ts-check\nimport withNuxt from './.nuxt/eslint.config.mjs'\nimport fireTask from 'eslint-plugin-fire-task'\n\nexport default withNuxt(\n  // Your custom configs here\n).append(${ENTRY})\n`,
    ],
    [
      'neostandard',
      'eslint.config.js',
      `import neostandard from 'neostandard'\n\nexport default neostandard({ ts: true })\n`,
      `import neostandard from 'neostandard'\nimport fireTask from 'eslint-plugin-fire-task'\n\nexport default [...neostandard({ ts: true }), ${ENTRY}]\n`,
    ],
    [
      'Vue',
      'eslint.config.ts',
      `import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'\n\nexport default defineConfigWithVueTs(\n  {\n    files: ['**/*.vue'],\n  },\n  vueTsConfigs.recommended,\n)\n`,
      `import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'\nimport fireTask from 'eslint-plugin-fire-task'\n\nexport default defineConfigWithVueTs(\n  {\n    files: ['**/*.vue'],\n  },\n  vueTsConfigs.recommended,\n  ${ENTRY},\n)\n`,
    ],
    [
      'Next with FlatCompat',
      'eslint.config.mjs',
      `import { FlatCompat } from "@eslint/eslintrc";\n\nconst compat = new FlatCompat({ baseDirectory: import.meta.dirname });\n\nconst eslintConfig = [\n  ...compat.extends("next/core-web-vitals", "next/typescript"),\n];\n\nexport default eslintConfig;\n`,
      `import { FlatCompat } from "@eslint/eslintrc";\nimport fireTask from "eslint-plugin-fire-task";\n\nconst compat = new FlatCompat({ baseDirectory: import.meta.dirname });\n\nconst eslintConfig = [\n  ...compat.extends("next/core-web-vitals", "next/typescript"),\n  ${ENTRY},\n];\n\nexport default eslintConfig;\n`,
    ],
    [
      'one object that satisfies a type',
      'eslint.config.ts',
      `import type { Linter } from 'eslint';\n\nexport default { rules: {} } satisfies Linter.Config;\n`,
      `import type { Linter } from 'eslint';\n${IMPORT}\nexport default [{ rules: {} } satisfies Linter.Config, ${ENTRY}];\n`,
    ],
    [
      'a list that satisfies a type',
      'eslint.config.mts',
      `import type { Linter } from 'eslint';\n\nexport default <const>[\n  { rules: {} },\n] satisfies Linter.Config[];\n`,
      `import type { Linter } from 'eslint';\n${IMPORT}\nexport default <const>[\n  { rules: {} },\n  ${ENTRY},\n] satisfies Linter.Config[];\n`,
    ],
    [
      'a call with a type argument',
      'eslint.config.ts',
      `import { defineConfig } from 'eslint/config';\nexport default defineConfig /* typed */ <any>({});\n`,
      `import { defineConfig } from 'eslint/config';\n${IMPORT}export default defineConfig /* typed */ <any>({}, ${ENTRY});\n`,
    ],
    [
      'an assigned export',
      'eslint.config.cts',
      `export = [{}];\n`,
      `const { default: fireTask } = require('eslint-plugin-fire-task');\n\nexport = [{}, ${ENTRY}];\n`,
    ],
  ])('%s', async (_, name, before, after) => {
    write('package.json', '{ "type": "module", "scripts": { "lint": "eslint ." } }');
    write(name, before);
    await run(['init', '--yes']);
    expect(read(name)).toBe(after);
    await run(['init', '--yes']);
    expect(read(name)).toBe(after);
  });
});
