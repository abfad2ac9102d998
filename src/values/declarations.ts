import type { TSESTree } from '@typescript-eslint/types';
import type { Variable } from '../syntax/scopes/scope.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { SignatureNode } from '../syntax/function.ts';
import { exportsOf } from '../project/exports.ts';
import { sourceFor } from '../project/files.ts';
import { resolveSpecifier } from '../project/resolve.ts';
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
const active = new Set<Node>();

/** The declarations that a file exports under a name; those of `export =` are its default. */
export function exportedDeclarations(source: Source, name: string, depth = 0): Declared[] {
  if (depth > MAXIMUM_DEPTH) return [];
  const { names, stars, whole } = exportsOf(source);
  const exported = names.get(name);
  if (exported !== undefined)
    return 'node' in exported
      ? entityDeclarations(exported.node, source, depth + 1)
      : importedDeclarations(exported.from, exported.name, source, depth + 1);
  if (whole !== undefined) {
    const all = entityDeclarations(whole, source, depth + 1);
    return name === 'default' ? all : all.flatMap((declared) => membersNamed(declared, name, depth + 1));
  }
  if (name === 'default') return [];
  for (const specifier of stars) {
    const found = importedDeclarations(specifier, name, source, depth + 1);
    if (found.length > 0) return found;
  }
  // A member of the default export, as code reaches it: `Stripe.errors`.
  return names.has('default')
    ? exportedDeclarations(source, 'default', depth + 1).flatMap((declared) => membersNamed(declared, name, depth + 1))
    : [];
}

function importedDeclarations(specifier: string, name: string, from: Source, depth: number): Declared[] {
  const resolved = resolveSpecifier(specifier, from.path);
  const source = resolved !== undefined && 'file' in resolved ? sourceFor(from.path, resolved.file) : undefined;
  if (source === undefined) return [];
  return name === '*' ? [{ node: source.ast, source }] : exportedDeclarations(source, name, depth);
}

