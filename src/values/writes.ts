import type { Variable } from '../syntax/scopes/scope.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';
import { writesOf } from '../syntax/binding.ts';
import { compiledAsync, helperOf } from '../syntax/compiled.ts';
import { isNothing } from '../syntax/literal.ts';
import { assignedValue, unwrap, wrapped } from '../syntax/unwrap.ts';
import { isSame, orInstances } from './unite.ts';

/** A variable that is written more often than this holds no one thing. */
const MOST_WRITES = 8;

/** The values written to a variable, except its own decorated value: `C = __decorate([…], C)`. */
export function valuesWritten(variable: Variable): TSESTree.Expression[] | undefined {
  return writesOf(variable)?.filter((write) => {
    const value = assignedValue(write);
    return !(value.type === 'CallExpression' && helperOf(value.callee) === 'decorate');
  });
}

/** `function _run() { _run = _asyncToGenerator(function* () { … }); return _run.apply(this, arguments); }` */
export function asyncBehind(variable: Variable, source: Source, evaluation: Evaluation): Value | undefined {
  const writes = writesOf(variable);
  const [write] = writes ?? [];
  const generator = writes?.length === 1 && write !== undefined ? compiledAsync(unwrap(write)) : undefined;
  return generator === undefined ? undefined : evaluation.expression(generator, source);
}

/** What a write gives a variable. Unknown if that is only a part of it: `({ x } = y)`, `for (x of list)`. */
export function writtenValue(write: Node, source: Source, evaluation: Evaluation): Value | undefined {
  const { parent } = wrapped(write);
  const target =
    parent?.type === 'AssignmentExpression'
      ? parent.left
      : parent?.type === 'VariableDeclarator'
        ? parent.id
        : undefined;
  return target?.type === 'Identifier' ? evaluation.expression(write, source) : undefined;
}

/**
 * The value of a variable to which every write gives the same, or each an instance of a class: `if (url) db = new
 * Db(url); else db = new Db();`
 */
export function ofAllWrites(writes: readonly Node[], source: Source, evaluation: Evaluation): Value | undefined {
  if (writes.length > MOST_WRITES) return undefined;
  const values = writes.filter((write) => !isNothing(write)).map((write) => writtenValue(write, source, evaluation));
  const known = values.filter((value) => value !== undefined);
  const [first, ...others] = known;
  if (first === undefined || known.length < values.length) return undefined;
  if (others.every((other) => isSame(first, other))) return first;
  return known.every(({ kind }) => kind === 'instance')
    ? orInstances(
        first,
        others.map((other) => () => other),
      )
    : undefined;
}
