// The tools of the comparison, as npm installs them into a folder that is not committed, each asked about all files at
// once. An answer is the set of files that it reports.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE = fileURLToPath(new URL('../../.cache/comparison/', import.meta.url));
/**
 * Where they are asked: outside of this repository, as Biome looks into no folder below a `.cache`, and oxlint into
 * none that git ignores.
 */
export const FOLDER = `${realpathSync(mkdtempSync(join(tmpdir(), 'fire-task-comparison-')))}/`;
process.on('exit', () => rmSync(FOLDER, { recursive: true, force: true }));

const PLUGIN = new URL('../../dist/index.js', import.meta.url).href;

const PEERS = {
  '@astral-sh/ruff-wasm-nodejs': '0.17.4',
  '@biomejs/biome': '2.6.8',
  eslint: '10.15.0',
  'eslint-plugin-promise': '7.3.0',
  oxlint: '1.94.0',
  'oxlint-tsgolint': '7.0.2007',
  typescript: '6.0.3',
  'typescript-eslint': '8.73.0',
};
/** What the patterns import, for their types. */
const TYPINGS = {
  '@types/express': '5',
  '@types/koa': '3',
  '@types/node': '20',
  express: '5',
  fastify: '5',
  knex: '3',
  koa: '3',
};

const ESLINT_CONFIG = `import fireTask from ${JSON.stringify(PLUGIN)};
import promise from 'eslint-plugin-promise';
import tseslint from 'typescript-eslint';

const typed = process.env.TYPED === 'yes';
export default [{
  files: ['**/*.ts'],
  languageOptions: { parser: tseslint.parser, parserOptions: typed ? { projectService: true } : {} },
  plugins: { 'fire-task': fireTask, promise, '@typescript-eslint': tseslint.plugin },
  rules: {
    'fire-task/no-untracked-promises': 'error',
    ...(typed && { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/no-misused-promises': 'error', 'promise/catch-or-return': 'error' }),
  },
}];
`;

/** Installs what is not there yet, and answers with the versions. */
export function installTools() {
  const versionOf = (name) =>
    existsSync(`${CACHE}node_modules/${name}/package.json`)
      ? JSON.parse(readFileSync(`${CACHE}node_modules/${name}/package.json`, 'utf8')).version
      : undefined;
  mkdirSync(CACHE, { recursive: true });
  for (const folder of [CACHE, FOLDER])
    writeFileSync(
      `${folder}package.json`,
      '{ "private": true, "type": "module", "dependencies": { "express": "5", "fastify": "5", "koa": "3", "knex": "3" } }\n',
    );
  if (Object.entries(PEERS).some(([name, version]) => versionOf(name) !== version)) {
    const { status } = spawnSync(
      'npm',
      [
        'install',
        '--no-save',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        ...Object.entries({ ...PEERS, ...TYPINGS }).map(([name, version]) => `${name}@${version}`),
      ],
      { cwd: CACHE, stdio: 'inherit' },
    );
    if (status !== 0) throw new Error('npm could not install the tools: look at what it says above.');
  }
  symlinkSync(`${CACHE}node_modules`, `${FOLDER}node_modules`);
  writeFileSync(`${FOLDER}eslint.config.js`, ESLINT_CONFIG);
  writeFileSync(
    `${FOLDER}biome.json`,
    JSON.stringify({
      linter: { rules: { preset: 'none', nursery: { noFloatingPromises: 'error', noMisusedPromises: 'error' } } },
    }),
  );
  writeFileSync(
    `${FOLDER}.oxlintrc.json`,
    JSON.stringify({
      plugins: ['typescript'],
      categories: { correctness: 'off' },
      rules: { 'typescript/no-floating-promises': 'error', 'typescript/no-misused-promises': 'error' },
    }),
  );
  writeFileSync(
    `${FOLDER}tsconfig.json`,
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        module: 'nodenext',
        target: 'es2023',
        types: ['node'],
        skipLibCheck: true,
      },
      include: ['src'],
    }),
  );
  return Object.fromEntries(Object.keys(PEERS).map((name) => [name, versionOf(name)]));
}

function run(command, args, env = {}) {
  const { stdout, stderr, error } = spawnSync(command, args, {
    cwd: FOLDER,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  if (error !== undefined) throw error;
  return { stdout, stderr };
}

/** @throws {Error} with what the tool said, when its answer is no JSON */
function json({ stdout, stderr }, tool) {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`${tool} gave no JSON: ${stdout.slice(0, 500)}${stderr.slice(0, 500)}`);
  }
}

function byRule(pairs) {
  const found = new Map();
  for (const [rule, file] of pairs) found.set(rule, (found.get(rule) ?? new Set()).add(basename(file)));
  return found;
}

/** Reports by rule: `no-floating-promises` → names of files in src/patterns. */
export function eslint(typed) {
  const results = json(
    run('node', ['node_modules/eslint/bin/eslint.js', '--format', 'json', 'src'], { TYPED: typed ? 'yes' : 'no' }),
    'ESLint',
  );
  const fatal = results.flatMap(({ filePath, messages }) =>
    messages.filter((message) => message.fatal).map(({ message }) => `${basename(filePath)}: ${message}`),
  );
  if (fatal.length > 0) throw new Error(`A pattern does not parse: ${fatal[0]}`);
  return byRule(results.flatMap(({ filePath, messages }) => messages.map(({ ruleId }) => [ruleId, filePath])));
}

export function oxlint() {
  const { diagnostics } = json(
    run('node', ['node_modules/oxlint/bin/oxlint', '--type-aware', '--format', 'json', 'src']),
    'oxlint',
  );
  return byRule(diagnostics.map(({ code, filename }) => [code.replace(/.*\((.*)\)/, '$1'), filename]));
}

export function biome() {
  const { diagnostics } = json(
    run('node', ['node_modules/@biomejs/biome/bin/biome', 'lint', '--reporter=json', '--max-diagnostics=none', 'src']),
    'Biome',
  );
  return byRule(
    diagnostics.map(({ category, location }) => [
      category.split('/').at(-1),
      typeof location.path === 'string' ? location.path : location.path.file,
    ]),
  );
}

/** Ruff compiled to WebAssembly, in this process. */
export function ruff(files) {
  const { Workspace, PositionEncoding } = createRequire(`${CACHE}package.json`)('@astral-sh/ruff-wasm-nodejs');
  const workspace = new Workspace({ lint: { select: ['RUF006'] } }, PositionEncoding.Utf16);
  return byRule(files.flatMap(([name, text]) => workspace.check(text).map(() => ['RUF006', name])));
}
