import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../../syntax/source.ts';
import type { Argument, Declared, Reading, Scope } from './declared.ts';
import { definitionOf, variableOf } from '../../syntax/binding.ts';
import { staticText } from '../../syntax/literal.ts';
import { argumentsOf, asInstance, NO_ARGUMENTS, placeOfParameter, withArguments } from './bases.ts';

/** Types that have the members of their first argument. */
const TRANSPARENT: ReadonlySet<string> = new Set(['Readonly', 'Required', 'Partial', 'NonNullable', 'Omit', 'Pick']);

/** The declarations behind a written type. A type that can't be followed stands for itself. */
export function writtenTypes(node: Node, source: Source, scope: Scope, reading: Reading): Declared[] {
  const itself = (): Declared[] => [{ ...scopeOnly(scope), node, source }];
  switch (node.type) {
    case 'TSTypeReference':
      return referenceTypes(node, source, scope, reading);
    case 'Identifier':
    case 'TSQualifiedName':
    case 'MemberExpression':
      return namedTypes(node, undefined, source, scope, reading) ?? itself();
    case 'TSUnionType':
    case 'TSIntersectionType':
      return node.types.flatMap((type) => reading.types(type, source, scope));
    case 'TSTypeQuery':
      return node.exprName.type === 'TSImportType'
        ? importTypes(node.exprName, source, reading)
        : queriedTypes(node.exprName, source, reading);
    case 'TSImportType':
      return importTypes(node, source, reading)
        .map((declared) =>
          withArguments(
            asInstance(declared),
            argumentsOf(node.typeArguments ?? undefined, source, scope) ?? NO_ARGUMENTS,
          ),
        )
        .flatMap((declared) => followAlias(declared, reading));
    case 'TSThisType':
      return scope.owner === undefined ? itself() : [scope.owner];
    case 'TSTypeOperator':
      return node.operator === 'readonly' && node.typeAnnotation !== undefined
        ? reading.types(node.typeAnnotation, source, scope)
        : itself();
    case 'TSIndexedAccessType': {
      const name = node.indexType.type === 'TSLiteralType' ? memberText(node.indexType.literal) : undefined;
      return name === undefined
        ? itself()
        : reading.types(node.objectType, source, scope).flatMap((object) => reading.members(object, name));
    }
    default:
      return itself();
  }
}

function scopeOnly({ owner, given }: Scope): Scope {
  return { ...(owner !== undefined && { owner }), ...(given !== undefined && { given }) };
}

function memberText(literal: Node): string | undefined {
  return staticText(literal) ?? (literal.type === 'Literal' ? String(literal.value) : undefined);
}

/** `typeof x`, where x may be a global that nothing declares. */
function queriedTypes(node: Node, source: Source, reading: Reading): Declared[] {
  const found = reading.entity(node, source);
  return found.length > 0 ? found : reading.ofValue(reading.evaluation.expression(node, source), node, source);
}

/** `import('x').T`, or `import('x')` alone: the whole module. */
function importTypes(node: TSESTree.TSImportType, source: Source, reading: Reading): Declared[] {
  const names: string[] = [];
  let left: Node | null | undefined = node.qualifier;
  for (; left?.type === 'TSQualifiedName'; left = left.left) names.unshift(left.right.name);
  if (left?.type === 'Identifier') names.unshift(left.name);
  const [first = '*', ...others] = names;
  return others.reduce(
    (found, name) => found.flatMap((declared) => reading.members(declared, name)),
    reading.imported(node.source.value, first, node, source),
  );
}

function referenceTypes(node: TSESTree.TSTypeReference, source: Source, scope: Scope, reading: Reading): Declared[] {
  const { typeName } = node;
  const given = argumentsOf(node.typeArguments, source, scope);
  const isGlobal = typeName.type === 'Identifier' && variableOf(typeName, source) === undefined;
  const found = isGlobal
    ? globalTypes(typeName.name, node.typeArguments?.params ?? [], source, scope, reading)
    : namedTypes(typeName, given, source, scope, reading);
  return found ?? [{ ...scopeOnly(scope), node, source }];
}

/** The result of TypeScript's utility types for their first argument; undefined for all other types. */
function globalTypes(
  name: string,
  [argument]: readonly Node[],
  source: Source,
  scope: Scope,
  reading: Reading,
): Declared[] | undefined {
  if (argument === undefined) return undefined;
  const of = (): Declared[] => reading.types(argument, source, scope);
  if (TRANSPARENT.has(name)) return of();
  switch (name) {
    case 'Awaited':
      return of().flatMap((type) => reading.awaited(type));
    case 'ReturnType':
      return of().flatMap((type) => reading.results(type));
    case 'InstanceType':
      return of().flatMap((type) => reading.instances(type));
    default:
      return undefined;
  }
}

/** The declarations behind a type's name; undefined if nothing declares it. */
function namedTypes(
  name: Node,
  given: readonly Argument[] | undefined,
  source: Source,
  scope: Scope,
  reading: Reading,
): Declared[] | undefined {
  const variable = name.type === 'Identifier' ? variableOf(name, source) : undefined;
  const definition = variable === undefined ? undefined : definitionOf(variable)?.node;
  if (definition?.type === 'TSTypeParameter') return parameterTypes(definition, source, scope, reading);
  const found = reading
    .entity(name, source)
    .map((declared) => withArguments(asInstance(declared), given ?? NO_ARGUMENTS))
    .flatMap((declared) => followAlias(declared, reading));
  return found.length > 0 ? found : undefined;
}

/** The type that a type parameter stands for: its argument, a default or its constraint. */
function parameterTypes(
  parameter: TSESTree.TSTypeParameter,
  source: Source,
  scope: Scope,
  reading: Reading,
): Declared[] {
  const place = placeOfParameter(parameter);
  const argument = place === undefined ? undefined : scope.given?.[place];
  if (argument !== undefined) return reading.types(argument.node, argument.source, argument);
  const isGiven = place !== undefined && scope.given !== undefined;
  const written = (isGiven ? parameter.default : undefined) ?? parameter.constraint;
  return written === undefined || (written as unknown) === null
    ? [{ node: parameter, source }]
    : reading.types(written, source, scope);
}

/** The type behind an alias, with its type arguments. Anything else stays unchanged. */
export function followAlias(declared: Declared, reading: Reading): Declared[] {
  const { node, source, given = NO_ARGUMENTS } = declared;
  return node.type === 'TSTypeAliasDeclaration' && declared.external === undefined
    ? reading.types(node.typeAnnotation, source, { given })
    : [declared];
}
