import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { MadeValue, InstanceValue, Value } from './value.ts';
import { enclosingFunction, isFunction } from '../syntax/function.ts';
import { keyName } from '../syntax/literal.ts';
import { perSource } from '../syntax/per-source.ts';
import { isSamePlace } from '../syntax/position.ts';
import { assignedValue } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { sourcesMentioning } from './near.ts';
import { importingText } from './whole-imports.ts';

/** A file that more files than this import belongs to no single prototype. */
const MOST_FILES = 12;

/** `F.prototype.run = run`: the maker `F`, and `run`. */
interface Placed {
  readonly maker: Node;
  readonly value: Node;
}

/**
 * What `this` is in a function of a module that other code puts on a prototype: `F.prototype.run = run`, here or in a
 * file that imports it. Undefined if there is no such place, or if there are several for different makers.
 */
export function thisOnPrototype(
  fn: FunctionNode,
  home: Source,
  evaluation: Evaluation,
): MadeValue | InstanceValue | undefined {
  if (enclosingFunction(fn) !== undefined) return undefined;
  const makers = [home, ...sourcesImporting(home, evaluation)].flatMap((source) =>
    placedIn(source).flatMap(({ maker, value }) =>
      isFunctionAt(evaluation.expression(value, source), { node: fn, source: home })
        ? (instanceMadeBy(evaluation.expression(maker, source)) ?? [])
        : [],
    ),
  );
  const [first, ...others] = makers;
  if (first === undefined) return undefined;
  return others.every((other) => isSamePlace(placeOf(other), placeOf(first))) ? first : undefined;
}

function isFunctionAt(value: Value | undefined, place: ReturnType<typeof placeOf>): boolean {
  return value?.kind === 'function' && isSamePlace(value, place);
}

/** The instance that `new F()` makes of a function or class. */
export function instanceMadeBy(maker: Value | undefined): MadeValue | InstanceValue | undefined {
  if (maker?.kind === 'function' && isFunction(maker.node))
    return { kind: 'made', node: maker.node, source: maker.source };
  return maker?.kind === 'class' ? { kind: 'instance', of: maker } : undefined;
}

/** `F` in `F.prototype`. */
export function prototypeHolder(node: Node): Node | undefined {
  return node.type === 'MemberExpression' && keyName(node.property, node.computed) === 'prototype'
    ? node.object
    : undefined;
}

/** The other files that put something on a prototype and import a file. */
function sourcesImporting(home: Source, evaluation: Evaluation): Source[] {
  return sourcesMentioning('prototype', importingText(home.path), home, evaluation, MOST_FILES).filter(
    ({ path }) => path !== home.path,
  );
}

const placedIn = perSource((source): readonly Placed[] => {
  if (!source.text.includes('.prototype.')) return [];
  return outlineOf(source).assignments.flatMap(({ left, right }) => {
    const maker = left.type === 'MemberExpression' ? prototypeHolder(left.object) : undefined;
    const value = assignedValue(right);
    return maker === undefined || isFunction(value) ? [] : [{ maker, value }];
  });
});

function placeOf(value: MadeValue | InstanceValue): { readonly node: Node; readonly source: Source } {
  return value.kind === 'made' ? value : value.of;
}
