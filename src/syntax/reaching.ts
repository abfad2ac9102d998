import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from './source.ts';
import { variableOf } from './binding.ts';
import { enclosingFunction, isFunction } from './function.ts';
import { contains } from './position.ts';
import { unwrap } from './unwrap.ts';

/** Which writes to a variable may be the last ones before a place that reads it. */

/** A place that writes to a variable after its declaration. */
export interface Write {
  /** The name that is written to. */
  readonly name: Node;
  /** `path = '/v1' + path`, `path ||= '/'`; undefined for a write in a pattern, or by `x++`. */
  readonly assignment: TSESTree.AssignmentExpression | undefined;
  /** The name tested in `if (!path) path = '/';` or similar code: its earlier value stays unless that was nothing. */
  readonly unless: Node | undefined;
}

export interface Reaching {
  /** In source order. */
  readonly writes: readonly Write[];
  /** Whether the value from the declaration may still be there: a parameter's argument, an initialiser. */
  readonly isFirst: boolean;
  /** Whether anything writes to it after its declaration, here or elsewhere. */
  readonly isWrittenAgain: boolean;
}

const FIRST_ALONE: Reaching = { writes: [], isFirst: true, isWrittenAgain: false };

/** The writes that may precede a read of a name. Where that is hard to see, the result contains too many. */
export function writesReaching(name: Node, source: Source): Reaching {
  const variable = variableOf(name, source);
  const all = (variable?.references ?? []).flatMap((reference): Node[] =>
    reference.isWrite() && reference.init !== true ? [reference.identifier] : [],
  );
  if (variable === undefined || all.length === 0) return FIRST_ALONE;
  const found = new Set(all.filter((write) => isElsewhere(write, name)));
  const add = (writes: readonly Node[]): void => {
    for (const write of writes) found.add(write);
  };
  const isFirst = climb(name, variable.scope.block, all, add);
  return { writes: all.filter((write) => found.has(write)).map(writeAt), isFirst, isWrittenAgain: true };
}

/** Whether a write is in a function that doesn't contain the name: when that runs isn't known. */
function isElsewhere(write: Node, name: Node): boolean {
  const fn = enclosingFunction(write);
  return fn !== undefined && !contains(fn, name);
}

/** Searches outwards and backwards from a name for the write that surely came last. @returns whether there is none. */
function climb(name: Node, home: Node, all: readonly Node[], add: (writes: readonly Node[]) => void): boolean {
  let inner = name;
  for (let outer = name.parent; outer != null; inner = outer, outer = outer.parent) {
    const statements = statementsOf(outer);
    for (const statement of statements.slice(0, Math.max(0, statements.indexOf(inner))).reverse()) {
      const within = all.filter((write) => contains(statement, write));
      add(within);
      if (within.length > 0 && isSure(statement, within)) return false;
    }
    if (statements.length === 0) {
      const before = inner.range[0];
      add(all.filter((write) => contains(outer, write) && write.range[0] < before && !isOfWrite(write, name)));
    }
    if (LOOPS.has(outer.type)) add(all.filter((write) => contains(outer, write)));
    // A function declaration may run before or after everything around it. Any other function runs after the code
    // above.
    if (outer.type === 'FunctionDeclaration' && outer !== home) {
      add(all);
      return true;
    }
    const end = outer.range[1];
    if (isFunction(outer) && outer !== home) add(all.filter((write) => write.range[0] > end));
    if (outer === home) break;
  }
  return true;
}

const LOOPS: ReadonlySet<string> = new Set([
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
]);

function statementsOf(node: Node): readonly Node[] {
  return node.type === 'Program' || node.type === 'BlockStatement' || node.type === 'StaticBlock' ? node.body : [];
}

/** Whether a name is in the assignment that a write belongs to: `handler` in `handler = wrap(handler)`. */
function isOfWrite(write: Node, name: Node): boolean {
  const { parent } = write;
  return parent?.type === 'AssignmentExpression' && contains(parent, name);
}

/** Whether a statement always writes, provided that it runs and the code after it is reached. */
function isSure(statement: Node | null | undefined, writes: readonly Node[]): boolean {
  switch (statement?.type) {
    case 'ExpressionStatement':
      return isSureWrite(statement.expression, writes);
    case 'BlockStatement':
      return statement.body.some((each) => isSure(each, writes));
    case 'IfStatement':
      return (
        onlyWithout(statement, writes) !== undefined ||
        (isSure(statement.consequent, writes) && isSure(statement.alternate, writes))
      );
    case 'TryStatement':
      return (
        isSure(statement.finalizer, writes) ||
        (isSure(statement.block, writes) && (statement.handler === null || isSure(statement.handler.body, writes)))
      );
    case 'ReturnStatement':
    case 'ThrowStatement':
      return true;
    default:
      return false;
  }
}

function isSureWrite(expression: Node, writes: readonly Node[]): boolean {
  const node = unwrap(expression);
  if (node.type === 'AssignmentExpression')
    return writes.some((write) => contains(node.left, write)) || isSureWrite(node.right, writes);
  return node.type === 'UpdateExpression' && writes.some((write) => contains(node, write));
}

/** The name tested by an `if` without `else` that does nothing but write to that name if it is nothing. */
function onlyWithout(statement: TSESTree.IfStatement, writes: readonly Node[]): Node | undefined {
  const { test, consequent, alternate } = statement;
  const [only, ...others] = consequent.type === 'BlockStatement' ? consequent.body : [consequent];
  const assignment = only?.type === 'ExpressionStatement' ? unwrap(only.expression) : undefined;
  if (alternate !== null || others.length > 0 || assignment?.type !== 'AssignmentExpression') return undefined;
  const { left, operator } = assignment;
  const asked = askedFor(test);
  return operator === '=' &&
    asked?.type === 'Identifier' &&
    left.type === 'Identifier' &&
    asked.name === left.name &&
    writes.includes(left)
    ? asked
    : undefined;
}

/** `x` of `!x`, `x === undefined`, `x == null`, `typeof x === 'undefined'` */
function askedFor(test: Node): Node | undefined {
  const node = unwrap(test);
  if (node.type === 'UnaryExpression') return node.operator === '!' ? unwrap(node.argument) : undefined;
  if (node.type !== 'BinaryExpression' || !/^===?$/.test(node.operator)) return undefined;
  const { left, right } = node;
  if (left.type === 'UnaryExpression' && left.operator === 'typeof')
    return right.type === 'Literal' && right.value === 'undefined' ? unwrap(left.argument) : undefined;
  const isNothing =
    (right.type === 'Identifier' && right.name === 'undefined') ||
    (right.type === 'Literal' && right.raw === 'null' && node.operator === '==');
  return isNothing ? unwrap(left) : undefined;
}

function writeAt(name: Node): Write {
  const { parent } = name;
  const assignment = parent?.type === 'AssignmentExpression' && parent.left === name ? parent : undefined;
  let outer: Node | undefined = assignment?.parent;
  if (outer?.type === 'ExpressionStatement') outer = outer.parent;
  if (outer?.type === 'BlockStatement') outer = outer.parent;
  const unless = outer?.type === 'IfStatement' ? onlyWithout(outer, [name]) : undefined;
  return { name, assignment, unless };
}
