import type { ClassNode } from '../../syntax/class.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { ReachEvidence } from '../evidence.ts';
import type { Edge, EdgesOf } from './edge.ts';
import { classOfThis, isFunction } from '../../syntax/function.ts';
import { constructorOf } from '../../syntax/members.ts';
import { perSource } from '../../syntax/per-source.ts';
import { contains } from '../../syntax/position.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { outlineOf } from '../../syntax/walk.ts';
import { called } from './called.ts';
import { evidenceFor, targetOf } from './target.ts';

/** `new Report()`, `super()`: the constructor of the class, and the calls in the initial values of its fields. */
export const constructed: EdgesOf = (call, source, { undecorated }) => {
  if (call.type !== 'NewExpression' && call.type !== 'CallExpression') return [];
  const callee = unwrap(call.callee);
  const isSuper = callee.type === 'Super';
  if (call.type === 'CallExpression' && !isSuper) return [];
  const extended = isSuper ? classOfThis(call)?.node.superClass : callee;
  const value = extended == null ? undefined : undecorated.expression(extended, source);
  return value?.kind === 'class' && extended != null
    ? runs(value.node, value.source, { name: extended, from: source, evidence: evidenceFor(value) }, undecorated, 0)
    : [];
};

interface Naming {
  readonly name: Node;
  readonly from: Source;
  readonly evidence: ReachEvidence;
}

function runs(node: ClassNode, source: Source, naming: Naming, evaluation: Evaluation, depth: number): Edge[] {
  const constructor = constructorOf(node.body);
  const fields = fieldCalls(source)
    .get(node)
    ?.flatMap((call) => [...called(call, source, evaluation), ...constructed(call, source, evaluation)]);
  if (isFunction(constructor)) {
    const target = targetOf({ kind: 'function', node: constructor, source }, naming.name, naming.from);
    return [
      ...(fields ?? []),
      ...(target === undefined ? [] : [{ ...target, by: 'constructed' as const, evidence: naming.evidence }]),
    ];
  }
  // A class without a constructor uses that of its base class.
  const parent = node.superClass === null || depth > 8 ? undefined : evaluation.expression(node.superClass, source);
  const inherited = parent?.kind === 'class' ? runs(parent.node, parent.source, naming, evaluation, depth + 1) : [];
  return [...(fields ?? []), ...inherited];
}

/** The calls in the initial values of a class's own fields, outside functions there. */
const fieldCalls = perSource((source) => {
  const { calls, classes } = outlineOf(source);
  return new Map(
    classes.map((node) => {
      const fields = node.body.body.flatMap((element) =>
        element.type === 'PropertyDefinition' && !element.static && element.value !== null ? [element.value] : [],
      );
      return [
        node,
        fields.length === 0
          ? []
          : calls.filter((call) => fields.some((field) => contains(field, call) && !isInFunction(call, field))),
      ] as const;
    }),
  );
});

function isInFunction(node: Node, within: Node): boolean {
  for (let outer: Node | undefined | null = node; outer != null && outer !== within; outer = outer.parent)
    if (isFunction(outer)) return true;
  return isFunction(within);
}
