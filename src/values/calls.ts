import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';
import { variableOf } from '../syntax/binding.ts';
import { propertyName } from '../syntax/call.ts';
import { compiledAsync, helperOf } from '../syntax/compiled.ts';
import { requiredSpecifier } from '../syntax/names.ts';
import { exportsOf, isEsModule } from '../project/exports.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { callResult } from './call-results.ts';
import { takenFrom } from './elements.ts';

export function callValue(node: TSESTree.CallExpression, source: Source, evaluation: Evaluation): Value | undefined {
  const specifier = requiredBy(node, source);
  if (specifier !== undefined) return requiredValue(specifier, source, evaluation);
  const helped = helperValue(node, source, evaluation);
  if (helped !== undefined) return helped;
  const callee = evaluation.expression(node.callee, source);
  // `super(…)` makes the instance that `super` is.
  if (node.callee.type === 'Super') return callee;
  if (callee === undefined) return takenFrom(node, source, evaluation);
  // `fn.bind(self)` evaluates to fn itself.
  if (callee.kind === 'function' && node.callee.type === 'MemberExpression' && propertyName(node.callee) === 'bind')
    return callee;
  return callResult(callee, node, source, evaluation);
}

/** The specifier in a call of Node's `require`. */
function requiredBy(call: Node, source: Source): string | undefined {
  const specifier = requiredSpecifier(call);
  const isGlobal = call.type === 'CallExpression' && specifier !== undefined && !variableOf(call.callee, source);
  return isGlobal ? specifier : undefined;
}

/** The result of a compiler's helper; undefined for any other call. */
function helperValue(node: TSESTree.CallExpression, source: Source, evaluation: Evaluation): Value | undefined {
  const helper = helperOf(node.callee);
  const [first, second] = node.arguments;
  if (helper === undefined || first === undefined) return undefined;
  switch (helper) {
    case 'default':
    case 'star': {
      const specifier = requiredBy(unwrap(first), source);
      return specifier === undefined
        ? evaluation.expression(first, source)
        : evaluation.imported(specifier, '*', source);
    }
    case 'decorate':
      return second === undefined ? undefined : evaluation.expression(second, source);
    case 'awaiter':
    case 'async': {
      const fn = compiledAsync(node);
      const value = fn === undefined ? undefined : evaluation.expression(fn, source);
      return value === undefined || helper === 'async' ? value : evaluation.result(value);
    }
    default:
      return undefined;
  }
}

/**
 * `require('./x')` returns `module.exports`, otherwise the namespace. For a package, it returns the namespace, which is
 * callable as its default.
 */
function requiredValue(specifier: string, source: Source, evaluation: Evaluation): Value | undefined {
  const namespace = evaluation.imported(specifier, '*', source);
  return namespace?.kind === 'namespace' ? wholeValue(namespace.source, evaluation) : namespace;
}

/** What `require` returns for a file of the user's code. */
export function wholeValue(source: Source, evaluation: Evaluation): Value {
  // `exports.default` is a name like any other to `require`.
  const { whole } = exportsOf(source);
  const known = whole === undefined || isEsModule(source) ? undefined : evaluation.expression(whole, source);
  return known ?? { kind: 'namespace', source };
}
