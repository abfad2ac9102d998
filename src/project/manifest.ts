import { readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join, posix } from 'node:path';
import { parseJsonc } from './jsonc.ts';
import { statOf } from './stat.ts';

/**
 * The relevant parts of a package.json, or of a deno.json next to it or instead of it. An unreadable one counts as
 * empty.
 */
export interface Manifest {
  readonly name?: string;
  readonly type?: 'module' | 'commonjs';
  readonly dependencies: ReadonlySet<string>;
  readonly imports?: Readonly<Record<string, unknown>>;
  readonly exports?: unknown;
  /** The entry points of the package in several fields: sources first, then built files. */
  readonly entries?: readonly string[];
  /** Deno's import map: specifiers or prefixes of specifiers, with their paths in the package. */
  readonly importMap?: Readonly<Record<string, string>>;
  /** Patterns for the folders of the workspace's packages. */
  readonly members?: readonly string[];
  /** The files without an extension that `bin` or a script may run, relative to the package: `bin/www`. */
  readonly runs?: readonly string[];
  /** Where the package says that it lives, and who wrote it: `acme/shop`, `https://acme.test`, `Ann (https://…)`. */
  readonly addresses?: readonly string[];
}

export const NO_MANIFEST: Readonly<Manifest> = { dependencies: new Set() };

/** The files from which a manifest is read, if they exist. */
export const MANIFESTS = ['package.json', 'deno.json', 'deno.jsonc', 'pnpm-workspace.yaml'];

/** Whether a folder is a package: it has a package.json, or a deno.json with a name. */
export function isPackage(folder: string): boolean {
  return isFile(join(folder, 'package.json')) || denoOf(folder)?.['name'] !== undefined;
}

type Json = Readonly<Record<string, unknown>>;

/** The manifest of the folder `root`: its package.json, complemented by its deno.json. */
export function readManifest(root: string): Manifest {
  const json = readJson(join(root, 'package.json'));
  const deno = denoOf(root);
  if (json === undefined && deno === undefined) return NO_MANIFEST;
  const { name = deno?.['name'], type, imports, exports = deno?.['exports'] } = json ?? {};
  const entries = ['source', 'module', 'main', 'types', 'typings'].map((field) => json?.[field]).filter(isText);
  const members = [...membersIn(json?.['workspaces']), ...membersIn(deno?.['workspace']), ...pnpmMembers(root)];
  const importMap = Object.entries(isObject(deno?.['imports']) ? deno['imports'] : {}).filter(
    (entry): entry is [string, string] => isText(entry[1]) && entry[1].startsWith('.'),
  );
  const addresses = ['repository', 'homepage', 'bugs', 'author'].flatMap((field) => addressesIn(json?.[field]));
  const runs = runsIn(json ?? {});
  return {
    dependencies: new Set([...dependenciesIn(json ?? {}), ...denoDependencies(deno?.['imports'])]),
    ...(isText(name) && { name }),
    ...((type === 'module' || type === 'commonjs') && { type }),
    ...(isObject(imports) && { imports }),
    ...(exports !== undefined && { exports }),
    ...(entries.length > 0 && { entries }),
    ...(importMap.length > 0 && { importMap: Object.fromEntries(importMap) }),
    ...(members.length > 0 && { members }),
    ...(addresses.length > 0 && { addresses }),
    ...(runs.length > 0 && { runs }),
  };
}

function denoOf(folder: string): Json | undefined {
  return readJson(join(folder, 'deno.json')) ?? readJson(join(folder, 'deno.jsonc'));
}

function dependenciesIn(json: Json): string[] {
  return ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap((field) => {
    const names = json[field];
    return isObject(names) ? Object.keys(names) : [];
  });
}

/** `{ "hono": "jsr:@hono/hono@4" }`: the names in the code and in the registry. */
function denoDependencies(imports: unknown): string[] {
  if (!isObject(imports)) return [];
  return Object.entries(imports).flatMap(([name, target]) => {
    const found = isText(target) ? /^(?:npm|jsr):\/?((?:@[^/@]+\/)?[^/@]+)/.exec(target) : null;
    return found?.[1] === undefined ? [] : [name.replace(/\/$/, ''), found[1]];
  });
}

function runsIn({ bin, scripts }: Json): string[] {
  const programs = isObject(bin) ? Object.values(bin) : [bin];
  const commands = isObject(scripts) ? Object.values(scripts) : [];
  const words = commands.filter(isText).flatMap((command) => command.split(/[\s"';&|]+/));
  const paths = [...programs.filter(isText), ...words.filter((word) => word.includes('/'))];
  const inside = paths.map((path) => posix.normalize(path)).filter((path) => !/^(?:-|\.\.?(?:\/|$)|\/)/.test(path));
  return [...new Set(inside)].filter((path) => posix.extname(path) === '');
}

/** `"acme/shop"`, or `{ "type": "git", "url": "git+https://…" }`. */
function addressesIn(field: unknown): string[] {
  return [field, isObject(field) ? field['url'] : undefined].filter(isText);
}

/** `["apps/*"]`, `{ "packages": ["apps/*"] }` or Deno's `{ "members": ["./web"] }`. */
function membersIn(field: unknown): string[] {
  const list = isObject(field) ? (field['packages'] ?? field['members']) : field;
  return Array.isArray(list) ? list.filter(isText).flatMap(bounded) : [];
}

/** The list under `packages:` in a pnpm-workspace.yaml, in either of YAML's two styles. */
function pnpmMembers(root: string): string[] {
  const lines = (readText(join(root, 'pnpm-workspace.yaml')) ?? '').split('\n');
  const start = lines.findIndex((line) => line.startsWith('packages:'));
  if (start === -1) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^\w/.test(line));
  return [lines[start]?.slice('packages:'.length) ?? '', ...(end === -1 ? rest : rest.slice(0, end))]
    .flatMap((line) => line.replace(/(?:^|\s)#.*/, '').split(','))
    .map((item) =>
      item
        .replace(/^\s*[-[]/, '')
        .replace(/\]\s*$/, '')
        .trim()
        .replace(/^['"]|['"]$/g, ''),
    )
    .filter((item) => item !== '')
    .flatMap(bounded);
}

/**
 * Turns `./apps/*` into `apps/*`, also after `!`. Outside the folder, where there may be any number of files, `**`
 * matches one level. Absolute patterns are ignored.
 */
function bounded(member: string): string[] {
  if (member.startsWith('!')) return [`!${posix.normalize(member.slice(1))}`];
  const path = posix.normalize(member);
  if (isAbsolute(path)) return [];
  return [path === '..' || path.startsWith('../') ? path.replaceAll('**', '*') : path];
}

/** The object in a JSON file; undefined if there is none, or it cannot be read. Comments are allowed. */
export function readJson(file: string): Json | undefined {
  const text = readText(file);
  const json = text === undefined ? undefined : parseJsonc(text);
  return isObject(json) ? json : undefined;
}

export function readText(file: string): string | undefined {
  try {
    return isFile(file) ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

/** False for a folder, and for a pipe, which would never end. */
export function isFile(path: string): boolean {
  return statOf(path)?.isFile() === true;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** The names in a folder; empty if it is not a folder, or cannot be read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
