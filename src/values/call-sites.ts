import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import { propertyName } from '../syntax/call.ts';
import { escaped } from '../syntax/escape.ts';
import { nameOf } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { sourcesMentioning } from './near.ts';

/** An expression and the file it is in. */
export interface Given {
  readonly node: Node;
  readonly source: Source;
}

/** What the calls of a function in the user's code give to one of its parameters. */
export function argumentsGiven(fn: FunctionNode, index: number, home: Source, evaluation: Evaluation): Given[] {
  const { parent } = fn;
  const isConstructor = parent.type === 'MethodDefinition' && parent.kind === 'constructor';
  const called = isConstructor ? parent.parent.parent : fn;
  const name = isConstructor ? parent.parent.parent.id?.name : nameOf(fn);
  if (name === undefined || !/^[\w$]+$/.test(name)) return [];
  const fits = new RegExp(`(?<![\\w$])${escaped(name)}\\s*(?:<[^<>()]*>\\s*)?(?:\\?\\.)?\\(`);
  return sourcesMentioning(name, fits, home, evaluation).flatMap((source) =>
    outlineOf(source).calls.flatMap((call) => {
      if (call.type !== (isConstructor ? 'NewExpression' : 'CallExpression')) return [];
      const argument = call.arguments[index];
      if (argument === undefined || calledName(call) !== name) return [];
      const callee = evaluation.expression(call.callee, source);
      if (callee?.kind !== 'function' && callee?.kind !== 'class') return [];
      // A file that is linted has another tree than the same file where it is imported.
      const isCalled = callee.source.path === home.path && callee.node.range[0] === called.range[0];
      return isCalled ? [{ node: argument, source }] : [];
    }),
  );
}

function calledName(call: TSESTree.CallExpression | TSESTree.NewExpression): string | undefined {
  const callee = unwrap(call.callee);
  return callee.type === 'Identifier'
    ? callee.name
    : callee.type === 'MemberExpression'
      ? propertyName(callee)
      : undefined;
}
