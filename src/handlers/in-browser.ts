import { basename } from 'node:path';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { placeOfFiles } from '../project/comings.ts';
import { BOTH_ENDS, BROWSER_PACKAGES, PAGE, PAGE_BUILDERS } from '../catalog/conventions.ts';
import { BROWSER_FOLDER, CLIENT_FOLDER, SERVER_FOLDERS } from '../catalog/folders.ts';
import { isBrowserFile } from './browser-file.ts';
import { isInComponent, isInHookUser } from './in-component.ts';
import { runsInPage } from './in-page.ts';
import { serverPackages } from './servers.ts';

/**
 * Whether a file is browser or phone code: by its folder, or because its package is made for these and serves no
 * requests.
 */
export function isOfBrowser({ path }: Source, evaluation: Evaluation): boolean {
  const { packages } = evaluation.workspace;
  const place = packages.placeOf(path);
  if (BROWSER_FOLDER.test(place)) return true;
  if (isBesideServer(path, evaluation)) return true;
  const { dependencies } = packages.of(path).manifest;
  const isPage = PAGE_BUILDERS.some((name) => dependencies.has(name)) && packages.hasAtTop(path, [PAGE]);
  if (!isPage && !BROWSER_PACKAGES.some((name) => dependencies.has(name))) return false;
  const servers = serverPackages(evaluation);
  for (const name of dependencies) if (servers.has(name) && !BOTH_ENDS.has(name)) return false;
  return true;
}

/** Whether a file is in a folder or a package for browsers, beside that of the server. */
function isBesideServer(path: string, { workspace }: Evaluation): boolean {
  const { packages, changes } = workspace;
  const [, base, client] = CLIENT_FOLDER.exec(packages.placeOf(path)) ?? [];
  if (base !== undefined && client !== undefined) {
    changes.reads.note(placeOfFiles(packages.of(path).root));
    return packages.hasAtTop(
      path,
      [...SERVER_FOLDERS].map((name) => base + name),
    );
  }
  const isClient = CLIENT_FOLDER.test(`${basename(packages.of(path).root)}/`);
  return isClient && packages.hasSibling(path, SERVER_FOLDERS);
}

/** Whether a browser runs the code at a node, judged by its file alone. No server waits for tasks there. */
export function runsInBrowser(node: Node, source: Source, evaluation: Evaluation): boolean {
  return (
    isBrowserFile(source) ||
    isInComponent(node, source) ||
    isInHookUser(node, source, evaluation.workspace.packages) ||
    runsInPage(node, source, evaluation) ||
    isWithWindow(node)
  );
}

/** Under `if (typeof window !== 'undefined')`. */
function isWithWindow(node: Node): boolean {
  for (let at = node; at.parent != null; at = at.parent)
    if (at.parent.type === 'IfStatement' && at.parent.consequent === at && asksForWindow(at.parent.test)) return true;
  return false;
}

function asksForWindow(test: Node): boolean {
  if (test.type === 'LogicalExpression' && test.operator === '&&')
    return asksForWindow(test.left) || asksForWindow(test.right);
  if (test.type !== 'BinaryExpression' || !test.operator.startsWith('!=')) return false;
  const { left, right } = test;
  return (
    left.type === 'UnaryExpression' &&
    left.operator === 'typeof' &&
    left.argument.type === 'Identifier' &&
    left.argument.name === 'window' &&
    right.type === 'Literal' &&
    right.value === 'undefined'
  );
}
