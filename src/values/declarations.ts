import type { TSESTree } from '@typescript-eslint/types';
import type { Variable } from '../syntax/scopes/scope.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { SignatureNode } from '../syntax/function.ts';
import type { Evaluation } from './evaluation.ts';
import { exportsOf } from '../project/exports.ts';
import { variableOf } from '../syntax/binding.ts';
import { isSignature } from '../syntax/function.ts';
import { keyName, staticText } from '../syntax/literal.ts';

/**
 * What typings say a thing is: a signature, a class, an interface, a type literal, a namespace, a reference to the
 * global `Promise`,
 * or any other type, which says no more than itself.
 */
export interface Declared {
  readonly node: Node;
  readonly source: Source;
  /** Of a class, the side meant; the static one when left out. */
  readonly side?: 'instance';
  /** What a member was taken from, for the type `this`. */
  readonly owner?: Declared;
}

/** Types that pass their first argument's members on. */
export const TRANSPARENT: ReadonlySet<string> = new Set([
  'Readonly',
  'Required',
  'Partial',
  'NonNullable',
  'Omit',
  'Pick',
]);
const MAXIMUM_DEPTH = 24;

/** The declarations that a file exports under a name; those of `export =` are its default. */
export function exportedDeclarations(evaluation: Evaluation, source: Source, name: string, depth = 0): Declared[] {
  if (depth > MAXIMUM_DEPTH) return [];
  const { names, stars, whole } = exportsOf(source);
  const exported = names.get(name);
  if (exported !== undefined)
    return 'node' in exported
      ? entityDeclarations(evaluation, exported.node, source, depth + 1)
      : importedDeclarations(evaluation, exported.from, exported.name, source, depth + 1);
  if (whole !== undefined) {
    const all = entityDeclarations(evaluation, whole, source, depth + 1);
    return name === 'default' ? all : all.flatMap((declared) => membersNamed(evaluation, declared, name, depth + 1));
  }
  if (name === 'default') return [];
  for (const specifier of stars) {
    const found = importedDeclarations(evaluation, specifier, name, source, depth + 1);
    if (found.length > 0) return found;
  }
  // A member of the default export, as code reaches it: `Stripe.errors`.
  return names.has('default')
    ? exportedDeclarations(evaluation, source, 'default', depth + 1).flatMap((declared) =>
        membersNamed(evaluation, declared, name, depth + 1),
      )
    : [];
}

function importedDeclarations(
  evaluation: Evaluation,
  specifier: string,
  name: string,
  from: Source,
  depth: number,
): Declared[] {
  const resolved = evaluation.resolver.resolve(specifier, from.path);
  const source =
    resolved !== undefined && 'file' in resolved
      ? evaluation.workspace.files.sourceFor(from.path, resolved.file)
      : undefined;
  if (source === undefined) return [];
  return name === '*' ? [{ node: source.ast, source }] : exportedDeclarations(evaluation, source, name, depth);
}

/** What a name, or names with dots between, declares: as a value and as a type. */
export function entityDeclarations(evaluation: Evaluation, node: Node, source: Source, depth = 0): Declared[] {
  if (depth > MAXIMUM_DEPTH) return [];
  switch (node.type) {
    case 'Identifier': {
      const variable = variableOf(node, source);
      return variable === undefined ? [] : variableDeclarations(evaluation, variable, source, depth + 1);
    }
    case 'TSQualifiedName':
      return entityDeclarations(evaluation, node.left, source, depth + 1).flatMap((left) =>
        membersNamed(evaluation, left, node.right.name, depth + 1),
      );
    case 'MemberExpression': {
      const name = keyName(node.property, node.computed);
      return name === undefined
        ? []
        : entityDeclarations(evaluation, node.object, source, depth + 1).flatMap((object) =>
            membersNamed(evaluation, object, name, depth + 1),
          );
    }
    default:
      return isDeclaration(node) ? [{ node, source }] : [];
  }
}

function isDeclaration(node: Node): boolean {
  return (
    isSignature(node) ||
    ['ClassDeclaration', 'ClassExpression', 'TSInterfaceDeclaration', 'TSModuleDeclaration'].includes(node.type)
  );
}

/** All that a name is declared as: overloads, merged interfaces, a class and its namespace. */
function variableDeclarations(evaluation: Evaluation, variable: Variable, source: Source, depth: number): Declared[] {
  return variable.defs.flatMap((definition): Declared[] => {
    const { node } = definition;
    switch (node.type) {
      case 'ImportSpecifier':
        return importedDeclarations(
          evaluation,
          (node.parent as TSESTree.ImportDeclaration).source.value,
          node.imported.type === 'Identifier' ? node.imported.name : node.imported.value,
          source,
          depth,
        );
      case 'ImportDefaultSpecifier':
        return importedDeclarations(evaluation, node.parent.source.value, 'default', source, depth);
      case 'ImportNamespaceSpecifier':
        return importedDeclarations(evaluation, node.parent.source.value, '*', source, depth);
      case 'TSImportEqualsDeclaration': {
        const { moduleReference } = node;
        if (moduleReference.type !== 'TSExternalModuleReference')
          return entityDeclarations(evaluation, moduleReference, source, depth);
        return importedDeclarations(evaluation, staticText(moduleReference.expression) ?? '', 'default', source, depth);
      }
      case 'VariableDeclarator':
        return node.id.typeAnnotation === undefined
          ? []
          : typeDeclarations(evaluation, node.id.typeAnnotation.typeAnnotation, source, undefined, depth);
      case 'TSTypeAliasDeclaration':
        return typeDeclarations(evaluation, node.typeAnnotation, source, undefined, depth);
      case 'TSTypeParameter':
        return node.constraint === undefined
          ? [{ node, source }]
          : typeDeclarations(evaluation, node.constraint, source, undefined, depth);
      default:
        return isDeclaration(node) ? [{ node, source }] : [];
    }
  });
}

