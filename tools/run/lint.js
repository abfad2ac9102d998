// Linters over a folder: this plugin, and the peers. Each answers with the places that it reports, by path from that
// folder.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve, sep } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { escapePath, globSync } from 'tinyglobby';
import { CACHE, installedVersion, installInto } from '../take/index.js';
import { oxlintAnswer } from './oxlint-answer.js';
import { programsOf } from './programs.js';

/** @typedef {{ rule: string, path: string, line: number }} Report */

const HOME = join(CACHE, 'peers');

/** Those that are no dependency of this project, at the versions that the tables were made with. */
const PEERS = {
  '@astral-sh/ruff-wasm-nodejs': '0.17.4',
  '@biomejs/biome': '2.6.8',
  'eslint-plugin-promise': '7.3.0',
  oxlint: '1.94.0',
  'oxlint-tsgolint': '7.0.2007',
};

/** Installs the peers and other packages beside them; answers with the folder and with the versions of all linters. */
export function installPeers(others = {}) {
  installInto(HOME, { ...PEERS, ...others });
  const ours = ['eslint', 'typescript', 'typescript-eslint'];
  const versions = [
    ...Object.keys(PEERS).map((name) => [name, installedVersion(HOME, name)]),
    ...ours.map((name) => [name, createRequire(import.meta.url)(`${name}/package.json`).version]),
  ];
  return { home: HOME, versions: versions.sort(([a], [b]) => a.localeCompare(b)) };
}

/**
 * ESLint with one configuration for all code below a folder, whatever that folder's own configuration says.
 *
 * @param {string} root
 * @param {readonly string[]} paths - files and folders below it, which are there
 * @param {{ plugins: object, rules: object, typed?: boolean }} config
 * @returns {Promise<{ reports: Report[], files: string[], fatal: string[] }>} `files` are those that were linted
 */
export async function eslintReports(root, paths, { typed = false, ...config }) {
  const globs = paths.map((path) =>
    statSync(join(root, path)).isDirectory() ? `${escapePath(path)}/**/*.{${EXTENSIONS}}` : escapePath(path),
  );
  const files = globSync(globs, { cwd: root, absolute: true, dot: true, expandDirectories: false, ignore: IGNORED });
  const groups = typed ? programsOf(root, files) : [{ files }];
  const results = [];
  for (const { files: own, open } of groups) {
    const options = open === undefined ? {} : { programs: [open()] };
    const eslint = new ESLint({ ...BARE, cwd: root, overrideConfig: configOf(config, options) });
    results.push(...(await eslint.lintFiles(own)));
  }
  const inPlace = ({ filePath, messages }) => messages.map((said) => ({ ...said, path: pathFrom(root, filePath) }));
  const said = results.flatMap(inPlace);
  return {
    reports: said.flatMap(({ ruleId, path, line }) => (ruleId === null ? [] : [{ rule: ruleId, path, line }])),
    files: results.map(({ filePath }) => pathFrom(root, filePath)),
    fatal: said.filter(({ fatal }) => fatal).map(({ path, line, message }) => `${path}:${line} ${message}`),
  };
}

const EXTENSIONS = 'js,mjs,cjs,jsx,ts,mts,cts,tsx';
const IGNORED = ['**/node_modules/**', '**/*.d.{ts,mts,cts}', '**/*.min.{js,mjs,cjs}'];
const BARE = {
  overrideConfigFile: true,
  ignore: false,
  allowInlineConfig: false,
  errorOnUnmatchedPattern: false,
  // Without files it would lint the whole folder.
  passOnNoPatterns: true,
};

function configOf({ plugins, rules }, parserOptions) {
  return {
    files: [`**/*.{${EXTENSIONS}}`],
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true }, ...parserOptions } },
    plugins,
    rules,
  };
}

/**
 * Oxlint's two rules about promises, with types by tsgolint.
 *
 * @returns {{ reports: Report[], fatal: string[] }} `fatal` also says which tsconfig.json tsgolint refuses: of the files
 *   below it nothing is reported
 */
export function oxlintReports(root, paths, options) {
  const rules = promiseRules('typescript', options);
  const config = join(HOME, 'oxlintrc.json');
  writeFileSync(config, JSON.stringify({ plugins: ['typescript'], categories: { correctness: 'off' }, rules }));
  const args = ['--type-aware', '--format', 'json', '--no-ignore', '-c', config, ...paths];
  const { diagnostics } = json(root, 'oxlint', join(HOME, 'node_modules/oxlint/bin/oxlint'), args);
  return oxlintAnswer(diagnostics, (filename) => pathFrom(root, resolve(root, filename)));
}

/**
 * Biome's two rules about promises. It follows types only below the folder of its configuration, and none of its own
 * may lie further down: it looks at a copy of the code.
 *
 * @returns {Report[]}
 */
export function biomeReports(root, paths) {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'fire-task-biome-')));
  try {
    const real = realpathSync(root);
    cpSync(real, copy, { recursive: true, filter: (path) => path === real || isForBiome(path) });
    if (existsSync(join(root, 'node_modules')))
      symlinkSync(realpathSync(join(root, 'node_modules')), join(copy, 'node_modules'));
    const rules = { preset: 'none', nursery: { noFloatingPromises: 'error', noMisusedPromises: 'error' } };
    writeFileSync(join(copy, 'biome.json'), JSON.stringify({ files: { maxSize: 10_000_000 }, linter: { rules } }));
    const args = ['lint', '--reporter=json', '--max-diagnostics=none', ...paths];
    const { diagnostics } = json(copy, 'Biome', join(HOME, 'node_modules/@biomejs/biome/bin/biome'), args);
    return diagnostics
      .filter(({ category }) => category?.startsWith('lint/'))
      .map(({ category, location: { path, start } }) => ({ rule: category.split('/').at(-1), path, line: start.line }));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function isForBiome(path) {
  const name = basename(path);
  if (name === 'node_modules' || name === '.git') return false;
  return lstatSync(path).isDirectory() || (/\.(?:[cm]?[jt]sx?|json)$/.test(name) && !name.startsWith('biome.'));
}

/** Ruff compiled to WebAssembly, in this process. @param {readonly [name: string, text: string][]} files */
export function ruffReports(files) {
  const { Workspace, PositionEncoding } = createRequire(join(HOME, 'package.json'))('@astral-sh/ruff-wasm-nodejs');
  const workspace = new Workspace({ lint: { select: ['RUF006'] } }, PositionEncoding.Utf16);
  return files.flatMap(([path, text]) =>
    workspace.check(text).map(({ start_location: start }) => ({ rule: 'RUF006', path, line: start?.row })),
  );
}

/** The two rules of typescript-eslint, which oxlint has, too. @param {object} [options] - of the first of them */
export function promiseRules(plugin, options = {}) {
  return { [`${plugin}/no-floating-promises`]: ['error', options], [`${plugin}/no-misused-promises`]: 'error' };
}

/** @throws {Error} with what the tool said, when its answer is no JSON */
function json(cwd, tool, program, args) {
  const { stdout, stderr, error } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, NO_COLOR: '1', OXLINT_TSGOLINT_PATH: join(HOME, 'node_modules/.bin/tsgolint') },
  });
  if (error !== undefined) throw error;
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`${tool} gave no JSON in ${cwd}: ${stdout.slice(0, 500)}${stderr.slice(0, 500)}`);
  }
}

function pathFrom(root, path) {
  return relative(root, path).split(sep).join('/');
}
