import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from './function.ts';
import type { Node, Source } from './source.ts';
import { readsOf, variableOf } from './binding.ts';
import { wrapped } from './unwrap.ts';

/** Where the value of an expression is used: the reads of the variable that holds it, or else the expression itself. */
export function usesOf(expression: Node, source: Source): readonly Node[] {
  const outer = wrapped(expression);
  const { parent } = outer;
  const holder =
    parent?.type === 'VariableDeclarator' && parent.init === outer ? variableOf(parent.id, source) : undefined;
  return holder === undefined ? [expression] : readsOf(holder);
}

/** The name that a function is declared by: `send` in `function send() {}` and `const send = () => {}`. */
function declaredName(fn: FunctionNode): TSESTree.Identifier | undefined {
  if (fn.type === 'FunctionDeclaration') return fn.id ?? undefined;
  const { parent } = wrapped(fn);
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined;
}

/** Where the name that a function is declared by is read; undefined for a function without such a name. */
export function readsOfFunction(fn: FunctionNode, source: Source): Node[] | undefined {
  const name = declaredName(fn);
  const variable = name === undefined ? undefined : variableOf(name, source);
  return variable === undefined ? undefined : readsOf(variable);
}
