import { basename, dirname } from 'node:path';
import type { Node, Source } from '../syntax/source.ts';
import { variableOf } from '../syntax/binding.ts';
import { helperOf } from '../syntax/compiled.ts';
import { escaped } from '../syntax/escape.ts';
import { unwrap } from '../syntax/unwrap.ts';

/** Calls of whole imports of a file, which each importing file may name as it likes. */

/** The name of a file in the specifiers that import it: its own, or for an index file that of its folder. */
export function fileName(path: string): string {
  const stem = basename(path).split('.', 1)[0] ?? '';
  return stem === 'index' ? basename(dirname(path)) : stem;
}

/** Text that imports the file at a path: `require('../api')`, `from './api/index.js'`. */
export function importingText(path: string): RegExp {
  const stem = basename(path).replace(/\.[cm]?[jt]sx?$/, '');
  const file = escaped(stem === 'index' ? basename(dirname(path)) : stem);
  return new RegExp(`['"][^'"\\n]*(?<![\\w$])${file}(?:/index)?(?:\\.[cm]?[jt]sx?)?['"]`);
}

/** Whether a callee is a whole import: `require('./mix')(…)`, or a name that holds a whole module. */
export function isOfImport(callee: Node, source: Source): boolean {
  if (callee.type === 'CallExpression') return isRequire(callee);
  return callee.type === 'Identifier' && importOf(callee, source) !== undefined;
}

/** The declaration of a name that holds a whole import. */
function importOf(name: Node, source: Source): Node | undefined {
  const [definition] = variableOf(name, source)?.defs ?? [];
  const node = definition?.node;
  if (node?.type === 'ImportDefaultSpecifier') return node.parent;
  return node?.type === 'VariableDeclarator' && node.init !== null && isRequire(unwrap(node.init))
    ? node.init
    : undefined;
}

function isRequire(node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  return (
    (node.callee.type === 'Identifier' && node.callee.name === 'require') ||
    (helperOf(node.callee) !== undefined && node.arguments.some((argument) => isRequire(unwrap(argument))))
  );
}

/** Whether a callee is the whole import of a file with this name. */
export function isOfModule(callee: Node, file: string, from: Source): boolean {
  return isOfImport(callee, from) && isImported(callee, file, from);
}

/** Whether a callee is imported from a file with this name. */
export function isImported(callee: Node, file: string, from: Source): boolean {
  const written = callee.type === 'CallExpression' ? callee : importOf(callee, from);
  return written !== undefined && from.text.slice(...written.range).includes(file);
}
