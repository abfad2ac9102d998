import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import { variableOf } from '../syntax/binding.ts';
import { methodCall } from '../syntax/call.ts';
import { contains } from '../syntax/position.ts';
import { perSource } from '../syntax/per-source.ts';
import { parameterNamed } from '../syntax/parameter.ts';
import { rootOf, unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';

/** A call in a function of something declared outside it. */
export interface InnerCall {
  /** What is called: `work`, `options.work`. */
  readonly callee: Node;
  /** The first name in it. */
  readonly root: TSESTree.Identifier;
  /** Whether the call passes the function's own parameters in order, as if the callee replaced the function. */
  readonly isInPlace: boolean;
}

/** The calls that a function passes its own arguments to: `work(req, res)`, `work.apply(this, arguments)`. */
export function handingOn(fn: FunctionNode, source: Source): InnerCall[] {
  return innerCalls(fn, source).flatMap(({ handsOn, ...call }) => (handsOn ? [call] : []));
}

/** The calls in a function of things declared outside it. */
export function innerCalls(fn: FunctionNode, source: Source): readonly Inner[] {
  const known = callsByFunction(source);
  const before = known.get(fn);
  if (before !== undefined) return before;
  const found = findInnerCalls(fn, source);
  known.set(fn, found);
  return found;
}

type Inner = InnerCall & { readonly handsOn: boolean };

/** Each run of a wrapper asks for the same calls. */
const callsByFunction = perSource(() => new Map<FunctionNode, readonly Inner[]>());

function findInnerCalls(fn: FunctionNode, source: Source): Inner[] {
  return outlineOf(source).calls.flatMap((call) => {
    if (call.type !== 'CallExpression' || !contains(fn, call)) return [];
    const applied = methodCall(call);
    const isApplied = applied?.method === 'apply' || applied?.method === 'call';
    const callee = unwrap(isApplied ? applied.object : call.callee);
    const root = rootOf(callee);
    if (root.type !== 'Identifier') return [];
    const [declared] = variableOf(root, source)?.identifiers ?? [];
    if (declared === undefined || contains(fn, declared)) return [];
    const given = isApplied ? call.arguments.slice(1) : call.arguments;
    const places = given.map((argument) => placeOf(argument, fn, source));
    return [
      {
        callee,
        root,
        handsOn: places.some((place) => place !== undefined),
        isInPlace: isInPlace(places, fn),
      },
    ];
  });
}

/** Whether arguments are the parameters of the surrounding function in order, with any others only after them. */
function isInPlace(places: readonly (number | undefined)[], { params }: FunctionNode): boolean {
  const areOwn = places.every(
    (place, index) => place === index || place === ALL || (place === undefined && index >= params.length),
  );
  return areOwn && places.some((place) => place !== undefined);
}

/** Stands for all parameters passed on together. */
const ALL = -1;

/** The index of the parameter that an argument passes on, or `ALL` or `NONE`; undefined if it passes none. */
function placeOf(argument: Node, fn: FunctionNode, source: Source): number | undefined {
  const node = unwrap(argument);
  if (node.type === 'SpreadElement') return ALL;
  if (node.type === 'ObjectExpression') {
    const isOwn = node.properties.some(
      (property) => property.type === 'Property' && placeOf(property.value, fn, source) !== undefined,
    );
    return isOwn ? NONE : undefined;
  }
  if (node.type !== 'Identifier') return undefined;
  if (node.name === 'arguments') return ALL;
  const parameter = parameterNamed(node, source);
  if (parameter?.fn !== fn) return undefined;
  return parameter.index < 0 ? NONE : parameter.index;
}

/** Stands for a value made from parameters. */
const NONE = -2;
