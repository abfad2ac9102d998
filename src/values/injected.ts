import type { TSESTree } from '@typescript-eslint/types';
import type { ClassNode } from '../syntax/class.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { ClassValue, Value } from './value.ts';
import { variablesNaming } from '../syntax/added.ts';
import { helperOf } from '../syntax/compiled.ts';
import { keyName, staticText } from '../syntax/literal.ts';
import { perSource } from '../syntax/per-source.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { instanceOf } from './results.ts';

/**
 * The value that a container passes to a constructor's parameter, by the metadata that TypeScript writes beside a
 * compiled class: `C = __decorate([__metadata("design:paramtypes", [Jobs])], C)`. Undefined without any.
 */
export function injectedParameter(
  node: ClassNode,
  index: number,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const types = unwrapped(metadata(decorationsOf(node, undefined, source), 'design:paramtypes'));
  const type = types?.type === 'ArrayExpression' ? types.elements[index] : undefined;
  return type == null ? undefined : instanceOfType(type, source, evaluation);
}

/** The same for a field: `__decorate([Inject(), __metadata("design:type", Jobs)], C.prototype, "jobs", void 0)`. */
export function injectedField({ node, source }: ClassValue, name: string, evaluation: Evaluation): Value | undefined {
  const type = metadata(decorationsOf(node, name, source), 'design:type');
  return type === undefined ? undefined : instanceOfType(type, source, evaluation);
}

const decorateCalls = perSource((source): readonly TSESTree.CallExpression[] =>
  /design:|metadata/.test(source.text)
    ? outlineOf(source).calls.flatMap((call) =>
        call.type === 'CallExpression' && helperOf(call.callee) === 'decorate' ? [call] : [],
      )
    : [],
);

/** The decorators of a compiled class, or of one of its members, from calls of the helper that applies them. */
function decorationsOf(node: ClassNode, member: string | undefined, source: Source): readonly Node[] {
  const calls = decorateCalls(source);
  if (calls.length === 0) return [];
  const names = new Set(variablesNaming(node, source).map(({ name }) => name));
  return calls.flatMap(({ arguments: [list, target, key] }) => {
    const isMeant =
      member === undefined
        ? key === undefined && target?.type === 'Identifier' && names.has(target.name)
        : staticText(key) === member &&
          target?.type === 'MemberExpression' &&
          keyName(target.property, target.computed) === 'prototype' &&
          target.object.type === 'Identifier' &&
          names.has(target.object.name);
    return isMeant && list?.type === 'ArrayExpression'
      ? list.elements.filter((element): element is TSESTree.Expression => element !== null)
      : [];
  });
}

function metadata(decorators: readonly Node[], key: string): Node | undefined {
  for (const decorator of decorators) {
    if (decorator.type !== 'CallExpression' || helperOf(decorator.callee) !== 'metadata') continue;
    const [name, value] = decorator.arguments;
    if (staticText(name) === key) return value;
  }
  return undefined;
}

function unwrapped(node: Node | undefined): Node | undefined {
  return node === undefined ? undefined : unwrap(node);
}

/** An instance of `Jobs`, or of the class in a compiler's guard: `typeof Jobs === "undefined" ? Object : Jobs`. */
function instanceOfType(written: Node, source: Source, evaluation: Evaluation): Value | undefined {
  const node = unwrap(written);
  if (node.type === 'ConditionalExpression')
    return instanceOfType(node.consequent, source, evaluation) ?? instanceOfType(node.alternate, source, evaluation);
  const value = evaluation.expression(node, source);
  if (value === undefined || (value.kind === 'external' && value.module === 'global')) return undefined;
  return instanceOf(value, evaluation);
}
