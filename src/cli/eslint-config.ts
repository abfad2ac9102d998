import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { UserOptions } from '../findings/options.ts';
import { CannotRun, sentenceOf } from './exit.ts';

/** What an ESLint configuration says of our rule. */
export interface RuleConfig {
  readonly options: UserOptions;
  /** The value of `settings['fire-task']`. */
  readonly settings: unknown;
}

/** The part of ESLint's class that is asked; before version 9 it has no `findConfigFile`. */
interface Eslint {
  findConfigFile?: (path?: string) => Promise<string | undefined>;
  calculateConfigForFile(path: string): Promise<{ rules?: Record<string, unknown>; settings?: Record<string, unknown> } | undefined>;
}

/**
 * What the project's own ESLint says of our rule for each file, by path; undefined for a file in which it is off. The same object for files with the same.
 *
 * @returns undefined when there is no ESLint, no flat configuration, or none that names our rule
 * @throws {CannotRun} when the configuration cannot be loaded
 */
export async function readEslintConfig(files: readonly string[], cwd: string): Promise<ReadonlyMap<string, RuleConfig | undefined> | undefined> {
  const [first] = files;
  // Loading ESLint takes longer than many a run of the command.
  if (first === undefined || !hasConfig(dirname(first))) return undefined;
  const eslint = await projectEslint(cwd);
  if (eslint?.findConfigFile === undefined) return undefined;
  let place: string | undefined;
  try {
    place = await eslint.findConfigFile(first);
    return place === undefined ? undefined : await configsOf(files, eslint);
  } catch (error) {
    throw new CannotRun(`The ESLint configuration ${place ?? `in ${cwd}`} cannot be loaded: ${sentenceOf(error).replace(/\.$/, '')}. Mend it, or leave it aside with --no-eslint-config.`);
  }
}

/** Whether there is a flat configuration in a folder or above it, under one of the names that ESLint looks for. */
function hasConfig(folder: string): boolean {
  if (['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].some((ending) => existsSync(join(folder, `eslint.config.${ending}`)))) return true;
  return dirname(folder) !== folder && hasConfig(dirname(folder));
}

async function projectEslint(cwd: string): Promise<Eslint | undefined> {
  let path: string;
  try {
    path = createRequire(join(cwd, 'index.js')).resolve('eslint');
  } catch {
    return undefined;
  }
  const { ESLint } = ((await import(pathToFileURL(path).href)) as { default: { ESLint: new (options: { cwd: string }) => Eslint } }).default;
  return new ESLint({ cwd });
}

async function configsOf(files: readonly string[], eslint: Eslint): Promise<ReadonlyMap<string, RuleConfig | undefined> | undefined> {
  const configs = new Map<string, RuleConfig | undefined>();
  const same = new Map<string, RuleConfig>();
  let isNamed = false;
  for (const path of files) {
    const config = await eslint.calculateConfigForFile(path);
    const [, rule] = Object.entries(config?.rules ?? {}).find(([name]) => /(?:^|\/)no-untracked-promises$/.test(name)) ?? [];
    isNamed ||= rule !== undefined;
    const [severity, options = {}] = Array.isArray(rule) ? (rule as [unknown, UserOptions?]) : [rule];
    if (severity === undefined || severity === 0 || severity === 'off') {
      configs.set(path, undefined);
      continue;
    }
    const settings: unknown = config?.settings?.['fire-task'];
    const key = JSON.stringify([options, settings], (_, value: unknown) => (value instanceof RegExp ? String(value) : value));
    const known = same.get(key) ?? { options, settings };
    same.set(key, known);
    configs.set(path, known);
  }
  return isNamed ? configs : undefined;
}
