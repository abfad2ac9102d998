// What the benchmarks run: for each name, a function that makes the command for a server.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CACHE } from './peers.js';
import { codeOf, editFiles, resetServer } from './servers.js';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const PLUGIN = at('../dist/index.js');
const COMMAND = at('../dist/command/main.js');
const bin = (name) => join(CACHE, 'node_modules/.bin', name);
const module = (path) => JSON.stringify(pathToFileURL(join(CACHE, 'node_modules', path)).href);
const ESLINT = [process.execPath, join(CACHE, 'node_modules/eslint/bin/eslint.js'), '--quiet'];
const FIRE_TASK = [process.execPath, COMMAND];

/** ESLint configurations with only a parser, plugins and rules. */
const CONFIGS = {
  none: { rules: '{}' },
  idle: { rules: "{ 'idle/idle': 'error' }" },
  rule: { rules: "{ 'fire-task/no-untracked-promises': 'error' }" },
  file: { rules: "{ 'fire-task/no-untracked-promises': ['error', { reach: 'file' }] }" },
  typed: { rules: "{ '@typescript-eslint/no-floating-promises': 'error' }", typed: true },
  both: {
    rules: "{ '@typescript-eslint/no-floating-promises': 'error', 'fire-task/no-untracked-promises': 'error' }",
    typed: true,
  },
};

/** A rule that does nothing: the cost of ESLint itself once there is any rule. */
const IDLE = "idle: { rules: { idle: { create: () => ({ 'Program:exit'() {} }) } } }";

/** Writes a configuration for the folder it is used in, and returns its path. */
export function eslintConfig(name, { folder }) {
  const { rules, typed = false } = CONFIGS[name];
  const file = join(folder, '..', 'configs', `${name}.mjs`);
  mkdirSync(join(folder, '..', 'configs'), { recursive: true });
  writeFileSync(
    file,
    `import { parser${rules.includes('@typescript-eslint') ? ', plugin' : ''} } from ${module('typescript-eslint/dist/index.js')};
${rules.includes('fire-task') ? `import fireTask from ${JSON.stringify(pathToFileURL(PLUGIN).href)};` : ''}
export default [{
  files: ['**/*.{js,ts}'],
  languageOptions: { parser${typed ? ', parserOptions: { projectService: true, tsconfigRootDir: process.cwd() }' : ''} },
  plugins: { ${[rules.includes('@typescript-eslint') && "'@typescript-eslint': plugin", rules.includes('fire-task') && "'fire-task': fireTask", rules.includes('idle') && IDLE].filter(Boolean).join(', ')} },
  linterOptions: { reportUnusedDisableDirectives: 'off' },
  rules: ${rules},
}];
`,
  );
  return file;
}

/** Each run finds out everything itself. Otherwise, the round that fills the disk caches also fills ours. */
const NO_CACHE = { FIRE_TASK_NO_CACHE: '1' };

const eslint = (config, env) => (server) => ({
  command: [...ESLINT, '--config', eslintConfig(config, server), server.source],
  env,
});

/** The same subject for a single file in the middle of the list. */
const forOneFile = (subject) => (server) => {
  const files = codeOf(server);
  return subject({ ...server, source: files[files.length >> 1] });
};

const check = (env) => (server) => ({ command: [...FIRE_TASK, 'migrate', '--check', server.source], env });
const oxlint = ({ source }) => ({
  command: [bin('oxlint'), '--type-aware', '-A', 'all', '-D', 'typescript/no-floating-promises', source],
});
const biome = ({ source }) => ({ command: [bin('biome'), 'lint', '--only=nursery/noFloatingPromises', source] });

/**
 * By name: `command`, `env`, `before` (called before each run), and `read`, which reads more figures from its output.
 */
export const SUBJECTS = {
  'eslint, no rule': eslint('none'),
  'eslint, an idle rule': eslint('idle'),
  'eslint, our rule': eslint('rule', NO_CACHE),
  'eslint, our rule, second run': eslint('rule'),
  'eslint, our rule, reach file': eslint('file', NO_CACHE),
  'eslint, no-floating-promises': eslint('typed'),
  'eslint, both rules': (server) => ({
    command: [...ESLINT, '--config', eslintConfig('both', server), server.source],
    env: { TIMING: 'all', ...NO_CACHE },
    read: ruleTimes,
  }),
  'migrate --check': check(NO_CACHE),
  'migrate --check, second run': check(),
  'migrate --check, ten files edited': (server) => ({ ...check()(server), before: () => editFiles(server, 10) }),
  'migrate --check, one file': forOneFile(check(NO_CACHE)),
  'eslint, no rule, one file': forOneFile(eslint('none')),
  'eslint, our rule, one file': forOneFile(eslint('rule', NO_CACHE)),
  'oxlint, no-floating-promises': oxlint,
  'oxlint, no-floating-promises, one file': forOneFile(oxlint),
  'oxlint, our rule': (server) => ({
    command: [bin('oxlint'), '--config', oxlintConfig(server), server.source],
    env: NO_CACHE,
  }),
  'biome, noFloatingPromises': biome,
  'biome, noFloatingPromises, one file': forOneFile(biome),
  migrate: (server) => ({
    command: [...FIRE_TASK, 'migrate', server.source],
    env: NO_CACHE,
    before: () => resetServer(server),
  }),
  'jscodeshift, parse and print': (server) => ({
    command: [
      bin('jscodeshift'),
      '--no-babel',
      '--run-in-band',
      '--silent',
      '--parser=tsx',
      '--extensions=js,ts',
      '--transform',
      at('subjects/print.cjs'),
      server.source,
    ],
    before: () => resetServer(server),
  }),
  'import, our plugin': () => ({
    command: [process.execPath, at('subjects/import.js'), PLUGIN],
    read: (out) => ({ import: Number(out) }),
  }),
  'import, typescript-eslint': () => ({
    command: [
      process.execPath,
      at('subjects/import.js'),
      join(CACHE, 'node_modules/@typescript-eslint/eslint-plugin/dist/index.js'),
    ],
    read: (out) => ({ import: Number(out) }),
  }),
  'editor, both': (server) => ({
    command: [
      process.execPath,
      at('subjects/editor.js'),
      CACHE,
      server.folder,
      eslintConfig('none', server),
      eslintConfig('rule', server),
    ],
    read: (out) => JSON.parse(out),
  }),
};

function oxlintConfig({ folder }) {
  const file = join(folder, '..', 'configs', 'oxlint.json');
  mkdirSync(join(folder, '..', 'configs'), { recursive: true });
  writeFileSync(
    file,
    JSON.stringify({
      plugins: [],
      categories: { correctness: 'off' },
      jsPlugins: [PLUGIN],
      rules: { 'fire-task/no-untracked-promises': 'error' },
    }),
  );
  return file;
}

/** The milliseconds of each rule, from the table that ESLint prints with TIMING. */
function ruleTimes(out) {
  const timeOf = (rule) => Number(new RegExp(`${rule}\\s*\\|\\s*([\\d.]+)`).exec(out)?.[1]);
  return { ours: timeOf('fire-task/no-untracked-promises'), theirs: timeOf('@typescript-eslint/no-floating-promises') };
}
