import type { Node } from '../../syntax/source.ts';
import { isFunction, nameOf } from '../../syntax/function.ts';
import { keyName } from '../../syntax/literal.ts';
import { typeBeside } from '../../syntax/members.ts';
import { perSource } from '../../syntax/per-source.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { outlineOf, walk } from '../../syntax/walk.ts';

/** A class, interface or literal that may implement the methods of a type. */
export interface Heir {
  readonly node: Node;
  /** The type that it extends, implements or is declared as. */
  readonly of: Node;
}

/**
 * The classes and interfaces of a file with what they extend and implement, and its literals with their declared types.
 */
export const heirsIn = perSource((source): readonly Heir[] => {
  const heirs: Heir[] = outlineOf(source).classes.flatMap((node) => [
    ...node.implements.map(({ expression }) => ({ node, of: expression })),
    ...(node.superClass === null ? [] : [{ node, of: node.superClass }]),
  ]);
  walk(source.ast, (node) => {
    switch (node.type) {
      case 'TSInterfaceDeclaration':
        for (const { expression } of node.extends) heirs.push({ node, of: expression });
        break;
      case 'ObjectExpression': {
        const of = typeOfLiteral(node);
        if (of !== undefined) heirs.push({ node, of });
        break;
      }
      default:
    }
  });
  return heirs;
});

/**
 * The declared type of a literal: of the variable, with `satisfies` or `as`, or as the return type of the function
 * around it.
 */
function typeOfLiteral(node: Node): Node | undefined {
  const { parent } = node;
  if (parent?.type === 'TSAsExpression' && isConst(parent.typeAnnotation)) return typeOfLiteral(parent);
  if (parent?.type === 'TSSatisfiesExpression' || parent?.type === 'TSAsExpression') return parent.typeAnnotation;
  if (parent?.type === 'VariableDeclarator') return typeBeside(parent.id);
  const fn =
    parent?.type === 'ArrowFunctionExpression'
      ? parent
      : parent?.type === 'ReturnStatement' && parent.parent.type === 'BlockStatement'
        ? parent.parent.parent
        : undefined;
  return isFunction(fn) && nameOf(fn) !== undefined ? fn.returnType?.typeAnnotation : undefined;
}

/** `as const` says nothing about the type. */
function isConst(type: Node): boolean {
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const';
}

/** The last name in `Queue` or `queues.Queue`. */
export function referencedName(expression: Node): string | undefined {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'MemberExpression':
      return keyName(node.property, node.computed);
    case 'TSTypeReference':
      return referencedName(node.typeName);
    case 'TSQualifiedName':
      return node.right.name;
    default:
      return undefined;
  }
}