/** What a name, or names with dots between, declares: as a value and as a type. */
export function entityDeclarations(node: Node, source: Source, depth = 0): Declared[] {
  if (depth > MAXIMUM_DEPTH) return [];
  switch (node.type) {
    case 'Identifier': {
      const variable = variableOf(node, source);
      return variable === undefined ? [] : variableDeclarations(variable, source, depth + 1);
    }
    case 'TSQualifiedName':
      return entityDeclarations(node.left, source, depth + 1).flatMap((left) =>
        membersNamed(left, node.right.name, depth + 1),
      );
    case 'MemberExpression': {
      const name = keyName(node.property, node.computed);
      return name === undefined
        ? []
        : entityDeclarations(node.object, source, depth + 1).flatMap((object) => membersNamed(object, name, depth + 1));
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
function variableDeclarations(variable: Variable, source: Source, depth: number): Declared[] {
  return variable.defs.flatMap((definition): Declared[] => {
    const { node } = definition;
    switch (node.type) {
      case 'ImportSpecifier':
        return importedDeclarations(
          (node.parent as TSESTree.ImportDeclaration).source.value,
          node.imported.type === 'Identifier' ? node.imported.name : node.imported.value,
          source,
          depth,
        );
      case 'ImportDefaultSpecifier':
        return importedDeclarations(node.parent.source.value, 'default', source, depth);
      case 'ImportNamespaceSpecifier':
        return importedDeclarations(node.parent.source.value, '*', source, depth);
      case 'TSImportEqualsDeclaration': {
        const { moduleReference } = node;
        if (moduleReference.type !== 'TSExternalModuleReference')
          return entityDeclarations(moduleReference, source, depth);
        return importedDeclarations(staticText(moduleReference.expression) ?? '', 'default', source, depth);
      }
      case 'VariableDeclarator':
        return node.id.typeAnnotation === undefined
          ? []
          : typeDeclarations(node.id.typeAnnotation.typeAnnotation, source, undefined, depth);
      case 'TSTypeAliasDeclaration':
        return typeDeclarations(node.typeAnnotation, source, undefined, depth);
      case 'TSTypeParameter':
        return node.constraint === undefined
          ? [{ node, source }]
          : typeDeclarations(node.constraint, source, undefined, depth);
      default:
        return isDeclaration(node) ? [{ node, source }] : [];
    }
  });
}

/** What a value of a written type is; a type that cannot be followed stands for itself. */
export function typeDeclarations(node: Node, source: Source, owner?: Declared, depth = 0): Declared[] {
  // A type that is asked for while it is being followed leads back to itself.
  if (depth > MAXIMUM_DEPTH || active.has(node)) return [];
  active.add(node);
  try {
    return followedType(node, source, owner, depth);
  } finally {
    active.delete(node);
  }
}

function followedType(node: Node, source: Source, owner: Declared | undefined, depth: number): Declared[] {
  const inner = (type: Node): Declared[] => typeDeclarations(type, source, owner, depth + 1);
  switch (node.type) {
    case 'TSTypeReference':
      return referenceDeclarations(node, source, owner, depth);
    case 'TSUnionType':
    case 'TSIntersectionType':
      return node.types.flatMap(inner);
    case 'TSTypeQuery':
      return node.exprName.type === 'TSImportType'
        ? inner(node.exprName)
        : entityDeclarations(node.exprName, source, depth + 1);
    case 'TSImportType':
      return node.qualifier?.type === 'Identifier'
        ? importedDeclarations(node.source.value, node.qualifier.name, source, depth + 1).map(asInstance)
        : [];
    case 'TSThisType':
      return owner === undefined ? [{ node, source }] : [owner];
    default:
      return [{ node, source }];
  }
}

function referenceDeclarations(
  node: TSESTree.TSTypeReference,
  source: Source,
  owner: Declared | undefined,
  depth: number,
): Declared[] {
  const { typeName } = node;
  const [argument] = node.typeArguments?.params ?? [];
  if (typeName.type === 'Identifier' && variableOf(typeName, source) === undefined) {
    if (argument !== undefined && TRANSPARENT.has(typeName.name))
      return typeDeclarations(argument, source, owner, depth + 1);
    const of = argument === undefined ? [] : typeDeclarations(argument, source, owner, depth + 1);
    if (typeName.name === 'Awaited') return of.flatMap((type) => awaited(type, depth + 1));
    if (typeName.name === 'ReturnType')
      return of
        .flatMap((type) => signaturesOf(type, depth + 1))
        .flatMap((signature) => resultsOf(signature, depth + 1));
    if (typeName.name === 'InstanceType') return of.map(asInstance);
    return [{ node, source }];
  }
  const found = entityDeclarations(typeName, source, depth + 1).map(asInstance);
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
export function awaited(declared: Declared, depth = 0): Declared[] {
  if (!isPromiseType(declared)) return [declared];
  const [argument] = (declared.node as TSESTree.TSTypeReference).typeArguments?.params ?? [];
  return argument === undefined ? [] : typeDeclarations(argument, declared.source, declared.owner, depth + 1);
}

/** The signatures by which a value is called, with the declaration each belongs to. */
export function signaturesOf(declared: Declared, depth = 0): (Declared & { readonly node: SignatureNode })[] {
  const { node, source } = declared;
  if (isSignature(node)) return [{ ...declared, node }];
  const members =
    node.type === 'TSInterfaceDeclaration' ? node.body.body : node.type === 'TSTypeLiteral' ? node.members : [];
  const own = members.flatMap((member) =>
    member.type === 'TSCallSignatureDeclaration' ? [{ node: member, source, owner: declared }] : [],
  );
  if (own.length > 0 || node.type !== 'TSInterfaceDeclaration' || depth > MAXIMUM_DEPTH) return own;
  return node.extends
    .flatMap(({ expression }) => entityDeclarations(expression, source, depth))
    .flatMap((base) => signaturesOf(base, depth + 1));
}

/** What a signature is written to return. */
export function resultsOf({ node, source, owner }: Declared & { readonly node: SignatureNode }, depth = 0): Declared[] {
  return node.returnType === undefined || (node.returnType as unknown) === null
    ? []
    : typeDeclarations(node.returnType.typeAnnotation, source, owner, depth + 1);
}

/** What `new` gives of a value. */
export function instancesOf(declared: Declared, depth = 0): Declared[] {
  const { node, source } = declared;
  const members =
    node.type === 'TSInterfaceDeclaration' ? node.body.body : node.type === 'TSTypeLiteral' ? node.members : [];
  const made = members.flatMap((member) =>
    member.type === 'TSConstructSignatureDeclaration' && member.returnType !== undefined
      ? typeDeclarations(member.returnType.typeAnnotation, source, declared, depth + 1)
      : [],
  );
  return made.length > 0 ? made : [asInstance(declared)];
}

/** The members of a name; several for overloads. Inherited ones only where the type has none of its own. */
export function membersNamed(declared: Declared, name: string, depth = 0): Declared[] {
  const { node, source } = declared;
  if (depth > MAXIMUM_DEPTH) return [];
  switch (node.type) {
    case 'Program':
      return exportedDeclarations(source, name, depth + 1);
    case 'TSModuleDeclaration': {
      const variable = source.scopes.acquire(node)?.set.get(name);
      return variable === undefined ? [] : variableDeclarations(variable, source, depth + 1);
    }
    case 'TSTypeLiteral':
      return typeMembers(node.members, name, declared, depth);
    case 'TSInterfaceDeclaration': {
      const own = typeMembers(node.body.body, name, declared, depth);
      return own.length > 0
        ? own
        : node.extends
            .flatMap(({ expression }) => entityDeclarations(expression, source, depth + 1))
            .flatMap((base) => membersNamed(asInstance(base), name, depth + 1));
    }
    case 'ClassDeclaration':
    case 'ClassExpression': {
      const own = classMembers(node, name, declared, depth);
      if (own.length > 0 || node.superClass === null) return own;
      const bases = entityDeclarations(node.superClass, source, depth + 1);
      return (declared.side === undefined ? bases : bases.flatMap((base) => instancesOf(base, depth + 1))).flatMap(
        (base) => membersNamed(base, name, depth + 1),
      );
    }
    default:
      return [];
  }
}

function typeMembers(
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
    return type === undefined ? [] : typeDeclarations(type.typeAnnotation, owner.source, owner, depth + 1);
  });
}

function classMembers(
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
      return type === undefined ? [] : typeDeclarations(type.typeAnnotation, owner.source, owner, depth + 1);
    }
    return member.typeAnnotation === undefined || (member.typeAnnotation as unknown) === null
      ? []
      : typeDeclarations(member.typeAnnotation.typeAnnotation, owner.source, owner, depth + 1);
  });
}
