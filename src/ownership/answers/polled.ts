import type { TSESTree } from '@typescript-eslint/types';
import type { Variable } from '../../syntax/scopes/scope.ts';
import type { FunctionNode } from '../../syntax/function.ts';
import type { Node, Source } from '../../syntax/source.ts';
import { variableOf } from '../../syntax/binding.ts';
import { outcomesOf } from '../../syntax/continuations.ts';
import { enclosingFunction, isFunction } from '../../syntax/function.ts';
import { contains } from '../../syntax/position.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { someIn, walk, walkOwn } from '../../syntax/walk.ts';

/**
 * Whether the code around a launch loops until the promise has settled, for example to stream progress:
 * `let done = false; run(log).finally(() => { done = true; }); while (!done) await sleep(50);`.
 * The code then waits for the promise, if in steps.
 *
 * @param body - the function whose body is the work, if available: its own `finally` may set the variable
 */
export function isPolled(
  launch: Node,
  links: readonly TSESTree.CallExpression[],
  body: FunctionNode | undefined,
  source: Source,
): boolean {
  const around = enclosingFunction(launch);
  if (around === undefined) return false;
  const work = body === undefined ? links : [...links, body];
  const told = new Set(
    [...toldByLinks(links, source), ...toldByBody(body, source)].filter((variable) => isWrittenIn(work, variable)),
  );
  return told.size > 0 && someIn(around, (node) => isWaitingLoop(node, launch, told, source), isOwnOf(around));
}

/** The variables that are written however the promise settles: in a `finally`, or after both success and failure. */
function toldByLinks(links: readonly TSESTree.CallExpression[], source: Source): Variable[] {
  const { success, failure } = outcomesOf(links);
  const afterFailure = new Set(failure.flatMap((node) => writtenIn(node, source)));
  return success.flatMap((node) => writtenIn(node, source)).filter((variable) => afterFailure.has(variable));
}

function toldByBody(body: FunctionNode | undefined, source: Source): Variable[] {
  if (body === undefined) return [];
  const told: Variable[] = [];
  walkOwn(body, (node) => {
    if (node.type === 'TryStatement' && node.finalizer !== null) told.push(...writtenIn(node.finalizer, source));
  });
  return told;
}

function writtenIn(part: Node, source: Source): Variable[] {
  const written: Variable[] = [];
  const root = unwrap(part);
  walk(root, (node) => {
    const target = node.type === 'AssignmentExpression' ? unwrap(node.left) : undefined;
    const variable = target?.type === 'Identifier' ? variableOf(target, source) : undefined;
    if (variable !== undefined) written.push(variable);
    return node === root || !isFunction(node);
  });
  return written;
}

/** Whether only `parts` write to a variable after its declaration. */
function isWrittenIn(parts: readonly Node[], { references }: Variable): boolean {
  return references.every(
    (reference) =>
      !reference.isWrite() || reference.init === true || parts.some((part) => contains(part, reference.identifier)),
  );
}

/** Whether a loop after the launch can end only when one of the variables says so, awaits, and has no `break`. */
function isWaitingLoop(loop: Node, launch: Node, told: ReadonlySet<Variable>, source: Source): boolean {
  if (loop.type !== 'WhileStatement' && loop.type !== 'DoWhileStatement' && loop.type !== 'ForStatement') return false;
  if (loop.test === null || loop.range[0] < launch.range[1] || !isComeTo(loop, launch)) return false;
  const isTold = (name: Node | undefined): boolean => {
    const variable = name?.type === 'Identifier' ? variableOf(name, source) : undefined;
    return variable !== undefined && told.has(variable);
  };
  return (
    alternativesOf(loop.test).some((test) => isTold(askedFor(test))) &&
    someIn(loop, ({ type }) => type === 'AwaitExpression', isOwnOf(loop)) &&
    !someIn(loop, ({ type }) => type === 'BreakStatement', isOwnOf(loop))
  );
}

/** The tests of which a loop goes on with each: `!done || lines.length > 0`. */
function alternativesOf(test: Node): Node[] {
  const node = unwrap(test);
  return node.type === 'LogicalExpression' && node.operator === '||'
    ? [...alternativesOf(node.left), ...alternativesOf(node.right)]
    : [node];
}

/** The name that a test checks: `done`, `!done`, `state === 'running'`. */
function askedFor(test: Node): Node | undefined {
  const node = unwrap(test);
  if (node.type === 'UnaryExpression') return node.operator === '!' ? unwrap(node.argument) : undefined;
  if (node.type !== 'BinaryExpression') return node;
  return /^[!=]==?$/.test(node.operator) && node.right.type === 'Literal' ? unwrap(node.left) : undefined;
}

/** Whether a loop follows every launch, once each time: no branch or other loop separates them. */
function isComeTo(loop: Node, launch: Node): boolean {
  for (let outer = launch.parent; outer != null; outer = outer.parent) {
    if (outer === loop.parent) return true;
    if (BRANCHES.test(outer.type)) return false;
  }
  return false;
}

const BRANCHES = /^(?:If|Switch|For|ForIn|ForOf|While|DoWhile)Statement$|^(?:Conditional|Logical)Expression$/;

function isOwnOf(root: Node): (node: Node) => boolean {
  return (node) => node === root || !isFunction(node);
}
