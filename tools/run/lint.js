// Runs linters on a folder: this plugin, and its peers. Each returns the reported places, with paths relative to that
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

/** Those that this project does not depend on, in the versions used for the tables. */
const PEERS = {
  '@astral-sh/ruff-wasm-nodejs': '0.17.4',
  '@biomejs/biome': '2.6.8',
  'eslint-plugin-promise': '7.3.0',
  oxlint: '1.94.0',
  'oxlint-tsgolint': '7.0.2007',
};

/** Installs the peers, and other packages next to them. Returns the folder, and the versions of all linters. */
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
 * Runs ESLint with one configuration for all code in a folder, ignoring the folder's own configuration.
 *
 * @param {string} root
 * @param {readonly string[]} paths - existing files and folders below it
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
  // Without this, ESLint would lint the whole folder when there are no files.
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
 * Runs oxlint's two rules about promises, with types from tsgolint.
 *
 * @returns {{ reports: Report[], fatal: string[] }} `fatal` also lists each tsconfig.json that tsgolint rejects; for
 *   files below it, nothing is reported
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
 * Runs Biome's two rules about promises. Biome follows types only below the folder of its configuration, and allows no
 * other configuration of its own below it, so it runs on a copy of the code.
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

/** Runs Ruff, compiled to WebAssembly, in this process. @param {readonly [name: string, text: string][]} files */
export function ruffReports(files) {
  const { Workspace, PositionEncoding } = createRequire(join(HOME, 'package.json'))('@astral-sh/ruff-wasm-nodejs');
  const workspace = new Workspace({ lint: { select: ['RUF006'] } }, PositionEncoding.Utf16);
  return files.flatMap(([path, text]) =>
    workspace.check(text).map(({ start_location: start }) => ({ rule: 'RUF006', path, line: start?.row })),
  );
}

/** The two rules of typescript-eslint, which oxlint also has. @param {object} [options] - of the first rule */
export function promiseRules(plugin, options = {}) {
  return { [`${plugin}/no-floating-promises`]: ['error', options], [`${plugin}/no-misused-promises`]: 'error' };
}

/** @throws {Error} with the tool's output when that is not JSON */
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
