import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Setting } from './bound.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { methodTaking } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { contains } from '../syntax/position.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { walk } from '../syntax/walk.ts';
import { callSitesOf } from '../values/call-sites.ts';
import { boundTo, calledWith, listedIn } from './bound.ts';
import { handingOn } from './handing-on.ts';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;
/** What gives names their values each time that it runs. */
type Giver = FunctionNode | TSESTree.ForOfStatement;

/** How many functions may hand a route on to each other. */
const MOST_STEPS = 3;
/** A wrapper is used in each file with routes: more than are looked at for other questions. */
const MOST_FILES = 150;
/** More routes than this are no table and no wrapper, but something that is not understood. */
const MOST_RUNS = 400;

/** Methods that call their argument with each element. */
const EACH: ReadonlySet<string> = new Set(['forEach', 'map', 'flatMap']);

const ONCE: readonly undefined[] = [undefined];

/**
 * The runs of the code around a registering call in which it registers something else: one for each call of the function
 * that it stands in, `add` of `add('/a', list)`, one for each row of the table that a loop goes through. One run of which
 * nothing is known where what is registered does not depend on that.
 *
 * @param nodes - what of the call must not depend on names that are not known
 */
export function settingsOf(
  nodes: readonly Node[],
  call: Call,
  source: Source,
  evaluation: Evaluation,
  steps = 0,
): readonly (Setting | undefined)[] {
  const around = giversAround(call);
  if (around.length === 0 || steps > MOST_STEPS) return ONCE;
  const used = usedGivers(nodes, around, source);
  let settings: readonly (Setting | undefined)[] = ONCE;
  for (const giver of around) {
    const places = used.get(giver);
    if (places === undefined) continue;
    settings = settings.flatMap((outer) => {
      const runs = runsOf(giver, places, outer, source, evaluation, steps);
      return runs.length === 0 ? [outer] : runs;
    });
    if (settings.length > MOST_RUNS) return ONCE;
  }
  return settings;
}

/** The functions with parameters and the loops that a node stands in, the outermost first. */
function giversAround(node: Node): Giver[] {
  const givers: Giver[] = [];
  for (let outer = node.parent; outer != null; outer = outer.parent)
    if (isFunction(outer) ? outer.params.length > 0 : outer.type === 'ForOfStatement') givers.unshift(outer as Giver);
  return givers;
}

/** Of the givers those whose names some expressions use, with the places of the parameters. */
function usedGivers(nodes: readonly Node[], givers: readonly Giver[], source: Source): Map<Giver, Set<number>> {
  const used = new Map<Giver, Set<number>>();
  const note = (name: Node, depth = 0): void => {
    const variable = variableOf(name, source);
    const definition = variable === undefined ? undefined : definitionOf(variable);
    const [declared] = variable?.identifiers ?? [];
    if (definition === undefined || declared === undefined) return;
    const { node } = definition;
    const giver =
      definition.type === 'Parameter'
        ? node
        : node.type === 'VariableDeclarator' && node.parent.parent.type === 'ForOfStatement'
          ? node.parent.parent
          : undefined;
    if (giver !== undefined) {
      const known = givers.find((each) => each === giver);
      if (known === undefined) return;
      const places = used.get(known) ?? new Set();
      used.set(known, places);
      if (isFunction(known)) places.add(known.params.findIndex((parameter) => contains(parameter, declared)));
    } else if (node.type === 'VariableDeclarator' && node.init !== null && depth < MOST_STEPS) {
      let root = unwrap(node.init);
      while (root.type === 'MemberExpression') root = unwrap(root.object);
      if (root.type === 'Identifier') note(root, depth + 1);
    }
  };
  for (const expression of nodes)
    walk(expression, (node) => {
      if (isFunction(node)) {
        for (const { root } of handingOn(node, source)) note(root);
        return false;
      }
      if (node.type === 'Identifier') note(node);
      return true;
    });
  return used;
}

/** @param places - the parameters of a function that matter */
function runsOf(
  giver: Giver,
  places: ReadonlySet<number>,
  around: Setting | undefined,
  source: Source,
  evaluation: Evaluation,
  steps: number,
): Setting[] {
  if (!isFunction(giver)) {
    const [declarator] = giver.left.type === 'VariableDeclaration' ? giver.left.declarations : [];
    return declarator === undefined ? [] : eachOf(giver.right, declarator.id, around, source, evaluation);
  }
  const method = methodTaking(giver);
  const [first] = giver.params;
  if (method !== undefined)
    return EACH.has(method.method) && first !== undefined
      ? eachOf(method.object, first, around, source, evaluation)
      : [];
  return callSitesOf(giver, source, evaluation, MOST_FILES).flatMap(({ call, source: home }) => {
    const given = call.arguments.filter((_, index) =>
      [...places].some((place) => place === index || isRest(giver, place, index)),
    );
    return settingsOf(given, call, home, evaluation, steps + 1).map((setting) =>
      calledWith(giver, call.arguments, home, setting, around),
    );
  });
}

function isRest({ params }: FunctionNode, place: number, index: number): boolean {
  return params[place]?.type === 'RestElement' && index >= place;
}

function eachOf(
  expression: Node,
  pattern: Node,
  around: Setting | undefined,
  source: Source,
  evaluation: Evaluation,
): Setting[] {
  const list = (around === undefined ? undefined : boundTo(expression, source, around, evaluation)) ?? {
    kind: 'written' as const,
    node: expression,
    source,
    setting: around,
  };
  return (listedIn(list, evaluation) ?? []).map((value) => ({ bindings: [{ pattern, value }], around }));
}
