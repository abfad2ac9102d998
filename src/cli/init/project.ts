import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { Package } from '../../project/package.ts';
import type { Workspace } from '../../project/workspace.ts';
import type { Terminal } from '../terminal.ts';
import type { Manager } from './manager.ts';
import { setUp } from '../../findings/setup.ts';
import { flavourOf } from '../../helper/flavour.ts';
import { projectAround } from '../../project/inside.ts';
import { isFile, readJson } from '../../project/manifest.ts';
import { configAbove } from '../eslint-class.ts';
import { isTypeScript } from '../eslint-samples.ts';
import { counted, shownPath } from '../terminal.ts';
import { managerOf } from './manager.ts';

/** What `init` finds out about a package before it plans anything. */
export interface FoundProject {
  /** The folder of the package. */
  readonly root: string;
  readonly manager: Manager;
  /** The package from which the ESLint configuration imports its packages. */
  readonly eslintRoot: string;
  readonly hasTypeScript: boolean;
  /** The flat configuration in the folder or above it. */
  readonly config: string | undefined;
  /** An older ESLint configuration (`.eslintrc`, or `eslintConfig` in a package.json), in the folder or above it. */
  readonly formerConfig: string | undefined;
  /** Whether a linter other than ESLint is used, and ESLint is not. */
  readonly isWithoutEslint: boolean;
  /** Whether packages of the workspace are below this one, and it has no code itself. */
  readonly isWorkspaceRoot: boolean;
  readonly scripts: Readonly<Record<string, string>>;
  /** Whether the package of the ESLint configuration, or one above it in the workspace, depends on a package. */
  readonly dependsOn: (name: string) => boolean;
  /** The installed version of a package; undefined if it is not installed. */
  readonly versionOf: (name: string) => string | undefined;
}

export function projectAt(root: string, { workspace }: Terminal): FoundProject {
  const place = join(root, 'any.js');
  const config = configAbove(root);
  // A configuration imports packages installed next to it.
  const eslintPlace = config ?? place;
  const eslintRoot = workspace.packages.of(eslintPlace).root;
  const { typescript } = workspace.packages.of(place);
  const files = [...workspace.listings.filesOf(root)];
  const below = workspace.groups.of(place).packages.filter((each) => each.root !== root);
  const isAbove = below.length > 0 && workspace.groups.of(place).root === root;
  const dependsOn = (name: string): boolean => workspace.packages.dependsOn(eslintPlace, [name]);
  const formerConfig = formerConfigAbove(root);
  return {
    root,
    manager: { ...managerOf(root), add: managerOf(eslintRoot).add },
    eslintRoot,
    hasTypeScript:
      typescript || files.some(isTypeScriptCode) || (isAbove && below.some((each) => usesTypeScript(each, workspace))),
    config,
    formerConfig,
    isWithoutEslint:
      config === undefined &&
      formerConfig === undefined &&
      !dependsOn('eslint') &&
      (dependsOn('@biomejs/biome') || dependsOn('oxlint') || hasOtherLinter(root)),
    isWorkspaceRoot: isAbove && !files.some((path) => !isSettings(path)),
    scripts: (readJson(join(root, 'package.json'))?.['scripts'] ?? {}) as Record<string, string>,
    dependsOn,
    versionOf: (name) => installedVersion(name, eslintRoot),
  };
}

function usesTypeScript({ root, typescript }: Package, { listings }: Workspace): boolean {
  return typescript || [...listings.filesOf(root)].some(isTypeScriptCode);
}

/** A configuration written in TypeScript does not show the language of the project's code. */
function isTypeScriptCode(path: string): boolean {
  return isTypeScript(path) && !isSettings(path);
}

function isSettings(path: string): boolean {
  return /\.config\.[cm]?[jt]s$/.test(path);
}

/** `Found: npm, TypeScript 6.0.3, express, ESLint 10.1.0 (eslint.config.js)` */
export function projectLine(project: FoundProject, terminal: Terminal): string {
  const { root, manager, hasTypeScript, config, formerConfig, dependsOn, versionOf } = project;
  const { workspace } = terminal;
  const own = workspace.packages.of(join(root, 'any.js'));
  const { packages } = workspace.groups.of(join(root, 'any.js'));
  const { catalog } = setUp(workspace, {}, undefined).evaluation;
  const members = packages.filter((each) => each.root === root || each.root.startsWith(root + sep));
  const frameworks = [
    ...new Set(
      members.flatMap(({ manifest }) => [...manifest.dependencies].filter((name) => catalog.serverPackages.has(name))),
    ),
  ];
  const flavour = flavourOf(own, workspace);
  const installed = versionOf('eslint');
  const missing = dependsOn('eslint') ? 'ESLint that is not installed' : 'no ESLint';
  const eslint = installed === undefined ? missing : `ESLint ${installed}`;
  const written = config ?? formerConfig;
  return `Found: ${[
    manager.name,
    withVersion(hasTypeScript ? 'TypeScript' : 'JavaScript', hasTypeScript ? versionOf('typescript') : undefined),
    ...(members.length > 1 ? [`a workspace of ${counted(members.length, 'package')}`] : []),
    frameworks.length === 0 ? 'no server framework' : frameworks.join(', '),
    ...(flavour === 'node' ? [] : [`the platform ${flavour}`]),
    `${eslint}${written === undefined ? '' : ` (${shownPath(written, terminal)})`}`,
  ].join(', ')}`;
}

function withVersion(name: string, version: string | undefined): string {
  return version === undefined ? name : `${name} ${version}`;
}

/** Searches up to the top of the project, as ESLint did. */
function formerConfigAbove(root: string): string | undefined {
  const top = projectAround(root);
  for (let folder = root; ; folder = dirname(folder)) {
    const own = readdirSync(folder).find((name) => /^\.eslintrc(?:\.(?:c?js|ya?ml|json))?$/.test(name));
    if (own !== undefined) return join(folder, own);
    const manifest = join(folder, 'package.json');
    if (readJson(manifest)?.['eslintConfig'] !== undefined) return manifest;
    if (folder === top || dirname(folder) === folder) return undefined;
  }
}

/** Whether another linter is used that may not be a dependency. Deno has its own. */
function hasOtherLinter(root: string): boolean {
  const has = (name: string): boolean => isFile(join(root, name));
  return (
    ['biome.json', 'biome.jsonc', '.oxlintrc.json'].some(has) ||
    (!has('package.json') && ['deno.json', 'deno.jsonc', 'deno.lock'].some(has))
  );
}

function installedVersion(name: string, root: string): string | undefined {
  try {
    const manifest = createRequire(join(root, 'index.js'))(`${name}/package.json`) as { version?: string };
    return manifest.version;
  } catch {
    return undefined;
  }
}
