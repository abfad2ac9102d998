import type { TSESTree } from '@typescript-eslint/types';
import type { Catalog } from '../catalog/lookup.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Handler } from './handler.ts';
import { compilePattern, matchesModule, matchesSteps } from '../catalog/pattern.ts';
import { isFunction } from '../syntax/function.ts';
import { keyName, staticText } from '../syntax/literal.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { evaluate, evaluateType } from '../values/evaluate.ts';
import { fillLabel, joinPath } from './label.ts';

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** Handlers that are methods of a class: decorated (`@Post()`), or named by an interface that the class implements. */
export function classHandlers(source: Source, catalog: Catalog): Handler[] {
  return outlineOf(source).classes.flatMap((node) => [...decoratedMethods(node, source, catalog), ...implementedMethods(node, source, catalog)]);
}

function decoratedMethods(node: ClassNode, source: Source, catalog: Catalog): Handler[] {
  const handlers: Handler[] = [];
  for (const member of node.body.body) {
    if (member.type !== 'MethodDefinition' || !isFunction(member.value)) continue;
    for (const decorator of decoratorsOf(member)) {
      const value = evaluate(decorator.expression, source);
      if (value?.kind !== 'external') continue;
      for (const { entry, facet } of catalog.decorators.findAll(value)) {
        const holder = facet.on === undefined ? undefined : decoratorMatching(node, facet.on, source);
        if (facet.on !== undefined && holder === undefined) continue;
        const name = value.steps.at(-2) ?? '';
        const route = fillLabel(facet.label, {
          METHOD: name.toUpperCase(),
          0: decoratorText(decorator),
          path: joinPath(holder === undefined ? undefined : decoratorText(holder), decoratorText(decorator)),
          class: node.id?.name,
          name: `${node.id?.name ?? 'class'}.${keyName(member.key, member.computed) ?? ''}`,
        });
        handlers.push({ node: member.value, source, entry, kind: facet.kind ?? 'request', route });
      }
    }
  }
  return handlers;
}

function implementedMethods(node: ClassNode, source: Source, catalog: Catalog): Handler[] {
  const implemented = node.implements as TSESTree.TSClassImplements[] | undefined;
  const bases: (readonly [Node, 'implements' | 'extends'])[] = (implemented ?? []).map(({ expression }) => [expression, 'implements'] as const);
  if (node.superClass !== null) bases.push([node.superClass, 'extends']);
  const handlers: Handler[] = [];
  for (const [base, relation] of bases) {
    const value = relation === 'implements' ? evaluateType(base, source) : evaluate(base, source);
    if (value?.kind !== 'external') continue;
    const steps = relation === 'implements' ? value.steps.slice(0, -1) : value.steps;
    for (const entry of catalog.entries) {
      for (const facet of entry.classes ?? []) {
        if (facet[relation]?.some((pattern) => matches(value.module, steps, pattern)) !== true) continue;
        for (const member of node.body.body) {
          if (member.type !== 'MethodDefinition' || !isFunction(member.value)) continue;
          const name = keyName(member.key, member.computed);
          if (name === undefined || !facet.methods.includes(name)) continue;
          handlers.push({ node: member.value, source, entry, kind: facet.kind ?? 'request', route: fillLabel(facet.label, { class: node.id?.name, name }) });
        }
      }
    }
  }
  return handlers;
}

/** Espree's trees have no decorators at all. */
function decoratorsOf(node: { decorators?: TSESTree.Decorator[] }): TSESTree.Decorator[] {
  return node.decorators ?? [];
}

function decoratorMatching(node: ClassNode, pattern: string, source: Source): TSESTree.Decorator | undefined {
  return decoratorsOf(node).find((decorator) => {
    const value = evaluate(decorator.expression, source);
    return value?.kind === 'external' && matches(value.module, value.steps, pattern);
  });
}

function matches(module: string, steps: readonly string[], pattern: string): boolean {
  const compiled = compilePattern(pattern);
  return matchesModule(module, compiled.module) && matchesSteps(steps, compiled.steps);
}

/** The decorator's path: its first argument's text, or that of its `path`. */
function decoratorText(decorator: TSESTree.Decorator): string | undefined {
  const call = unwrap(decorator.expression);
  if (call.type !== 'CallExpression') return undefined;
  const [first] = call.arguments;
  if (first?.type !== 'ObjectExpression') return staticText(first);
  for (const property of first.properties) {
    if (property.type === 'Property' && keyName(property.key, property.computed) === 'path') return staticText(property.value);
  }
  return undefined;
}
