import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { NamedFunction } from '../values/methods-named.ts';
import type { FunctionValue, Value } from '../values/value.ts';
import type { Launch } from './launch.ts';
import { CONNECTION_NAMES } from '../catalog/conventions.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { lastName, methodCall, propertyName } from '../syntax/call.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { mostDefinitions } from '../values/builtin-names.ts';
import { extensionsNamed, functionsNamed } from '../values/methods-named.ts';

/** Kinds of values whose prototype may be a package's. */
const EXTENDED: ReadonlySet<Value['kind']> = new Set(['parameter', 'external', 'typed']);

/** Whether a call of a function launches. */
type LaunchOfFunction = (value: FunctionValue) => Launch | undefined;

/**
 * What a method's name says if nothing else is known about the receiver: `req.config.userController.sendMail(x)`, if
 * every function with that name in the user's code launches. A method of a bare parameter may be anything, so it gets
 * no answer. Neither do names that builtins have.
 */
export function launchByName(
  call: TSESTree.CallExpression,
  source: Source,
  evaluation: Evaluation,
  launchOf: LaunchOfFunction,
): Launch | undefined {
  const asked = functionsByName(call, source, evaluation);
  if (asked.length === 0) return undefined;
  const name = lastName(call);
  const launches = asked.map(({ node, source: home }) => launchOf({ kind: 'function', node, source: home }));
  if (!launches.every((launch) => launch?.verdict === 'promise')) return undefined;
  const [first] = launches;
  const why =
    launches.length === 1 ? `the only ${name} of the code is` : `every ${name} of the code launches: the first is`;
  return first === undefined
    ? undefined
    : { verdict: 'promise', evidence: { step: 'name', why: `${why} ${first.evidence.why}` } };
}

/** The functions that a call runs by its name: all that may be meant; none if too much is known of it, or too little. */
export function functionsByName(
  call: TSESTree.CallExpression,
  source: Source,
  evaluation: Evaluation,
): readonly NamedFunction[] {
  const method = methodCall(call);
  if (method === undefined) return [];
  const name = method.method;
  const most = mostDefinitions(name);
  if (most === 0) return [];
  if (!isUnknown(call.callee, method.object, source, evaluation))
    return mayBeExtended(method.object, source, evaluation) ? extensionsNamed(name, source, evaluation) : [];
  const all = functionsNamed(name, source, evaluation);
  const namesakes = all.filter((one) => isNamesake(one, method.object));
  const asked = namesakes.length > 0 ? namesakes : all;
  if (!asked.some(({ isMethod }) => isMethod)) return [];
  // A verb that many libraries use counts only if a single function has it, or if the receiver has the name of its
  // class.
  if (most === 1 && namesakes.length === 0 && (all.length > most || isConnection(method.object))) return [];
  return asked;
}

/** Whether a package may have made a receiver, or anybody: neither a class nor an object of the user's is known of it. */
function mayBeExtended(receiver: Node, source: Source, evaluation: Evaluation): boolean {
  const value = evaluation.expression(receiver, source);
  return value === undefined || EXTENDED.has(value.kind);
}

/** Whether nothing is known about the callee but its name, and the names on the way to it. */
function isUnknown(callee: Node, receiver: Node, source: Source, evaluation: Evaluation): boolean {
  const value = evaluation.expression(callee, source);
  if (value !== undefined && value.kind !== 'parameter') return false;
  if (methodCall(unwrap(receiver)) !== undefined) return isNoParameter(receiver, source);
  const object = evaluation.expression(receiver, source);
  return object === undefined ? isNoParameter(receiver, source) : object.kind === 'parameter' && object.path.length > 0;
}

/**
 * Whether a receiver is no parameter. What a method of a parameter returns may be anything, too:
 * `res.type('text').send(x)`.
 */
function isNoParameter(receiver: Node, source: Source): boolean {
  const call = methodCall(unwrap(receiver));
  if (call !== undefined) return isNoParameter(call.object, source);
  const name = unwrap(receiver);
  if (name.type !== 'Identifier') return true;
  const variable = variableOf(name, source);
  return variable !== undefined && definitionOf(variable)?.type === 'Variable';
}

/** `user.client.send(x)`, `res.status(404).send(x)`: a package most likely made the client or the response. */
function isConnection(receiver: Node): boolean {
  const call = methodCall(unwrap(receiver));
  return call === undefined ? CONNECTION_NAMES.test(lastName(receiver)) : isConnection(call.object);
}

/** Whether the receiver has the name of the method's class: `this.userController.sendMail()` and `UserController`. */
function isNamesake({ node }: NamedFunction, receiver: Node): boolean {
  const { parent } = wrapped(node);
  const isMember = parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition';
  const owner = isMember ? parent.parent.parent.id?.name : undefined;
  const object = unwrap(receiver);
  const name =
    object.type === 'Identifier' ? object.name : object.type === 'MemberExpression' ? propertyName(object) : undefined;
  return owner !== undefined && name?.replace(/^[_$#]+/, '').toLowerCase() === owner.toLowerCase();
}
