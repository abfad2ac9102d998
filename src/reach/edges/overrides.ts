import type { TSESTree } from '@typescript-eslint/types';
import type { SignatureNode } from '../../syntax/function.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { Value } from '../../values/value.ts';
import type { ReachEvidence } from '../evidence.ts';
import type { Edge, EdgesOf } from './edge.ts';
import type { Search } from './implementations.ts';
import { isFunction } from '../../syntax/function.ts';
import { keyName } from '../../syntax/literal.ts';
import { implementations } from './implementations.ts';
import { asName, targetOf } from './target.ts';

/** In how many files what implements a method without a body is looked for. Hooks of a framework have many. */
const MOST_HEIRS = 200;

/**
 * `queue.push()` of an interface or a base class: the method of everything in the user's code that implements or
 * extends it. If the base class has a body for the method, the override is only likely.
 */
export const overridden: EdgesOf = (call, source, { undecorated }) => {
  const name = call.type === 'CallExpression' ? asName(call.callee) : undefined;
  if (name?.type !== 'MemberExpression') return [];
  const method = keyName(name.property, name.computed);
  if (method === undefined) return [];
  const value = undecorated.expression(name, source);
  if (value?.kind === 'function') return overridesOf(value, method, name, source, undecorated);
  return value === undefined ? leftToHeirs(method, name, source, undecorated) : [];
};

/** `this.publish()` in a base class that doesn't declare the method, as its compiler dropped what is only declared. */
function leftToHeirs(method: string, name: TSESTree.MemberExpression, source: Source, evaluation: Evaluation): Edge[] {
  const holder = evaluation.expression(name.object, source);
  if (holder?.kind !== 'instance') return [];
  return edgesTo(implementations(holder.of, { method, from: source, evaluation }), name, source, 'likely');
}

/** The methods that implement one of an interface, or override one of a class. */
export function overridesOf(
  { node, source: home }: Value & { kind: 'function' },
  method: string,
  name: Node,
  source: Source,
  evaluation: Evaluation,
): Edge[] {
  const owner = ownerOf(node);
  if (owner === undefined) return [];
  const hasBody = isFunction(node);
  const search: Search = { method, from: source, evaluation, ...(!hasBody && { most: MOST_HEIRS }) };
  const found = implementations({ node: owner, source: home }, search);
  return edgesTo(found, name, source, hasBody ? 'likely' : 'sure');
}

function edgesTo(found: readonly Value[], name: Node, source: Source, evidence: ReachEvidence): Edge[] {
  return found.flatMap((implementation) => {
    const target = targetOf(implementation, name, source);
    return target === undefined ? [] : [{ ...target, by: 'overridden' as const, evidence }];
  });
}

/** The interface, class or type alias that a signature is a member of. */
function ownerOf(node: SignatureNode): Node | undefined {
  for (let outer = node.parent as Node | undefined; outer !== undefined; outer = outer.parent) {
    switch (outer.type) {
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
      case 'ClassDeclaration':
      case 'ClassExpression':
        return outer;
      case 'ClassBody':
      case 'TSInterfaceBody':
      case 'TSTypeLiteral':
      case 'TSPropertySignature':
      case 'TSTypeAnnotation':
      case 'MethodDefinition':
      case 'TSAbstractMethodDefinition':
      case 'PropertyDefinition':
      case 'TSAbstractPropertyDefinition':
        break;
      default:
        return undefined;
    }
  }
  return undefined;
}
