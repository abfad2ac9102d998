import type { TSESTree } from '@typescript-eslint/types';
import type { Entry } from '../catalog/entry.ts';
import type { Launch } from '../promises/launch.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Variable } from '../syntax/scopes/scope.ts';
import type { Node } from '../syntax/source.ts';
import type { Context } from '../ownership/index.ts';
import { variableOf } from '../syntax/binding.ts';
import { enclosingFunction, parameterTarget } from '../syntax/function.ts';
import { lastName, propertyName } from '../syntax/call.ts';
import { keyName } from '../syntax/literal.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';

/** A call of the `next` parameter, in a framework where it returns the promise of everything downstream. */
export function middlewareLaunch(call: Node, context: Context): Launch | undefined {
  if (call.type !== 'CallExpression') return undefined;
  const callee = unwrap(call.callee);
  // `next()`, or `ctx.next()` on the first parameter.
  const named = callee.type === 'MemberExpression' ? unwrap(callee.object) : callee;
  const variable = named.type === 'Identifier' ? variableOf(named, context.source) : undefined;
  // Most calls don't call a parameter, and that is cheaper to check than which functions are handlers.
  if (variable?.defs.some(({ type }) => type === 'Parameter') !== true) return undefined;
  const method = callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
  for (let fn = enclosingFunction(call); fn !== undefined; fn = enclosingFunction(fn)) {
    const entry = context.entryOf(fn);
    if (entry?.continuation === undefined || (isOfNoPackage(entry) && takesError(variable))) continue;
    const target =
      named === callee
        ? continuationOf(fn, entry.continuation)
        : method === entry.continuation
          ? targetAt(fn, 0)
          : undefined;
    if (target !== undefined && variableOf(target, context.source) === variable) {
      return {
        verdict: 'promise',
        evidence: {
          step: 'catalog',
          why:
            `${entry.name}'s ${method ?? (named as TSESTree.Identifier).name}() yields the promise of all that ` +
            'follows',
        },
      };
    }
  }
  return undefined;
}

/** Where a function declares the continuation: a parameter, or a property destructured from the first one. */
function continuationOf(fn: FunctionNode, continuation: number | string): Node | undefined {
  if (typeof continuation === 'number') return targetAt(fn, continuation);
  const taken = targetAt(fn, 0);
  if (taken?.type !== 'ObjectPattern') return undefined;
  for (const property of taken.properties) {
    if (property.type === 'Property' && keyName(property.key, property.computed) === continuation)
      return property.value;
  }
  return undefined;
}

function targetAt({ params }: FunctionNode, index: number): Node | undefined {
  const parameter = params[index];
  return parameter === undefined ? undefined : parameterTarget(parameter);
}

/** Whether a middleware is known by its parameters alone. */
function isOfNoPackage({ packages }: Entry): boolean {
  return packages.length === 0;
}

/** A callback that takes an error continues nothing that one could await: a continuation fails by its promise. */
function takesError({ identifiers, references }: Variable): boolean {
  return identifiers.some(isTypedAsCallback) || references.some(({ identifier }) => isGivenError(identifier));
}

/** `next: (error?: unknown) => void` */
function isTypedAsCallback(name: Node): boolean {
  const type = name.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined;
  return (
    type?.type === 'TSFunctionType' &&
    type.params.length > 0 &&
    type.returnType?.typeAnnotation.type === 'TSVoidKeyword'
  );
}

/** `next(new NotAllowedError())` */
function isGivenError(name: Node): boolean {
  const call = wrapped(name).parent;
  const [given] = call?.type === 'CallExpression' && call.callee === wrapped(name) ? call.arguments : [];
  const made = given === undefined ? undefined : unwrap(given);
  return made?.type === 'NewExpression' && /(?:Error|Exception)$/.test(lastName(made.callee));
}