/** What a value of a written type is; a type that cannot be followed stands for itself. */
export function typeDeclarations(
  evaluation: Evaluation,
  node: Node,
  source: Source,
  owner?: Declared,
  depth = 0,
): Declared[] {
  // A type that is asked for while it is being followed leads back to itself.
  if (depth > MAXIMUM_DEPTH || evaluation.following.has(node)) return [];
  evaluation.following.add(node);
  try {
    return followedType(evaluation, node, source, owner, depth);
  } finally {
    evaluation.following.delete(node);
  }
}

function followedType(
  evaluation: Evaluation,
  node: Node,
  source: Source,
  owner: Declared | undefined,
  depth: number,
): Declared[] {
  const inner = (type: Node): Declared[] => typeDeclarations(evaluation, type, source, owner, depth + 1);
  switch (node.type) {
    case 'TSTypeReference':
      return referenceDeclarations(evaluation, node, source, owner, depth);
    case 'TSUnionType':
    case 'TSIntersectionType':
      return node.types.flatMap(inner);
    case 'TSTypeQuery':
      return node.exprName.type === 'TSImportType'
        ? inner(node.exprName)
        : entityDeclarations(evaluation, node.exprName, source, depth + 1);
    case 'TSImportType':
      return node.qualifier?.type === 'Identifier'
        ? importedDeclarations(evaluation, node.source.value, node.qualifier.name, source, depth + 1).map(asInstance)
        : [];
    case 'TSThisType':
      return owner === undefined ? [{ node, source }] : [owner];
    default:
      return [{ node, source }];
  }
}

function referenceDeclarations(
  evaluation: Evaluation,
  node: TSESTree.TSTypeReference,
  source: Source,
  owner: Declared | undefined,
  depth: number,
): Declared[] {
  const { typeName } = node;
  const [argument] = node.typeArguments?.params ?? [];
  if (typeName.type === 'Identifier' && variableOf(typeName, source) === undefined) {
    if (argument !== undefined && TRANSPARENT.has(typeName.name))
      return typeDeclarations(evaluation, argument, source, owner, depth + 1);
    const of = argument === undefined ? [] : typeDeclarations(evaluation, argument, source, owner, depth + 1);
    if (typeName.name === 'Awaited') return of.flatMap((type) => awaited(evaluation, type, depth + 1));
    if (typeName.name === 'ReturnType')
      return of
        .flatMap((type) => signaturesOf(evaluation, type, depth + 1))
        .flatMap((signature) => resultsOf(evaluation, signature, depth + 1));
    if (typeName.name === 'InstanceType') return of.map(asInstance);
    return [{ node, source }];
  }
  const found = entityDeclarations(evaluation, typeName, source, depth + 1).map(asInstance);
  return found.length > 0 ? found : [{ node, source }];
}

/** Of a class, its instances. */
function asInstance(declared: Declared): Declared {
  return declared.node.type === 'ClassDeclaration' || declared.node.type === 'ClassExpression'
    ? { ...declared, side: 'instance' }
    : declared;
}

/** Whether this is the global `Promise` or `PromiseLike`. */
export function isPromiseType({ node, source }: Declared): boolean {
  const name = node.type === 'TSTypeReference' ? node.typeName : node.type === 'Identifier' ? node : undefined;
  return (
    name?.type === 'Identifier' &&
    (name.name === 'Promise' || name.name === 'PromiseLike') &&
    variableOf(name, source) === undefined
  );
}

/** What awaiting a value gives. */
export function awaited(evaluation: Evaluation, declared: Declared, depth = 0): Declared[] {
  if (!isPromiseType(declared)) return [declared];
  const [argument] = (declared.node as TSESTree.TSTypeReference).typeArguments?.params ?? [];
  return argument === undefined
    ? []
    : typeDeclarations(evaluation, argument, declared.source, declared.owner, depth + 1);
}

