import type { Node } from './source.ts';

/**
 * Whether the node only wraps an expression whose value it passes on: `x as T`, `x!`, `x satisfies T`, `<T>x`, `a?.b`,
 * `f<T>`.
 */
function isWrapper(node: Node): node is Node & { expression: Node } {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
      return true;
    default:
      return false;
  }
}

/** The expression inside all wrappers. */
export function unwrap(node: Node): Node {
  let inner = node;
  while (isWrapper(inner)) inner = inner.expression;
  return inner;
}

/** The outermost wrapper around `node`, or `node` itself. */
export function wrapped(node: Node): Node {
  let outer = node;
  while (outer.parent != null && isWrapper(outer.parent)) outer = outer.parent;
  return outer;
}

/**
 * `!x;`, `+x;`: the value of a whole statement is unused, so its operator only keeps `function` from starting a
 * declaration.
 */
export function isStatementPrefix(node: Node): boolean {
  return (
    node.type === 'UnaryExpression' &&
    /^[!+~-]$/.test(node.operator) &&
    wrapped(node).parent?.type === 'ExpressionStatement'
  );
}

/** The value that an assignment stores, `value` of `a = b = value`; any other expression itself, unwrapped. */
export function assignedValue(node: Node): Node {
  let value = unwrap(node);
  while (value.type === 'AssignmentExpression') value = unwrap(value.right);
  return value;
}

/**
 * The object at the beginning of a path: `a` of `a.b[0].c`.
 *
 * @param through - `calls` also follows callees: `a` of `a.b().c`
 */
export function rootOf(path: Node, through: 'members' | 'calls' = 'members'): Node {
  let node = unwrap(path);
  for (;;) {
    if (node.type === 'MemberExpression') node = unwrap(node.object);
    else if (node.type === 'CallExpression' && through === 'calls') node = unwrap(node.callee);
    else return node;
  }
}
