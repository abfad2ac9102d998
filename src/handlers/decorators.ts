import type { TSESTree } from '@typescript-eslint/types';
import type { ClassNode } from '../syntax/class.ts';
import type { Node, Source } from '../syntax/source.ts';
import { propertyName } from '../syntax/call.ts';
import { nameOf } from '../syntax/function.ts';
import { addTo } from '../syntax/grouping.ts';
import { staticText } from '../syntax/literal.ts';
import { perSource } from '../syntax/per-source.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';

/** The decorators of a class, as written or in compiled code: `C = __decorate([Controller('x')], C)`. */
export function decoratorsOf(node: ClassNode, source: Source): readonly Node[] {
  return [...written(node), ...(compiledOf(node, source)?.own ?? [])];
}

/** The same for one of its methods: `__decorate([Get()], C.prototype, 'list', null)`. */
export function methodDecorators(node: ClassNode, method: Node, name: string, source: Source): readonly Node[] {
  return [...written(method), ...(compiledOf(node, source)?.methods.get(name) ?? [])];
}

/** Espree's trees have no decorators at all. */
function written(node: Node): readonly Node[] {
  const { decorators = [] } = node as { decorators?: TSESTree.Decorator[] };
  return decorators.map(({ expression }) => expression);
}

interface Compiled {
  readonly own: Node[];
  readonly methods: Map<string, Node[]>;
}

function compiledOf(node: ClassNode, source: Source): Compiled | undefined {
  const compiled = compiledIn(source);
  if (compiled.size === 0) return undefined;
  const outer = node.parent.type === 'AssignmentExpression' ? node.parent : node;
  const name = nameOf(outer) ?? node.id?.name;
  return (name === undefined ? undefined : compiled.get(name)) ?? compiled.get(node.id?.name ?? '');
}

/** The decorators that calls of `__decorate` put on the classes of a file, by class name. */
const compiledIn = perSource((source): ReadonlyMap<string, Compiled> => {
  const found = new Map<string, Compiled>();
  if (!source.text.includes('__decorate')) return found;
  for (const call of outlineOf(source).calls) {
    if (call.type !== 'CallExpression' || !/^__decorate(?:Class)?$/.test(calledName(call.callee) ?? '')) continue;
    const [list, target, member] = call.arguments.map(unwrap);
    if (list?.type !== 'ArrayExpression' || target === undefined) continue;
    const holder =
      target.type === 'MemberExpression' && propertyName(target) === 'prototype' ? unwrap(target.object) : target;
    if (holder.type !== 'Identifier') continue;
    const known = found.get(holder.name) ?? { own: [], methods: new Map<string, Node[]>() };
    found.set(holder.name, known);
    const decorators = list.elements.flatMap((element) => element ?? []);
    const name = staticText(member);
    if (name === undefined) known.own.push(...decorators);
    else for (const decorator of decorators) addTo(known.methods, name, decorator);
  }
  return found;
});

/** `__decorate`, `tslib.__decorate`, `(0, tslib.__decorate)` */
function calledName(callee: Node): string | undefined {
  const node = unwrap(callee);
  if (node.type === 'SequenceExpression') return calledName(node.expressions.at(-1) ?? node.expressions[0] ?? node);
  if (node.type === 'MemberExpression') return propertyName(node);
  return node.type === 'Identifier' ? node.name : undefined;
}

/** The name of a decorator: `Get` in `@Get('/x')` and in `(0, common_1.Get)('/x')`. */
export function decoratorName(decorator: Node): string | undefined {
  const node = unwrap(decorator);
  return calledName(node.type === 'CallExpression' ? node.callee : node);
}
