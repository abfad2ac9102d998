import type { Evaluation } from '../values/evaluation.ts';
import type { Bound, Written } from './run.ts';
import { isUndefined } from '../syntax/literal.ts';
import { unwrap } from '../syntax/unwrap.ts';

/** Whether a value counts as present in `x || y`, `x ?? y` or `if (!x)`; undefined if unknown. */
export function isPresent(
  bound: Bound,
  operator: string,
  evaluation: Evaluation,
  behind: (name: Written) => Bound | undefined,
  depth = 0,
): boolean | undefined {
  switch (bound.kind) {
    case 'text':
      return isPresentText(bound.text, operator);
    case 'list':
      return true;
    case 'nothing':
      return false;
    case 'written':
      return isPresentExpression(bound, operator, evaluation, behind, depth);
    default:
      return undefined;
  }
}

/** How many names are followed, one to the next. */
const DEEPEST = 8;
const THERE: ReadonlySet<string> = new Set(['function', 'class', 'instance', 'object', 'array', 'namespace']);

function isPresentExpression(
  bound: Written,
  operator: string,
  evaluation: Evaluation,
  behind: (name: Written) => Bound | undefined,
  depth: number,
): boolean | undefined {
  const node = unwrap(bound.node);
  if (isUndefined(node)) return false;
  switch (node.type) {
    case 'Literal':
      if (typeof node.value === 'string') return isPresentText(node.value, operator);
      return 'regex' in node || (operator.startsWith('??') ? node.value !== null : Boolean(node.value));
    case 'Identifier':
    case 'MemberExpression': {
      const inner = depth > DEEPEST ? undefined : behind(bound);
      if (inner !== undefined) return isPresent(inner, operator, evaluation, behind, depth + 1);
      const value = evaluation.expression(node, bound.source);
      return value !== undefined && THERE.has(value.kind) ? true : undefined;
    }
    case 'TemplateLiteral':
      return node.quasis.some(({ value }) => value.cooked !== '') ? true : undefined;
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'ClassExpression':
    case 'NewExpression':
      return true;
    // `wrap(list)`: a call's result counts as present, because code registers it.
    case 'CallExpression':
      return true;
    default:
      return undefined;
  }
}

function isPresentText(text: string, operator: string): boolean {
  return text !== '' || operator.startsWith('??');
}
