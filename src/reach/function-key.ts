import type { FunctionNode } from '../syntax/function.ts';
import type { Source } from '../syntax/source.ts';
import { qualifiedNameOf } from '../syntax/function.ts';

/** A function by its file and qualified name, which stay the same when code before it changes. */
export interface FunctionKey {
  readonly path: string;
  readonly name: string;
}

export function keyOf(node: FunctionNode, { path }: Source): FunctionKey {
  return { path, name: qualifiedNameOf(node) };
}

/** A key as a string. */
export function idOf({ path, name }: FunctionKey): string {
  return `${path}#${name}`;
}
