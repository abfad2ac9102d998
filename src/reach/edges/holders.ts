import type { ClassNode } from '../../syntax/class.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { Given } from '../../values/call-sites.ts';
import { FILLS } from '../../catalog/conventions.ts';
import { definitionOf, variableOf } from '../../syntax/binding.ts';
import { methodCall, propertyName } from '../../syntax/call.ts';
import { classOfThis } from '../../syntax/function.ts';
import { addTo } from '../../syntax/grouping.ts';
import { keyName } from '../../syntax/literal.ts';
import { perSource } from '../../syntax/per-source.ts';
import { contains } from '../../syntax/position.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';
import { walk } from '../../syntax/walk.ts';
import { functionOf } from '../../values/function-of.ts';
import { returnedExpressions } from '../../values/results.ts';
import { givenToLists, tableOf } from './lists-under-keys.ts';

/**
 * The values that code puts into a field or variable: `this.h[id] = fn`, `hooks.push(fn)`, `handlers.set(k, fn)`,
 * `this.done = fn`.
 */
export function putInto(holder: Node, source: Source, evaluation: Evaluation): Given[] {
  const table = tableOf(holder, source);
  const inLists = table === undefined ? [] : putIntoHolder(table, source, evaluation, 'lists');
  return [...putIntoHolder(holder, source, evaluation, 'whole'), ...inLists];
}

/** What counts as put into a holder: what it gets itself, or what its lists get. */
type Into = 'whole' | 'lists';

function putIntoHolder(holder: Node, source: Source, evaluation: Evaluation, into: Into): Given[] {
  const node = unwrap(holder);
  if (node.type === 'Identifier') return putIntoVariable(node, source, evaluation, into);
  const name = node.type === 'MemberExpression' ? propertyName(node) : undefined;
  if (node.type !== 'MemberExpression' || name === undefined) return [];
  const owner = classHolding(node.object, source, evaluation);
  return owner === undefined
    ? []
    : (putIntoFields[into](owner.source).get(name) ?? [])
        .filter((given) => contains(owner.node, given))
        .map((given) => ({ node: given, source: owner.source }));
}

function classHolding(
  object: Node,
  source: Source,
  evaluation: Evaluation,
): { node: ClassNode; source: Source } | undefined {
  const node = unwrap(object);
  if (node.type === 'ThisExpression') {
    const owner = classOfThis(node);
    return owner === undefined ? undefined : { node: owner.node, source };
  }
  const value = evaluation.expression(node, source);
  return value?.kind === 'instance' ? value.of : value?.kind === 'class' ? value : undefined;
}

function putIntoVariable(name: Node, source: Source, evaluation: Evaluation, into: Into): Given[] {
  const made = madeIn(name, source, evaluation);
  return [
    ...putIntoOwn(name, source, evaluation, into),
    ...(made === undefined ? [] : putIntoOwn(made.node, made.source, evaluation, into)),
  ];
}

/** The variable that a function fills and returns: `hooks` of `function makeHooks() { …; return hooks; }`. */
function madeIn(name: Node, source: Source, evaluation: Evaluation): Given | undefined {
  const place = evaluation.follow(name, source);
  const init = place === undefined ? undefined : unwrap(place.node);
  if (place === undefined || init?.type !== 'CallExpression') return undefined;
  const maker = functionOf(init.callee, place.source, evaluation);
  const [returned, ...others] = maker === undefined ? [] : returnedExpressions(maker.fn);
  return maker !== undefined && returned?.type === 'Identifier' && others.length === 0
    ? { node: returned, source: maker.source }
    : undefined;
}

function putIntoOwn(name: Node, source: Source, evaluation: Evaluation, into: Into): Given[] {
  const place = evaluation.follow(name, source);
  const declarator = place === undefined ? undefined : wrapped(place.node).parent;
  const home = declarator?.type === 'VariableDeclarator' ? place : undefined;
  const variable =
    home !== undefined && declarator?.type === 'VariableDeclarator'
      ? variableOf(declarator.id, home.source)
      : variableOf(name, source);
  if (variable === undefined || definitionOf(variable)?.node.type !== 'VariableDeclarator') return [];
  return variable.references.flatMap(({ identifier }) =>
    GIVEN[into](identifier).map((node) => ({ node, source: home?.source ?? source })),
  );
}

/** The values put into the fields of a file's classes, by field name. */
const putIntoFields = {
  whole: perSource((source) => fieldsWith(source, (field) => [givenAt(field) ?? assignedTo(field)])),
  lists: perSource((source) => fieldsWith(source, givenToLists)),
};

function fieldsWith(source: Source, givenTo: (field: Node) => (Node | undefined)[]): ReadonlyMap<string, Node[]> {
  const fields = new Map<string, Node[]>();
  walk(source.ast, (node) => {
    if (node.type !== 'MemberExpression' || unwrap(node.object).type !== 'ThisExpression') return;
    const name = propertyName(node);
    if (name === undefined) return;
    for (const given of givenTo(node)) if (given !== undefined) addTo(fields, name, given);
  });
  return fields;
}

/** The value that is put into another value, under a key or as another element. */
function givenAt(holder: Node): Node | undefined {
  const member = wrapped(holder).parent;
  if (member?.type !== 'MemberExpression' || member.object !== wrapped(holder)) return undefined;
  const assigned = assignedTo(member);
  if (assigned !== undefined) return assigned;
  const call = wrapped(member).parent;
  const method = call === undefined ? undefined : methodCall(call);
  return method !== undefined && unwrap(method.call.callee) === member && FILLS.has(method.method)
    ? method.call.arguments.at(-1)
    : undefined;
}

const GIVEN: Readonly<Record<Into, (holder: Node) => Node[]>> = {
  whole: (holder) => [givenAt(holder)].filter((given) => given !== undefined),
  lists: givenToLists,
};

function assignedTo(target: Node): Node | undefined {
  const { parent } = wrapped(target);
  return parent?.type === 'AssignmentExpression' && unwrap(parent.left) === target ? parent.right : undefined;
}

/** The key that a value is put under, if it is written out: `mail` in `services.set('mail', mailer)`. */
export function literalKeyOf(given: Node): string | undefined {
  const { parent } = wrapped(given);
  if (parent?.type === 'AssignmentExpression')
    return parent.left.type === 'MemberExpression' ? propertyName(parent.left) : undefined;
  const [first, second] = parent?.type === 'CallExpression' ? parent.arguments : [];
  return first === undefined || second === undefined ? undefined : keyName(first, true);
}
