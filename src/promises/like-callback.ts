import type { SignatureNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Launch } from './launch.ts';
import type { Given } from './overloads.ts';
import { isAsync } from '../syntax/compiled.ts';
import { isFunction } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { returnsOf } from '../values/results.ts';

/**
 * Whether a call gives no promise because its callback gives none: `span('x', () => { check(); })` of
 * `span<T>(name: string, fn: () => T | Promise<T>): T | Promise<T>`.
 */
export function isLikeSynchronousCallback(
  signature: SignatureNode,
  given: Given,
  source: Source,
  launchOf: (node: Node, source: Source) => Launch | undefined,
): boolean {
  if (!mayGiveBareParameter(signature)) return false;
  const callbacks = given.map(unwrap).filter(isFunction);
  return (
    callbacks.length > 0 &&
    callbacks.every(
      (callback) =>
        !isAsync(callback) && returnsOf(callback, source).every((each) => launchOf(each, source)?.verdict === 'no'),
    )
  );
}

/** Whether the return type is a union that contains a type parameter of the function: `T | Promise<T>`. */
function mayGiveBareParameter({ returnType, typeParameters }: SignatureNode): boolean {
  const type = returnType?.typeAnnotation;
  if (type?.type !== 'TSUnionType') return false;
  const names = new Set(typeParameters?.params.map(({ name }) => name.name));
  return type.types.some(
    (part) => part.type === 'TSTypeReference' && part.typeName.type === 'Identifier' && names.has(part.typeName.name),
  );
}
