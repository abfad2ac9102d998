import type { TSESTree } from '@typescript-eslint/types';
import type { Position } from '../catalog/entry.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Setting } from './run.ts';
import type { FunctionPlace } from './functions.ts';
import type { FunctionBelow } from './key-path.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { functionsOf } from './functions.ts';
import { fileFunctions } from './in-file.ts';
import { actionFunctions, functionsBelow } from './key-path.ts';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/**
 * The functions in a registering call at the position that the catalog names.
 *
 * @param setting - the run of the code around the call
 */
export function functionsAt(
  call: Call,
  position: Position,
  source: Source,
  evaluation: Evaluation,
  setting: Setting | undefined,
): (FunctionPlace & Partial<FunctionBelow>)[] {
  const of = (argument: Node): FunctionPlace[] => functionsOf(argument, source, evaluation, setting);
  if (position === 'all') return call.arguments.flatMap((argument) => of(argument));
  if (position === 'rest') return call.arguments.slice(1).flatMap((argument) => of(argument));
  if (position === 'last') {
    const last = call.arguments.findLast((argument) => unwrap(argument).type !== 'ObjectExpression');
    return last === undefined ? [] : of(last);
  }
  if (typeof position === 'number') {
    const argument = call.arguments[position];
    return argument === undefined ? [] : of(argument);
  }
  if ('action' in position) {
    const argument = call.arguments[position.action];
    return argument === undefined ? [] : actionFunctions(argument, source, evaluation);
  }
  if ('file' in position) {
    const argument = call.arguments[position.file];
    return argument === undefined ? [] : fileFunctions(argument, position, source, evaluation);
  }
  const candidates =
    position.argument === undefined
      ? call.arguments.filter(mayBeOptions)
      : call.arguments.slice(position.argument, position.argument + 1);
  return candidates.flatMap((argument) => functionsBelow(argument, position.option, source, evaluation, setting));
}

/**
 * Whether an argument may be an options object, a list of them, or a name for either. A function among the arguments is
 * itself a handler.
 */
function mayBeOptions(argument: Node): boolean {
  const node = unwrap(argument);
  return (
    node.type === 'ObjectExpression' ||
    node.type === 'ArrayExpression' ||
    node.type === 'Identifier' ||
    node.type === 'MemberExpression'
  );
}
