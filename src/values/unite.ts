import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { InstanceValue, Value } from './value.ts';
import { declaredAs, valueAmong } from './types/index.ts';
import { isNothing } from './value.ts';

/** How many different values a name may have; with more, its value is unknown. */
const MOST = 5;
/** The same for instances of the user's classes: a factory may create one of many. */
const MOST_CLASSES = 30;

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

/**
 * The value of an expression that gives `first`, or else one of the others: `local ? new Disk() : new Bucket()`.
 * Instances of the user's classes are combined. Of other values, the first says enough.
 */
export function orInstances(first: Value, others: readonly (() => Value | undefined)[]): Value {
  if (first.kind !== 'instance' || others.length > MOST_CLASSES) return first;
  const nodes = new Set<Node>([first.of.node]);
  const beside = others.flatMap((other) => {
    const value = other();
    if (value?.kind !== 'instance' || nodes.has(value.of.node)) return [];
    nodes.add(value.of.node);
    return declaredAs(value, value.of.node, value.of.source);
  });
  return beside.length === 0
    ? first
    : ({ ...first, beside: [...(first.beside ?? []), ...beside] } satisfies InstanceValue);
}

export function isSame(one: Value, other: Value): boolean {
  if (one === other) return true;
  if (one.kind === 'instance' && other.kind === 'instance') return one.of.node === other.of.node;
  if (one.kind === 'external' && other.kind === 'external')
    return (
      one.module === other.module && one.steps.join('.') === other.steps.join('.') && one.key?.name === other.key?.name
    );
  return 'node' in one && 'node' in other && one.kind === other.kind && one.node === other.node;
}
