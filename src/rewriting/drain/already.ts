import { relative } from 'node:path';
import type { TSESTree } from '@typescript-eslint/types';
import type { TrackerHome } from '../../helper/home.ts';
import type { Workspace } from '../../project/workspace.ts';
import type { Node, Source } from '../../syntax/source.ts';
import { SCRIPT_PATH } from '../../catalog/folders.ts';
import { executablesOf } from '../../project/executables.ts';
import { registersItself } from '../../helper/home.ts';
import { isParseFailure, parse } from '../../syntax/parse.ts';
import { someIn, walk } from '../../syntax/walk.ts';

/**
 * Whether a file of the package waits for the tasks: it calls the drain, or passes it on. Scripts wait only for their
 * own.
 */
export function drainsAlready(
  root: string,
  home: TrackerHome,
  workspace: Workspace,
  planned: ReadonlyMap<string, string>,
): boolean {
  return textsOf(root, home, workspace, planned).some(([path, text]) => {
    if (!DRAIN.test(text) || SCRIPT_PATH.test(relative(root, path).replaceAll('\\', '/'))) return false;
    const source = parse(path, text);
    return isParseFailure(source) || usesDrain(source);
  });
}

const DRAIN = /\bdrain(?:OnShutdown|Tasks)\b/;

/** Whether code uses the drain. An import alone doesn't, nor does a comment. */
function usesDrain({ ast }: Source): boolean {
  const names = new Set(['drainOnShutdown', 'drainTasks']);
  walk(ast, (node) => {
    if (node.type === 'ImportSpecifier' && node.imported.type === 'Identifier' && names.has(node.imported.name))
      names.add(node.local.name);
    // `const { drainTasks: drain } = require('./fire-task.js')`
    if (isPatternProperty(node) && node.key.type === 'Identifier' && names.has(node.key.name)) {
      if (node.value.type === 'Identifier') names.add(node.value.name);
    }
  });
  return someIn(
    ast,
    (node) =>
      node.type === 'Identifier' &&
      names.has(node.name) &&
      !/^(?:Import|Export)Specifier$/.test(node.parent.type) &&
      !isPatternProperty(node.parent),
  );
}

function isPatternProperty(node: Node): node is TSESTree.Property {
  return node.type === 'Property' && node.parent.type === 'ObjectPattern';
}

/** Whether a file of the package starts tasks. */
export function usesTasks(
  root: string,
  home: TrackerHome,
  workspace: Workspace,
  planned: ReadonlyMap<string, string>,
): boolean {
  return textsOf(root, home, workspace, planned).some(([, text]) => TASK.test(text));
}

/** A call of `fireTask`, or another name for it. The plugin's variable in an ESLint configuration doesn't match. */
const TASK = /\bfireTask(?:\s*(?:<[^();]*>\s*)?\(|\s+as\b|\s*:)/;

/**
 * The texts of the package's files and programs except the helper. A file that is open in an editor may not be on disk
 * yet.
 */
export function textsOf(
  root: string,
  home: TrackerHome,
  workspace: Workspace,
  planned: ReadonlyMap<string, string>,
): [path: string, text: string][] {
  const { files, listings, packages } = workspace;
  return [
    ...new Set([
      ...listings.filesOf(root),
      ...executablesOf(root, workspace),
      ...[...planned.keys()].filter((path) => packages.of(path).root === root),
    ]),
  ].flatMap((path): [string, string][] => {
    const text = planned.get(path) ?? files.textAt(path);
    return text === undefined || path === home.path || registersItself(text) ? [] : [[path, text]];
  });
}
