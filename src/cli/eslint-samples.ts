import { dirname, extname } from 'node:path';
import type { Workspace } from '../project/workspace.ts';
import type { Eslint, FileConfig } from './eslint-class.ts';
import type { Terminal } from './terminal.ts';
import { either } from '../syntax/escape.ts';
import { codeBelow } from './discover.ts';
import { projectEslint } from './eslint-class.ts';
import { workTreeOf } from './git.ts';

/**
 * False if there is TypeScript, but no part of the configuration applies to any of it, because ESLint has no parser for
 * it. The command needs no parser from ESLint, so it uses the configuration as if it applied.
 */
export async function readsTypeScript(
  files: readonly string[],
  folder: string,
  eslint: Eslint,
  workspace: Workspace,
): Promise<boolean> {
  const typescript = files.filter(isTypeScript);
  return (
    typescript.length === 0 ||
    (await isRead(typescript, eslint)) ||
    isRead(samplesBelow(folder, typescript, workspace).filter(isTypeScript), eslint)
  );
}

/** Whether some part of the configuration applies to any of the files. */
async function isRead(files: readonly string[], eslint: Eslint): Promise<boolean> {
  for (const path of files) if ((await eslint.calculateConfigForFile(path)) !== undefined) return true;
  return false;
}

export function isTypeScript(path: string): boolean {
  return /\.[cm]?tsx?$/.test(path);
}

/** One file per folder and extension, of the whole repository that a configuration covers. */
export function samplesBelow(folder: string, files: readonly string[], workspace: Workspace): string[] {
  const below =
    workTreeOf(folder) === undefined
      ? [...new Set(files.map((path) => workspace.packages.of(path).root))].flatMap((root) => [
          ...workspace.listings.filesOf(root),
        ])
      : codeBelow(folder, workspace);
  return [...new Map([...below, ...files].map((path) => [`${dirname(path)} ${extname(path)}`, path])).values()];
}

/** A configuration that names one of these has a TypeScript parser, directly or through a shared configuration. */
const BRINGS_PARSER = either([
  /typescript-eslint|eslint-config-typescript|babel\/eslint-parser|angular-eslint|neostandard/,
  /eslint-config-next|\bnext\/|\bnuxt\b|@(?:antfu|sxzz)\/eslint-config/,
]);

/** Whether the packages that a configuration names give ESLint a TypeScript parser. */
export function bringsParser(text: string): boolean {
  return BRINGS_PARSER.test(text);
}

/** What ESLint says about the files of a package, with the configuration as it is. */
export interface Said {
  /** Undefined if there is no TypeScript. */
  readonly readsTypeScript: boolean | undefined;
  /** Whether the configuration has our rule, on or off, for any file. */
  readonly hasRule: boolean;
}

/**
 * Asks ESLint; undefined if it cannot answer.
 *
 * @param root - the folder of the package
 */
export async function saidOf(config: string, root: string, { workspace }: Terminal): Promise<Said | undefined> {
  try {
    const ESLint = await projectEslint(root);
    const eslint = ESLint === undefined ? undefined : new ESLint({ cwd: dirname(config) });
    if (eslint?.findConfigFile === undefined) return undefined;
    const files = samplesBelow(root, [...workspace.listings.filesOf(root)], workspace);
    const typescript = files.filter(isTypeScript);
    return {
      readsTypeScript: typescript.length === 0 ? undefined : await isRead(typescript, eslint),
      hasRule: await isNamedFor(files, eslint),
    };
  } catch {
    // The configuration does not load yet, for example because a package is not installed.
    return undefined;
  }
}

/** Whether a configuration has our rule, on or off, for any of some files. */
export async function isNamedFor(files: readonly string[], eslint: Eslint): Promise<boolean> {
  for (const path of files) if (ruleIn(await eslint.calculateConfigForFile(path)) !== undefined) return true;
  return false;
}

/** The entry of our rule in a configuration. */
export function ruleIn(config: FileConfig): unknown {
  return Object.entries(config?.rules ?? {}).find(([name]) => /(?:^|\/)no-untracked-promises$/.test(name))?.[1];
}
