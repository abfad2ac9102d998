import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Variable } from '../syntax/scopes/scope.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Setting } from './run.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { methodTaking } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { contains } from '../syntax/position.ts';
import { walk } from '../syntax/walk.ts';
import { callSitesOf } from '../values/call-sites.ts';
import { boundTo, listedIn } from './bound.ts';
import { calledWith } from './called-with.ts';
import { handingOn } from './handing-on.ts';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;
/** Code that gives names new values each time it runs. */
type Giver = FunctionNode | TSESTree.ForOfStatement;

/** How many functions may pass a route on to each other. */
const MOST_STEPS = 3;
/**
 * How many files are searched for calls. This is more than for other queries, because every file with routes uses a
 * wrapper.
 */
const MOST_FILES = 150;
/** With more runs than this, the code is neither a table nor a wrapper, but something that isn't understood. */
const MOST_RUNS = 400;

/** Methods that call their argument with each element. */
const EACH: ReadonlySet<string> = new Set(['forEach', 'map', 'flatMap']);

const ONCE: readonly undefined[] = [undefined];

/**
 * The runs of the code around a registering call in which it registers different things: one for each call of the
 * function around it (`add('/a', list)`), and one for each row of the table that a loop iterates. A single `undefined`
 * if what it registers doesn't depend on the run.
 *
 * @param nodes - the parts of the call whose names need values
 */
export function settingsOf(
  nodes: readonly Node[],
  call: Call,
  source: Source,
  evaluation: Evaluation,
  chain: readonly Giver[] = [],
): readonly (Setting | undefined)[] {
  const around = giversAround(call);
  if (around.length === 0 || chain.length > MOST_STEPS) return ONCE;
  const used = usedGivers(nodes, around, source);
  let settings: readonly (Setting | undefined)[] = ONCE;
  for (const giver of around) {
    const places = used.get(giver);
    if (places === undefined) continue;
    settings = settings.flatMap((outer) => {
      const runs = runsOf(giver, places, outer, source, evaluation, chain);
      return runs.length === 0 ? [outer] : runs;
    });
    if (settings.length > MOST_RUNS) return ONCE;
  }
  return settings;
}

/** The loops, and the functions with parameters, around a node; outermost first. */
function giversAround(node: Node): Giver[] {
  const givers: Giver[] = [];
  for (let outer = node.parent; outer != null; outer = outer.parent)
    if (isFunction(outer) ? outer.params.length > 0 : outer.type === 'ForOfStatement') givers.unshift(outer as Giver);
  return givers;
}

/** The givers whose names the expressions use, with the indexes of the parameters used. */
function usedGivers(nodes: readonly Node[], givers: readonly Giver[], source: Source): Map<Giver, Set<number>> {
  const used = new Map<Giver, Set<number>>();
  const noted = new Set<Variable>();
  const look = (expression: Node, depth: number): void => {
    walk(expression, (node) => {
      if (isFunction(node)) {
        for (const { root } of handingOn(node, source)) note(root, depth);
        return false;
      }
      if (node.type === 'Identifier') note(node, depth);
      return true;
    });
  };
  const note = (name: Node, depth: number): void => {
    const variable = variableOf(name, source);
    const [declared] = variable?.identifiers ?? [];
    if (variable === undefined || declared === undefined || noted.has(variable)) return;
    noted.add(variable);
    const giver = giverOf(variable);
    const known = givers.find((each) => each === giver);
    if (known !== undefined) {
      const places = used.get(known) ?? new Set();
      used.set(known, places);
      if (isFunction(known)) places.add(known.params.findIndex((parameter) => contains(parameter, declared)));
    }
    // `path = prefix + path`, `const full = prefix + path`, or `path = prefix + '/all'` as a parameter's default.
    if (depth < MOST_STEPS && (giver === undefined || known !== undefined))
      for (const { writeExpr } of variable.references) if (writeExpr != null) look(writeExpr, depth + 1);
    const each = known !== undefined && isFunction(known) ? methodTaking(known) : undefined;
    if (each !== undefined) look(each.object, depth + 1);
  };
  for (const expression of nodes) look(expression, 0);
  return used;
}

/** The function that a variable is a parameter of, or the loop that assigns it. */
function giverOf(variable: Variable): Node | undefined {
  const definition = definitionOf(variable);
  if (definition?.type === 'Parameter') return definition.node;
  const outer = definition?.node.type === 'VariableDeclarator' ? definition.node.parent.parent : undefined;
  return outer?.type === 'ForOfStatement' ? outer : undefined;
}

/**
 * @param places - the indexes of the parameters that matter
 * @param chain - the functions that the arguments in question were already followed through, without this one
 */
function runsOf(
  giver: Giver,
  places: ReadonlySet<number>,
  around: Setting | undefined,
  source: Source,
  evaluation: Evaluation,
  chain: readonly Giver[],
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
  const inner = [...chain, giver];
  return callSitesOf(giver, source, evaluation, MOST_FILES).flatMap(({ call, source: home }) => {
    if (!mayEnd(call, inner)) return [];
    const isSpread = call.arguments.some(({ type }) => type === 'SpreadElement');
    const nodes = call.arguments.filter(
      (_, index) => isSpread || [...places].some((place) => place === index || isRest(giver, place, index)),
    );
    return settingsOf(nodes, call, home, evaluation, inner).map((setting) =>
      calledWith(giver, { nodes: call.arguments, source: home, setting }, evaluation, around),
    );
  });
}

/**
 * Whether following a call ends, even if it is in a function that is already being followed. A call for each row of a
 * table does, because nested tables have an end. For any other recursion, the number of runs is unknown.
 */
function mayEnd(call: Call, chain: readonly Giver[]): boolean {
  const around = giversAround(call);
  const again = around.findLastIndex((giver) => chain.some((other) => other === giver));
  if (again < 0) return true;
  return chain.length <= MOST_STEPS && around.slice(again + 1).some(isEach);
}

function isEach(giver: Giver): boolean {
  return !isFunction(giver) || EACH.has(methodTaking(giver)?.method ?? '');
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
