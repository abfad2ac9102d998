import type { Variable } from '../syntax/scopes/scope.ts';
import type { Write } from '../syntax/reaching.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Reader, Reading } from './bound-parts.ts';
import type { Bound, Setting, Written } from './run.ts';
import { definitionOf, isOfModule, variableOf } from '../syntax/binding.ts';
import { propertyName } from '../syntax/call.ts';
import { contains } from '../syntax/position.ts';
import { writesReaching } from '../syntax/reaching.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { DEEPEST, itemsOf, memberOf, partOf } from './bound-parts.ts';
import { isPresent } from './presence.ts';
import { NOTHING, UNKNOWN } from './run.ts';

/** With more writes than this, the value of a name counts as unknown. Following each would take exponential time. */
const MOST_WRITES = 4;

/** What one step of a query about a run passes on to the next. */
interface Asked {
  readonly source: Source;
  readonly setting: Setting;
  readonly evaluation: Evaluation;
  readonly depth: number;
}

/**
 * The value of an expression in a run, if it is a parameter, a part of one, or a name that holds either. Undefined for
 * anything that does not depend on the run.
 */
export function boundTo(
  expression: Node,
  source: Source,
  setting: Setting,
  evaluation: Evaluation,
  depth = 0,
): Bound | undefined {
  const node = unwrap(expression);
  if (depth > DEEPEST) return undefined;
  const asked = { source, setting, evaluation, depth: depth + 1 };
  switch (node.type) {
    case 'MemberExpression': {
      const name = propertyName(node);
      const whole = name === undefined ? undefined : within(node.object, asked);
      return name === undefined || whole === undefined
        ? undefined
        : memberOf(whole, name, readerOf(evaluation), depth + 1);
    }
    case 'LogicalExpression': {
      const left = node.operator === '&&' ? undefined : within(node.left, asked);
      return left === undefined ? undefined : orElse(left, node.right, node.operator, asked);
    }
    case 'Identifier':
      return nameIn(node, asked);
    default:
      return undefined;
  }
}

function within(node: Node, { source, setting, evaluation, depth }: Asked): Bound | undefined {
  return boundTo(node, source, setting, evaluation, depth);
}

function written(node: Node, { source, setting }: Asked): Written {
  return { kind: 'written', node, source, setting };
}

function nameIn(node: Node, asked: Asked): Bound | undefined {
  const variable = variableOf(node, asked.source);
  if (variable === undefined) return undefined;
  const { writes, isFirst } = writesReaching(node, asked.source);
  if (writes.length > MOST_WRITES) return UNKNOWN;
  const first = isFirst ? declaredIn(node, variable, asked) : undefined;
  // A write around this read reaches it only from the previous turn of a loop. It adds nothing to the earlier writes.
  const values = writes.flatMap((write): Bound[] =>
    write.assignment !== undefined && contains(write.assignment, node) ? [] : [valueOf(write, asked)],
  );
  if (writes.length === 0) return first;
  const [value] = values;
  return writes.length === 1 && value !== undefined && !isFirst
    ? value
    : { kind: 'either', values: first === undefined ? values : [first, ...values] };
}

function valueOf({ assignment, unless }: Write, asked: Asked): Bound {
  if (assignment === undefined) return UNKNOWN;
  const { left, operator, right } = assignment;
  const kept = unless ?? (operator === '||=' || operator === '??=' ? left : undefined);
  if (kept !== undefined) return orElse(within(kept, asked) ?? UNKNOWN, right, operator, asked);
  return operator === '=' ? written(right, asked) : operator === '&&=' ? UNKNOWN : written(assignment, asked);
}

/**
 * The value that a name's declaration gives it: a parameter or a loop's variable of this run, or
 * `const { path } = options;`.
 */
function declaredIn(node: Node, variable: Variable, asked: Asked): Bound | undefined {
  const [declared] = variable.identifiers;
  if (declared === undefined) return undefined;
  for (let run: Setting | undefined = asked.setting; run !== undefined; run = run.around)
    for (const { pattern, value } of run.bindings) {
      if (!contains(pattern, declared)) continue;
      // A default can read only the parameters before its own.
      const isTooEarly = node !== declared && (contains(pattern, node) || node.range[0] < declared.range[0]);
      return isTooEarly ? UNKNOWN : partOf(value, pattern, declared, readingIn({ ...asked, setting: run }));
    }
  const declarator = definitionOf(variable)?.node;
  if (declarator?.type !== 'VariableDeclarator') return undefined;
  const isLocal = !isOfModule(variable);
  if (declarator.init === null)
    return isLocal && declarator.parent.parent.type !== 'ForOfStatement' ? NOTHING : undefined;
  const init = unwrap(declarator.init);
  if (contains(init, node)) return undefined;
  const whole = within(init, asked);
  if (whole !== undefined) return partOf(whole, declarator.id, declared, readingIn(asked));
  return isLocal && isPutTogether(init) ? written(init, asked) : undefined;
}

function isPutTogether({ type }: Node): boolean {
  return type === 'BinaryExpression' || type === 'TemplateLiteral';
}

/** The left side, or the right one if the left is absent; either of them if that is unknown. */
function orElse(left: Bound, right: Node, operator: string, asked: Asked): Bound {
  const { evaluation, depth } = asked;
  const { behind } = readerOf(evaluation);
  const isThere = isPresent(left, operator, evaluation, (name) => behind(name, depth));
  const other = written(right, asked);
  return isThere === undefined ? { kind: 'either', values: [left, other] } : isThere ? left : other;
}

function readerOf(evaluation: Evaluation): Reader {
  return {
    evaluation,
    behind: ({ node, source, setting }, depth) =>
      setting === undefined ? undefined : boundTo(node, source, setting, evaluation, depth + 1),
  };
}

function readingIn(asked: Asked): Reading {
  return { ...readerOf(asked.evaluation), depth: asked.depth, defaulted: (value) => written(value, asked) };
}

/** The elements of a list that can be followed to a literal: `[['/a', list], …]`, `Object.entries({ '/a': list })`. */
export function listedIn(bound: Bound, evaluation: Evaluation): readonly Bound[] | undefined {
  return itemsOf(bound, readerOf(evaluation));
}
