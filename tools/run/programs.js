import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const DEFAULTS = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
};
const ALWAYS = { allowJs: true, checkJs: true, noEmit: true, skipLibCheck: true, composite: false, incremental: false };

/**
 * A TypeScript program for each tsconfig.json that is the nearest to some files. Files without one share the defaults.
 * So every file has types, including JavaScript and files that a tsconfig excludes.
 *
 * @param {string} root - where the search for a tsconfig.json ends
 * @param {readonly string[]} files - absolute
 * @returns {{ files: string[], open: () => ts.Program }[]} only one should be open at a time, because they are large
 */
export function programsOf(root, files) {
  const groups = new Map();
  for (const file of files) {
    const config = nearestConfig(dirname(file), root);
    groups.set(config, [...(groups.get(config) ?? []), file]);
  }
  return [...groups].map(([config, own]) => ({
    files: own,
    open: () => ts.createProgram(own, { ...DEFAULTS, ...optionsIn(config), ...ALWAYS, declaration: false }),
  }));
}

function optionsIn(config) {
  if (config === undefined) return {};
  const { config: read = {} } = ts.readConfigFile(config, ts.sys.readFile);
  return ts.parseJsonConfigFileContent({ ...read, files: [], include: undefined }, ts.sys, dirname(config)).options;
}

function nearestConfig(folder, root) {
  const config = join(folder, 'tsconfig.json');
  if (existsSync(config)) return config;
  return folder === root || folder.length < root.length ? undefined : nearestConfig(dirname(folder), root);
}
