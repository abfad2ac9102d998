import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { MadeValue, InstanceValue, Value } from './value.ts';
import { enclosingFunction, isFunction } from '../syntax/function.ts';
import { keyName } from '../syntax/literal.ts';
import { perSource } from '../syntax/per-source.ts';
import { assignedValue } from '../syntax/unwrap.ts';
import { walk } from '../syntax/walk.ts';
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
      isFunctionAt(evaluation.expression(value, source), fn, home)
        ? (instanceMadeBy(evaluation.expression(maker, source)) ?? [])
        : [],
    ),
  );
  const [first, ...others] = makers;
  return others.every((other) => isSame(other, first)) ? first : undefined;
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
  const placed: Placed[] = [];
  if (!source.text.includes('.prototype.')) return placed;
  walk(source.ast, (node) => {
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return;
    const maker = prototypeHolder(node.left.object);
    const value = assignedValue(node.right);
    if (maker !== undefined && !isFunction(value)) placed.push({ maker, value });
  });
  return placed;
});

/** By position: the function's file may be parsed again. */
function isFunctionAt(value: Value | undefined, fn: FunctionNode, home: Source): boolean {
  return value?.kind === 'function' && value.source.path === home.path && value.node.range[0] === fn.range[0];
}

function isSame(one: MadeValue | InstanceValue, other: MadeValue | InstanceValue | undefined): boolean {
  const [a, b] = [placeOf(one), other === undefined ? undefined : placeOf(other)];
  return a.source.path === b?.source.path && a.node.range[0] === b.node.range[0];
}

function placeOf(value: MadeValue | InstanceValue): { readonly node: Node; readonly source: Source } {
  return value.kind === 'made' ? value : value.of;
}
