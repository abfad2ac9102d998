import type { Variable } from '../syntax/scopes/scope.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import { variableOf } from '../syntax/binding.ts';
import { keyName } from '../syntax/literal.ts';
import { someIn } from '../syntax/walk.ts';

/** How a task's function refers to its signal. */
export interface TaskSignal {
  /** Its source text: `signal`, `task.signal`. */
  readonly text: string;
  /** Whether a node is the signal. */
  readonly is: (node: Node) => boolean;
}

/** The signal that a function receives from its task: `({ signal }) => …` or `(task) => … task.signal`. */
export function signalOf(fn: FunctionNode, source: Source): TaskSignal | undefined {
  const [first] = fn.params;
  if (first?.type === 'ObjectPattern') {
    for (const property of first.properties) {
      if (
        property.type !== 'Property' ||
        keyName(property.key, property.computed) !== 'signal' ||
        property.value.type !== 'Identifier'
      )
        continue;
      const variable = variableOf(property.value, source);
      const { name } = property.value;
      return variable === undefined ? undefined : { text: name, is: (node) => isReference(node, variable, source) };
    }
  }
  if (first?.type !== 'Identifier') return undefined;
  const task = variableOf(first, source);
  if (task === undefined) return undefined;
  return {
    text: `${first.name}.signal`,
    is: (node) =>
      node.type === 'MemberExpression' &&
      keyName(node.property, node.computed) === 'signal' &&
      isReference(node.object, task, source),
  };
}

function isReference(node: Node, variable: Variable, source: Source): boolean {
  return node.type === 'Identifier' && variableOf(node, source) === variable;
}

/** Whether any node in `root` is the signal. */
export function mentions(root: Node, { is }: TaskSignal): boolean {
  return someIn(root, is);
}
