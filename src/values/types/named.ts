import type { Variable } from '../../syntax/scopes/scope.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { ExternalValue } from '../value.ts';
import type { Declared, Module, Reading } from './declared.ts';
import { definitionOf, variableOf } from '../../syntax/binding.ts';
import { isSignature } from '../../syntax/function.ts';
import { keyName } from '../../syntax/literal.ts';
import { importedBy } from '../../syntax/names.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { classBehind } from '../declaration-files.ts';
import { exportTable, importedModule } from './access.ts';
import { isClass, isClassOrInterface } from './declared.ts';

/** The declarations of a name or a dotted name. Any other expression is evaluated. */
export function entityTypes(written: Node, source: Source, reading: Reading): Declared[] {
  const node = unwrap(written);
  switch (node.type) {
    case 'Identifier': {
      const variable = variableOf(node, source);
      return variable === undefined ? [] : variableTypes(variable, source, reading);
    }
    case 'TSQualifiedName':
      return reading.entity(node.left, source).flatMap((left) => reading.members(left, node.right.name));
    case 'MemberExpression': {
      const name = keyName(node.property, node.computed);
      return name === undefined
        ? []
        : reading.entity(node.object, source).flatMap((object) => reading.members(object, name));
    }
    default:
      return isDeclaration(node)
        ? [{ node, source }]
        : reading.ofValue(reading.evaluation.expression(node, source), node, source);
  }
}

function isDeclaration(node: Node): boolean {
  return (
    isSignature(node) ||
    isClassOrInterface(node) ||
    node.type === 'TSModuleDeclaration' ||
    node.type === 'TSTypeAliasDeclaration' ||
    node.type === 'TSTypeParameter'
  );
}

/**
 * All declarations of a name: overloads, a function and its namespace. The first of the interfaces that merge stands
 * for all of them; so does a class that merges with interfaces.
 */
function variableTypes(variable: Variable, source: Source, reading: Reading): Declared[] {
  const types = variable.defs.map(({ node }) => node).filter(isClassOrInterface);
  const merged = types.find(isClass) ?? types[0];
  const isOverloaded = variable.defs.some(({ node }) => node.type === 'TSDeclareFunction');
  const found = variable.defs.flatMap((definition): Declared[] => {
    const node = definition.node;
    const from = importedBy(node);
    if (from !== undefined) return reading.imported(from.specifier, from.name, node, source);
    if (definition.type === 'Parameter') return [];
    if (node.type === 'TSImportEqualsDeclaration') return reading.entity(node.moduleReference, source);
    if (node.type === 'VariableDeclarator') {
      const { typeAnnotation } = node.id;
      return node.id.type === 'Identifier' && typeAnnotation !== undefined && (typeAnnotation as unknown) !== null
        ? reading.types(typeAnnotation.typeAnnotation, source, {})
        : [];
    }
    // Callers don't see the implementation behind overloads.
    if (!isDeclaration(node) || (isOverloaded && node.type === 'FunctionDeclaration')) return [];
    return isClassOrInterface(node) && node !== merged
      ? []
      : [classBehind(node, source, reading.evaluation.workspace) ?? { node, source }];
  });
  if (found.length > 0) return found;
  const name = variable.identifiers[0];
  const kind = definitionOf(variable)?.type;
  return name === undefined || (kind !== 'Variable' && kind !== 'Parameter')
    ? found
    : reading.ofValue(reading.evaluation.expression(name, source), name, source);
}

/** The declarations of `name` imported from `specifier`: those in another file, or the export of a package. */
export function importedTypes(
  specifier: string,
  name: string,
  node: Node,
  source: Source,
  reading: Reading,
): Declared[] {
  const found = importedModule(specifier, name, source, reading.evaluation);
  if (found === undefined) return [];
  const { source: target, name: declared, module } = found;
  if (module !== undefined) {
    const external: ExternalValue = { kind: 'external', module, steps: [declared] };
    // The package is resolved from the file that names it.
    return [{ node: target === source ? node : target.ast, source: target, external }];
  }
  return declared === '*' ? [{ node: target.ast, source: target }] : reading.exported(target.ast, target, declared);
}

/** The declarations that a module exports under a name; those of `export =` are its default. */
export function exportedTypes(module: Module, source: Source, name: string, reading: Reading): Declared[] {
  const { names, stars, whole } = exportTable(module, source);
  const exported = names.get(name);
  if (exported !== undefined)
    return 'node' in exported
      ? reading.entity(exported.node, source)
      : reading.imported(exported.from, exported.name, module, source);
  if (whole !== undefined) {
    const all = reading.entity(whole, source);
    return name === 'default' ? all : all.flatMap((declared) => reading.members(declared, name));
  }
  if (module.type === 'TSModuleDeclaration') {
    const variable = source.scopes.acquire(module)?.set.get(name);
    if (variable !== undefined) return variableTypes(variable, source, reading);
  }
  if (name === 'default') return [];
  for (const specifier of stars) {
    const found = reading.imported(specifier, name, module, source);
    if (found.length > 0) return found;
  }
  // A member of the default export, as code reaches it: `Stripe.errors`.
  return names.has('default')
    ? reading.exported(module, source, 'default').flatMap((declared) => reading.members(declared, name))
    : [];
}
