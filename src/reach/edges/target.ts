import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../../syntax/source.ts';
import type { Value } from '../../values/value.ts';
import type { ReachEvidence } from '../evidence.ts';
import type { Edge } from './edge.ts';
import { definitionOf, variableOf } from '../../syntax/binding.ts';
import { isFunction } from '../../syntax/function.ts';
import { requiredSpecifier } from '../../syntax/names.ts';
import { rootOf, unwrap } from '../../syntax/unwrap.ts';
import { keyOf } from '../function-key.ts';

/** A name or a member expression, also the one in `(0, tasks_1.track)`; undefined for any other expression. */
export function asName(expression: Node): TSESTree.Identifier | TSESTree.MemberExpression | undefined {
  const node = unwrap(expression);
  if (node.type === 'SequenceExpression') {
    const last = node.expressions.at(-1);
    return last === undefined ? undefined : asName(last);
  }
  return node.type === 'Identifier' || node.type === 'MemberExpression' ? node : undefined;
}

/**
 * The target of an edge: a function in the user's code with a body, called by `name`; undefined for any other value.
 */
export function targetOf(
  value: Value | undefined,
  name: Node,
  source: Source,
): Pick<Edge, 'to' | 'through'> | undefined {
  if (value?.kind !== 'function' || !isFunction(value.node)) return undefined;
  const through = importBehind(name, source);
  return { to: keyOf(value.node, value.source), ...(through !== undefined && { through }) };
}

/** The specifier of the import that declares the first of the names: `./tasks.ts` for `tasks.track`. */
function importBehind(name: Node, source: Source): string | undefined {
  const root = rootOf(name);
  const variable = root.type === 'Identifier' ? variableOf(root, source) : undefined;
  const definition = variable === undefined ? undefined : definitionOf(variable)?.node;
  switch (definition?.type) {
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return (definition.parent as TSESTree.ImportDeclaration).source.value;
    case 'VariableDeclarator':
      return definition.init === null ? undefined : requiredSpecifier(unwrap(definition.init));
    default:
      return undefined;
  }
}

/** How certain an edge is that only names its target. */
export function evidenceFor(value: Value | undefined): ReachEvidence {
  return value?.byName === true ? 'likely' : 'sure';
}
