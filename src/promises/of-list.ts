import type { Node, Source } from '../syntax/source.ts';
import type { Declared } from '../values/types/declared.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Launch } from './launch.ts';
import { methodCall } from '../syntax/call.ts';

/** Methods of arrays that give neither an element, which may be a promise, nor what a callback returns. */
const GIVES_NO_ELEMENT: ReadonlySet<string> = new Set(
  'every forEach includes indexOf join keys lastIndexOf push some unshift'.split(' '),
);

const PLAIN: Launch = { verdict: 'no', evidence: { step: 'syntax', why: 'a method of an array that gives none' } };

/** What a call of an array's method gives, if that is no promise whatever the array holds. */
export function launchOfList(call: Node, source: Source, evaluation: Evaluation): Launch | undefined {
  const method = methodCall(call);
  if (method === undefined || !GIVES_NO_ELEMENT.has(method.method)) return undefined;
  const list = evaluation.expression(method.object, source);
  const isList = list?.kind === 'array' || (list?.kind === 'typed' && list.types.every(isArrayType));
  return isList ? PLAIN : undefined;
}

function isArrayType({ node }: Declared): boolean {
  if (node.type === 'TSTypeReference')
    return node.typeName.type === 'Identifier' && /^(?:Readonly)?Array$/.test(node.typeName.name);
  return node.type === 'TSArrayType' || node.type === 'TSTupleType';
}
