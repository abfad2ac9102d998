import type { FunctionNode } from '../../syntax/function.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Value } from '../../values/value.ts';
import type { Edge, EdgesOf } from './edge.ts';
import { definitionOf, variableOf } from '../../syntax/binding.ts';
import { propertyName } from '../../syntax/call.ts';
import { enclosingFunction, isFunction, parameterTarget } from '../../syntax/function.ts';
import { pathTo } from '../../syntax/pattern-path.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { idOf } from '../function-key.ts';
import { innerKindOf } from '../inner.ts';
import { argumentsGiven } from '../../values/call-sites.ts';
import { asName, targetOf } from './target.ts';

const DEEPEST = 6;
/** The code of a common helper, such as `memoize(fn)`, doesn't show which function one of its results calls. */
const MOST_FUNCTIONS = 2;
const MOST_OPTIONS = 12;

/** A parameter, or a member of it under some keys. */
interface Parameter {
  readonly fn: FunctionNode;
  readonly index: number;
  readonly path: readonly string[];
}

/**
 * `options.handler(context)` in a function that another one returns, which was called with `{ handler: … }`. The
 * handler runs when the returned function is called, and not where it was passed in.
 */
export const givenBack: EdgesOf = (call, source, { undecorated }) => {
  if (call.type !== 'CallExpression') return [];
  const name = asName(call.callee);
  const parameter = name === undefined ? undefined : parameterBehind(name, source, 0);
  if (name === undefined || parameter === undefined || !isCalledLater(call, parameter.fn, source)) return [];
  const given = argumentsGiven(parameter.fn, parameter.index, source, undecorated);
  if (given.length > (parameter.path.length === 0 ? MOST_FUNCTIONS : MOST_OPTIONS)) return [];
  const edges = new Map<string, Edge>();
  for (const { node, source: home } of given) {
    const value = parameter.path.reduce<Value | undefined>(
      (of, key) => (of === undefined ? undefined : undecorated.member(of, key)),
      undecorated.expression(node, home),
    );
    const target = targetOf(value, name, source);
    if (target !== undefined)
      edges.set(idOf(target.to), { ...target, by: 'given-back', evidence: given.length > 1 ? 'likely' : 'sure' });
  }
  return [...edges.values()];
};

/** Whether a call is in a function that `outer` returns and doesn't run itself. */
function isCalledLater(call: Node, outer: FunctionNode, source: Source): boolean {
  for (let fn = enclosingFunction(call); fn !== undefined && fn !== outer; fn = enclosingFunction(fn))
    if (innerKindOf(fn, source) === 'apart') return true;
  return false;
}

function parameterBehind(expression: Node, source: Source, depth: number): Parameter | undefined {
  const node = unwrap(expression);
  if (depth > DEEPEST) return undefined;
  if (node.type === 'MemberExpression') {
    const name = propertyName(node);
    const whole = name === undefined ? undefined : parameterBehind(node.object, source, depth + 1);
    return name === undefined || whole === undefined ? undefined : { ...whole, path: [...whole.path, name] };
  }
  const variable = node.type === 'Identifier' ? variableOf(node, source) : undefined;
  const definition = variable === undefined ? undefined : definitionOf(variable);
  const [declared] = variable?.identifiers ?? [];
  if (definition === undefined || declared === undefined) return undefined;
  if (definition.type === 'Parameter' && isFunction(definition.node)) {
    for (const [index, parameter] of definition.node.params.entries()) {
      const path = pathTo(declared, parameterTarget(parameter));
      if (path !== undefined) return { fn: definition.node, index, path };
    }
    return undefined;
  }
  if (definition.node.type !== 'VariableDeclarator' || definition.node.init === null) return undefined;
  const path = pathTo(declared, definition.node.id);
  const whole = path === undefined ? undefined : parameterBehind(definition.node.init, source, depth + 1);
  return path === undefined || whole === undefined ? undefined : { ...whole, path: [...whole.path, ...path] };
}
