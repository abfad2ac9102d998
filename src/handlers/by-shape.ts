import type { Entry } from '../catalog/entry.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { isInvokedInPlace, nameOf, parameterNames } from '../syntax/function.ts';
import { wrapped } from '../syntax/unwrap.ts';

/**
 * The entry that a function is a handler of by the names of its parameters, in a package that uses the framework;
 * undefined without one.
 * Only a function that others can reach by name: exported, assigned, or a member of a class or object.
 */
export function entryByShape(node: FunctionNode, source: Source, evaluation: Evaluation): Entry | undefined {
  if (node.params.length < 2 || node.params.length > 4 || isInvokedInPlace(node) || !isReachable(node))
    return undefined;
  const names = parameterNames(node)
    .map((name) => name?.replace(/^_/, ''))
    .join();
  return evaluation.catalog.entries.find(
    (entry) =>
      entry.shapes?.some((shape) => shape.join() === names) === true &&
      evaluation.workspace.packages.dependsOn(source.path, entry.packages),
  );
}

function isReachable(node: FunctionNode): boolean {
  const outer = wrapped(node);
  switch (outer.parent?.type) {
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
    case 'VariableDeclarator':
    case 'AssignmentExpression':
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return true;
    // `module.exports = catchAsync(async (req, res) => …)`
    case 'CallExpression':
      return nameOf(outer.parent) !== undefined;
    default:
      return node.type === 'FunctionDeclaration' && node.parent.type === 'Program';
  }
}
