import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';
import { declaredAs, valueAmong } from './types/index.ts';
import { isNothing } from './value.ts';

/** How many different values a name may have; with more, its value is unknown. */
const MOST = 5;

/** The value of a name that may be any of some expressions: all that is known of them, like the parts of a union. */
export function oneOf(nodes: readonly Node[], source: Source, evaluation: Evaluation): Value | undefined {
  const values = nodes.flatMap((node) => {
    const value = evaluation.expression(node, source);
    return value === undefined || isNothing(value) ? [] : [value];
  });
  const [node] = nodes;
  return node === undefined ? undefined : unite(values, node, source, evaluation);
}

/** Combines several values into one; undefined for too many. */
export function unite(values: readonly Value[], node: Node, source: Source, evaluation: Evaluation): Value | undefined {
  const different = values.filter((value, index) => values.findIndex((other) => isSame(value, other)) === index);
  const [first, ...others] = different;
  if (first === undefined || others.length === 0) return first;
  if (different.length > MOST) return undefined;
  return (
    valueAmong(
      different.flatMap((value) => declaredAs(value, node, source)),
      evaluation,
    ) ?? first
  );
}

export function isSame(one: Value, other: Value): boolean {
  if (one === other) return true;
  if (one.kind === 'instance' && other.kind === 'instance') return one.of.node === other.of.node;
  if (one.kind === 'external' && other.kind === 'external')
    return one.module === other.module && one.steps.join('.') === other.steps.join('.');
  return 'node' in one && 'node' in other && one.kind === other.kind && one.node === other.node;
}