/** The signatures by which a value is called, with the declaration each belongs to. */
export function signaturesOf(
  evaluation: Evaluation,
  declared: Declared,
  depth = 0,
): (Declared & { readonly node: SignatureNode })[] {
  const { node, source } = declared;
  if (isSignature(node)) return [{ ...declared, node }];
  const members =
    node.type === 'TSInterfaceDeclaration' ? node.body.body : node.type === 'TSTypeLiteral' ? node.members : [];
  const own = members.flatMap((member) =>
    member.type === 'TSCallSignatureDeclaration' ? [{ node: member, source, owner: declared }] : [],
  );
  if (own.length > 0 || node.type !== 'TSInterfaceDeclaration' || depth > MAXIMUM_DEPTH) return own;
  return node.extends
    .flatMap(({ expression }) => entityDeclarations(evaluation, expression, source, depth))
    .flatMap((base) => signaturesOf(evaluation, base, depth + 1));
}

/** What a signature is written to return. */
export function resultsOf(
  evaluation: Evaluation,
  { node, source, owner }: Declared & { readonly node: SignatureNode },
  depth = 0,
): Declared[] {
  return node.returnType === undefined || (node.returnType as unknown) === null
    ? []
    : typeDeclarations(evaluation, node.returnType.typeAnnotation, source, owner, depth + 1);
}

/** What `new` gives of a value. */
export function instancesOf(evaluation: Evaluation, declared: Declared, depth = 0): Declared[] {
  const { node, source } = declared;
  const members =
    node.type === 'TSInterfaceDeclaration' ? node.body.body : node.type === 'TSTypeLiteral' ? node.members : [];
  const made = members.flatMap((member) =>
    member.type === 'TSConstructSignatureDeclaration' && member.returnType !== undefined
      ? typeDeclarations(evaluation, member.returnType.typeAnnotation, source, declared, depth + 1)
      : [],
  );
  return made.length > 0 ? made : [asInstance(declared)];
}

/** The members of a name; several for overloads. Inherited ones only where the type has none of its own. */
export function membersNamed(evaluation: Evaluation, declared: Declared, name: string, depth = 0): Declared[] {
  const { node, source } = declared;
  if (depth > MAXIMUM_DEPTH) return [];
  switch (node.type) {
    case 'Program':
      return exportedDeclarations(evaluation, source, name, depth + 1);
    case 'TSModuleDeclaration': {
      const variable = source.scopes.acquire(node)?.set.get(name);
      return variable === undefined ? [] : variableDeclarations(evaluation, variable, source, depth + 1);
    }
    case 'TSTypeLiteral':
      return typeMembers(evaluation, node.members, name, declared, depth);
    case 'TSInterfaceDeclaration': {
      const own = typeMembers(evaluation, node.body.body, name, declared, depth);
      return own.length > 0
        ? own
        : node.extends
            .flatMap(({ expression }) => entityDeclarations(evaluation, expression, source, depth + 1))
            .flatMap((base) => membersNamed(evaluation, asInstance(base), name, depth + 1));
    }
    case 'ClassDeclaration':
    case 'ClassExpression': {
      const own = classMembers(evaluation, node, name, declared, depth);
      if (own.length > 0 || node.superClass === null) return own;
      const bases = entityDeclarations(evaluation, node.superClass, source, depth + 1);
      return (
        declared.side === undefined ? bases : bases.flatMap((base) => instancesOf(evaluation, base, depth + 1))
      ).flatMap((base) => membersNamed(evaluation, base, name, depth + 1));
    }
    default:
      return [];
  }
}

function typeMembers(
  evaluation: Evaluation,
  members: readonly TSESTree.TypeElement[],
  name: string,
  owner: Declared,
  depth: number,
): Declared[] {
  return members.flatMap((member): Declared[] => {
    if (member.type !== 'TSMethodSignature' && member.type !== 'TSPropertySignature') return [];
    if (keyName(member.key, member.computed) !== name) return [];
    if (member.type === 'TSMethodSignature' && member.kind === 'method')
      return [{ node: member, source: owner.source, owner }];
    const type = member.type === 'TSMethodSignature' ? member.returnType : member.typeAnnotation;
    return type === undefined ? [] : typeDeclarations(evaluation, type.typeAnnotation, owner.source, owner, depth + 1);
  });
}

function classMembers(
  evaluation: Evaluation,
  node: TSESTree.ClassDeclaration | TSESTree.ClassExpression,
  name: string,
  owner: Declared,
  depth: number,
): Declared[] {
  return node.body.body.flatMap((member): Declared[] => {
    if (member.type === 'StaticBlock' || member.type === 'TSIndexSignature') return [];
    if (member.static !== (owner.side === undefined) || keyName(member.key, member.computed) !== name) return [];
    if (member.type === 'MethodDefinition' || member.type === 'TSAbstractMethodDefinition') {
      if (member.kind === 'method') return [{ node: member.value, source: owner.source, owner }];
      const type = member.kind === 'get' ? member.value.returnType : undefined;
      return type === undefined
        ? []
        : typeDeclarations(evaluation, type.typeAnnotation, owner.source, owner, depth + 1);
    }
    return member.typeAnnotation === undefined || (member.typeAnnotation as unknown) === null
      ? []
      : typeDeclarations(evaluation, member.typeAnnotation.typeAnnotation, owner.source, owner, depth + 1);
  });
}
