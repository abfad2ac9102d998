import type { Node, Source } from '../../syntax/source.ts';
import type { FunctionNode } from '../../syntax/function.ts';
import type { EdgesOf } from './edge.ts';
import { methodCall } from '../../syntax/call.ts';
import { escaped } from '../../syntax/escape.ts';
import { nameOf } from '../../syntax/function.ts';
import { addTo } from '../../syntax/grouping.ts';
import { perSource } from '../../syntax/per-source.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';
import { keyOf } from '../function-key.ts';
import { outlineOf } from '../../syntax/walk.ts';
import { mostDefinitions } from './builtin-names.ts';
import { sourcesByPackage } from './near.ts';

/** Files whose text may define the name: of more, some define it, and it is not worth parsing them. */
const MOST_FILES = 12;

/**
 * `req.scope.resolve('billing').chargeCustomer(1)`: of the receiver nothing is known, and few functions of the user's
 * code have the method's name.
 */
export const calledByName: EdgesOf = (call, source, { undecorated }) => {
  const method = methodCall(call);
  if (method === undefined || mostDefinitions(method.method) === 0) return [];
  const value = undecorated.expression(method.call.callee, source);
  if (value !== undefined && value.kind !== 'parameter') return [];
  const receiver = undecorated.expression(method.object, source);
  // What a package gives, or a value whose members are known to lack the name, is no function of the user's.
  if (receiver !== undefined && receiver.kind !== 'parameter' && receiver.kind !== 'typed') return [];
  return definitionsOf(method.method, source, undecorated).map(({ node, source: home }) => ({
    to: keyOf(node, home),
    by: 'by-name' as const,
    evidence: 'likely' as const,
  }));
};

/** The methods of a name that the user's code defines; none where so many have it that it says too little. */
function definitionsOf(
  name: string,
  from: Source,
  evaluation: Parameters<EdgesOf>[2],
): { node: FunctionNode; source: Source }[] {
  const word = escaped(name);
  const fits = new RegExp(`(?<![.\\w$])${word}\\s*[?!]?\\s*[:=(<]|\\.${word}\\s*=(?!=)`);
  // Those of the package around the call are meant before those of others.
  for (const sources of sourcesByPackage(name, fits, from, evaluation, MOST_FILES)) {
    const found = sources().flatMap((source) => (methodsIn(source).get(name) ?? []).map((node) => ({ node, source })));
    if (found.length > 0) return found.length > mostDefinitions(name) ? [] : found;
  }
  return [];
}

/** The functions of a file that are called through an object: methods, properties, what is assigned to a member. */
const methodsIn = perSource((source) => {
  const methods = new Map<string, FunctionNode[]>();
  for (const node of outlineOf(source).functions) {
    const name = isMethod(node) ? nameOf(node) : undefined;
    if (name !== undefined) addTo(methods, name, node);
  }
  return methods;
});

function isMethod(node: FunctionNode): boolean {
  if (node.body.type === 'BlockStatement' && node.body.body.length === 0) return false;
  const { parent } = wrapped(node);
  switch (parent?.type) {
    case 'MethodDefinition':
      return parent.kind === 'method';
    case 'PropertyDefinition':
      return true;
    case 'Property':
      return parent.kind === 'init' && !isArgument(parent.parent);
    case 'AssignmentExpression':
      return unwrap(parent.left).type === 'MemberExpression';
    default:
      return false;
  }
}

/** `run({ before() {} })`: its functions are options of the call. */
function isArgument(literal: Node): boolean {
  const { parent } = wrapped(literal);
  return parent?.type === 'CallExpression' || parent?.type === 'NewExpression';
}
