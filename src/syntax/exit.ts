import type { Definition } from './scopes/scope.ts';
import type { Node, Source } from './source.ts';
import { definitionOf, variableOf } from './binding.ts';
import { methodCall } from './call.ts';
import { importedBy, requiredSpecifier } from './names.ts';
import { unwrap } from './unwrap.ts';

const PROCESS_MODULE = /^(?:node:)?process$/;

/** `process.exit(1)`, of the global `process` or of an import of `node:process`. */
export function isExit(expression: Node, source: Source): boolean {
  const node = unwrap(expression);
  if (node.type !== 'CallExpression') return false;
  const call = methodCall(node);
  return call === undefined
    ? importsProcess(node.callee, source) === 'exit'
    : call.method === 'exit' && isProcess(call.object, source);
}

function isProcess(expression: Node, source: Source): boolean {
  const node = unwrap(expression);
  if (node.type !== 'Identifier') return false;
  const variable = variableOf(node, source);
  if (variable === undefined || variable.defs.some(isGiven)) return node.name === 'process';
  return /^(?:default|\*)$/.test(importsProcess(node, source) ?? '');
}

/** A parameter, or `const process = require('node:process')`. */
function isGiven({ type, node }: Definition): boolean {
  if (type === 'Parameter') return true;
  const init = node.type === 'VariableDeclarator' && node.init !== null ? unwrap(node.init) : undefined;
  return PROCESS_MODULE.test(requiredSpecifier(init) ?? '');
}

/** The export of the module `process` that a name stands for. */
function importsProcess(expression: Node, source: Source): string | undefined {
  const variable = variableOf(unwrap(expression), source);
  const definition = variable && definitionOf(variable);
  const imported = definition && importedBy(definition.node);
  return imported !== undefined && PROCESS_MODULE.test(imported.specifier) ? imported.name : undefined;
}
