import type { WantedConfig } from './flat-config.ts';
import type { FoundProject } from './project.ts';

/** A parser that enables ESLint to read TypeScript. */
interface TypeScriptParser {
  /** What to install, with a version if the newest would not work. */
  readonly packages: readonly string[];
  readonly from: string;
  readonly name: string;
  /** The entry in a configuration, given the package's local name. */
  readonly entry: (name: string) => string;
}

const FILES = "files: ['**/*.{ts,tsx,mts,cts}']";

const TYPESCRIPT_ESLINT: TypeScriptParser = {
  packages: ['typescript-eslint'],
  from: 'typescript-eslint',
  name: 'tseslint',
  entry: (name) => `{ ${FILES}, languageOptions: { parser: ${name}.parser } }`,
};

const PARSER_ALONE: TypeScriptParser = {
  packages: ['@typescript-eslint/parser'],
  from: '@typescript-eslint/parser',
  name: 'tsParser',
  entry: (name) => `{ ${FILES}, languageOptions: { parser: ${name} } }`,
};

/** Babel reads TypeScript that typescript-eslint does not support yet. */
const BABEL: Omit<TypeScriptParser, 'packages'> = {
  from: '@babel/eslint-parser',
  name: 'babelParser',
  entry: (name) =>
    `{ ${FILES}, languageOptions: { parser: ${name}, parserOptions: { requireConfigFile: false, babelOptions: ` +
    "{ presets: ['@babel/preset-typescript'], parserOpts: { plugins: ['decorators-legacy'] } } } } }",
};
const BABEL_PACKAGES = ['@babel/core', '@babel/eslint-parser', '@babel/preset-typescript'];

export const PLUGIN = 'eslint-plugin-fire-task';

/** What an ESLint configuration needs for a project. */
export interface NeededConfig extends WantedConfig {
  /** Packages that are not installed yet. */
  readonly missing: readonly string[];
}

/**
 * What to add to a configuration.
 *
 * @param has - what the configuration already contains
 */
export function neededConfig(
  project: FoundProject,
  has: { readonly plugin: boolean; readonly readsTypeScript: boolean },
): NeededConfig {
  const parser = project.hasTypeScript && !has.readsTypeScript ? parserFor(project) : undefined;
  const isOld = parser?.packages.some((name) => name.endsWith('@7')) === true;
  const needsNewer = isTooOld(project.versionOf('eslint'));
  const eslint = isOld ? 'eslint@9' : needsNewer ? 'eslint@latest' : 'eslint';
  // ESLint loads a configuration in TypeScript with jiti.
  const loader = project.config?.endsWith('ts') === true ? ['jiti'] : [];
  const packages = [eslint, PLUGIN, ...(parser?.packages ?? []), ...loader];
  return {
    missing: packages.filter(
      (name) => (needsNewer && name === eslint) || !project.dependsOn(name.replace(/(.)@[^@/]+$/, '$1')),
    ),
    imports: [
      ...(has.plugin ? [] : [{ from: PLUGIN, name: 'fireTask', isModule: true }]),
      ...(parser === undefined ? [] : [{ from: parser.from, name: parser.name, isModule: false }]),
    ],
    entries: (nameOf) => [
      ...(parser === undefined ? [] : [parser.entry(nameOf(parser.from))]),
      ...(has.plugin ? [] : [`${nameOf(PLUGIN)}.configs.recommended`]),
    ],
  };
}

/** The plugin requires ESLint 9.15 or later. */
function isTooOld(version: string | undefined): boolean {
  const [major = 0, minor = 0] = numbersIn(version);
  return version !== undefined && (major < 9 || (major === 9 && minor < 15));
}

function parserFor({ dependsOn, versionOf }: FoundProject): TypeScriptParser {
  const [major = 0, minor = 0] = numbersIn(versionOf('typescript'));
  if (major > 6 || (major === 6 && minor > 0)) {
    // Version 8 needs ESLint 10 and a newer Node, version 7 needs ESLint 9. If the project has no ESLint, npm installs
    // the newest for the plugin.
    const [eslint] = dependsOn('eslint') ? numbersIn(versionOf('eslint')) : [];
    const [node = 0, nodeMinor = 0] = numbersIn(process.versions.node);
    const isOld = eslint === undefined ? node < 22 || (node === 22 && nodeMinor < 18) : eslint < 10;
    return { ...BABEL, packages: isOld ? BABEL_PACKAGES.map((name) => `${name}@7`) : BABEL_PACKAGES };
  }
  return dependsOn('@typescript-eslint/parser') && !dependsOn('typescript-eslint') ? PARSER_ALONE : TYPESCRIPT_ESLINT;
}

function numbersIn(version: string | undefined): number[] {
  return version === undefined ? [] : version.split('.').map((part) => Number.parseInt(part, 10));
}

/**
 * The full text of a new configuration.
 *
 * @param ignores - patterns of files that ESLint ignores
 */
export function newConfig({ imports, entries }: WantedConfig, ignores: readonly string[] = []): string {
  const lines = imports.map(({ from, name }) => `import ${name} from '${from}';`);
  const names = new Map(imports.map(({ from, name }) => [from, name]));
  const list = [
    ...(ignores.length === 0 ? [] : [`{ ignores: [${ignores.map((pattern) => `'${pattern}'`).join(', ')}] }`]),
    ...entries((from) => names.get(from) ?? from),
  ].map((entry) => `  ${entry},`);
  return [...lines, '', 'export default [', ...list, '];', ''].join('\n');
}
