import { basename } from 'node:path';
import type { Entry } from '../catalog/entry.ts';
import type { Catalog } from '../catalog/lookup.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Source } from '../syntax/source.ts';
import type { Handler } from './handler.ts';
import { dependsOn } from '../project/package.ts';
import { isInvokedInPlace, nameOf, parameterNames } from '../syntax/function.ts';
import { wrapped } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { declaredTypeOf, parameterTypesOf } from './annotation.ts';

/**
 * Handlers that say so themselves: by their type, by the types of their parameters, or by a framework's parameter
 * names.
 */
export function annotatedHandlers(source: Source, catalog: Catalog): Handler[] {
  return outlineOf(source).functions.flatMap((node) => {
    const typed = entryByType(node, source, catalog);
    const entry = typed ?? entryByShape(node, source, catalog);
    if (entry === undefined) return [];
    return [
      {
        node,
        source,
        entry,
        by: typed === undefined ? ('parameters' as const) : ('type' as const),
        kind: entry.types?.kind ?? 'request',
        route: routeOf(node, source),
      },
    ];
  });
}

/** A handler that only its own file speaks of is called by its name. */
function routeOf(node: FunctionNode, { path }: Source): string {
  const name = nameOf(node);
  return name === undefined || name === 'default' || name === 'exports' ? `handler in ${basename(path)}` : name;
}

function entryByType(node: FunctionNode, source: Source, catalog: Catalog): Entry | undefined {
  const type = declaredTypeOf(node, source);
  if (type?.kind === 'external') {
    const entry = catalog.handlerTypes.find(type);
    if (entry !== undefined) return entry;
  }
  for (const parameter of parameterTypesOf(node, source)) {
    const entry = parameter?.kind === 'external' ? catalog.parameterTypes.find(parameter) : undefined;
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** Only a function that others can reach by name: exported, assigned, or a member of a class or object. */
function entryByShape(node: FunctionNode, source: Source, catalog: Catalog): Entry | undefined {
  if (node.params.length < 2 || node.params.length > 4 || isInvokedInPlace(node) || !isReachable(node))
    return undefined;
  const names = parameterNames(node)
    .map((name) => name?.replace(/^_/, ''))
    .join();
  return catalog.entries.find(
    (entry) => entry.shapes?.some((shape) => shape.join() === names) === true && dependsOn(source.path, entry.packages),
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
