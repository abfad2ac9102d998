import { join, resolve } from 'node:path';
import type { Workspace } from './workspace.ts';
import { compilerOptionsNear } from './compiler-options.ts';
import { isObject, readJson } from './manifest.ts';
import { perListing } from './per-listing.ts';
import { relativeImportsOf } from './relative-imports.ts';

/** What is known about the JavaScript files of a package. */
interface Scripts {
  /** Files that scripts start with Node, and the files they import. */
  readonly started: ReadonlySet<string>;
  /** Whether a JavaScript file imports TypeScript, so that something must compile or load both. */
  readonly leadsToTypescript: boolean;
}

const JAVASCRIPT = /\.[cm]?js$/;

/**
 * Whether Node runs a JavaScript file as written, so that it can't import TypeScript: a script starts it with Node, or
 * nothing indicates that the package's JavaScript is compiled.
 */
export function isRunAsIs(path: string, workspace: Workspace): boolean {
  if (!JAVASCRIPT.test(path)) return false;
  const { started, leadsToTypescript } = scriptsIn(workspace.packages.of(path).root, workspace);
  if (started.has(path)) return true;
  const isCompiled = compilerOptionsNear(path, workspace).allowJs === true;
  return !isCompiled && !leadsToTypescript;
}

/** The files of a package that its scripts start with Node, and the files they import. */
export function startedFiles(root: string, workspace: Workspace): ReadonlySet<string> {
  return scriptsIn(root, workspace).started;
}

const scriptsIn = perListing((root, files, workspace): Scripts => ({
  started: startedIn(root, files, workspace),
  leadsToTypescript: [...files].some(
    (path) =>
      JAVASCRIPT.test(path) &&
      relativeImportsOf(path, workspace).some((target) => target !== path && /\.[cm]?tsx?$/.test(target)),
  ),
}));

function startedIn(root: string, files: ReadonlySet<string>, workspace: Workspace): Set<string> {
  const { scripts } = readJson(join(root, 'package.json')) ?? {};
  const commands = isObject(scripts) ? Object.values(scripts).filter((script) => typeof script === 'string') : [];
  const waiting = commands
    .flatMap((command) => [...command.matchAll(NODE_RUNS)])
    .map(([, file = '']) => resolve(root, file))
    .filter((path) => files.has(path));
  const started = new Set<string>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (started.has(path)) continue;
    started.add(path);
    waiting.push(...relativeImportsOf(path, workspace).filter((target) => JAVASCRIPT.test(target)));
  }
  return started;
}

/** `node --env-file=.env server.mjs`, without a loader that compiles. */
const NODE_RUNS = /(?:^|[\s;&|])(?:node|nodemon)(?: -[\w-]+(?:=\S+)?)* ([^\s-]\S*\.[cm]?js)/g;
