import type { Evaluation } from '../values/evaluation.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { ClassForm } from '../catalog/entry.ts';
import type { Of } from '../catalog/lookup.ts';
import type { ClassNode } from '../syntax/class.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Handler } from './handler.ts';
import { OTHER_VERB_DECORATORS, PREFIX_DECORATORS, UNKNOWN_SERVER, VERB_DECORATORS } from '../catalog/roles.ts';
import { compilePattern, matchesModule, matchesSteps } from '../catalog/pattern.ts';
import { isFunction } from '../syntax/function.ts';
import { classMembers, propertyValue } from '../syntax/members.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { decoratorName, decoratorsOf, methodDecorators } from './decorators.ts';
import { fillLabel, joinPath } from './label.ts';
import { mayServe } from './servers.ts';
import { textOf } from './words.ts';

/** How many base classes in the user's code are followed. A class may extend itself. */
const DEEPEST = 10;

/**
 * Handlers that are methods of a class: those with a decorator (`@Post()`), and those that an interface, a base class
 * or a decorator of the class makes handlers.
 */
export function classHandlers(source: Source, evaluation: Evaluation): Handler[] {
  return outlineOf(source).classes.flatMap((node) => [
    ...decoratedMethods(node, source, evaluation),
    ...formMethods(node, source, evaluation),
  ]);
}

function decoratedMethods(node: ClassNode, source: Source, evaluation: Evaluation): Handler[] {
  const handlers: Handler[] = [];
  for (const member of classMembers(node)) {
    const { node: method, value: fn } = member;
    if (method.type !== 'MethodDefinition' || !isFunction(fn)) continue;
    for (const decorator of methodDecorators(node, method, member.name, source)) {
      const value = evaluation.expression(decorator, source);
      const rows = value?.kind === 'external' ? evaluation.catalog.decorators.findAll(value) : [];
      const likely = rows.length > 0 ? undefined : verbRoute(node, decorator, source, evaluation);
      if (likely !== undefined)
        handlers.push({ node: fn, source, entry: UNKNOWN_SERVER, kind: 'request', by: 'shape', route: likely });
      if (value?.kind !== 'external') continue;
      for (const { entry, facet } of rows) {
        const holder = facet.on === undefined ? undefined : decoratorMatching(node, facet.on, source, evaluation);
        if (facet.on !== undefined && holder === undefined) continue;
        const text = decoratorText(decorator, source, evaluation);
        const route = fillLabel(facet.label, {
          METHOD: verbOf(value.steps.at(-2) ?? ''),
          0: text,
          path: joinPath(holder === undefined ? undefined : decoratorText(holder, source, evaluation), text),
          class: node.id?.name,
          name: `${node.id?.name ?? 'class'}.${member.name}`,
        });
        handlers.push({ node: fn, source, entry, kind: facet.kind ?? 'request', by: 'class', route });
      }
    }
  }
  return handlers;
}

/**
 * The route of a method with a verb's decorator from any module: `POST /orders` for `@Post('/')` in a class with
 * `@Controller('/orders')`. Undefined for any other decorator.
 */
function verbRoute(node: ClassNode, decorator: Node, source: Source, evaluation: Evaluation): string | undefined {
  const name = decoratorName(decorator);
  if (name === undefined || unwrap(decorator).type !== 'CallExpression') return undefined;
  const path = decoratorText(decorator, source, evaluation);
  if (!VERB_DECORATORS.has(name) && !isOtherVerb(name, path)) return undefined;
  if (!mayServe(source, evaluation)) return undefined;
  const holder = decoratorsOf(node, source).find((other) => PREFIX_DECORATORS.test(decoratorName(other) ?? ''));
  const prefix = holder === undefined ? undefined : decoratorText(holder, source, evaluation);
  return `${verbOf(name.replace(/^http/, ''))} ${joinPath(prefix, path)}`;
}

function verbOf(name: string): string {
  return /^del$/i.test(name) ? 'DELETE' : name.toUpperCase();
}

/** A lowercase verb needs a path, because many decorators are called `get`. `httpGet` doesn't. */
function isOtherVerb(name: string, path: string | undefined): boolean {
  return OTHER_VERB_DECORATORS.test(name) && (name.startsWith('http') || path?.startsWith('/') === true);
}

function formMethods(node: ClassNode, source: Source, evaluation: Evaluation): Handler[] {
  return formsOf(node, source, evaluation).flatMap(({ entry, facet }) =>
    classMembers(node).flatMap(({ name, kind, value, isPublic }) => {
      if (kind !== 'method' || !isFunction(value)) return [];
      if (!(facet.methods.includes(name) || (facet.methods.includes('*') && isPublic))) return [];
      return [
        {
          node: value,
          source,
          entry,
          kind: facet.kind ?? 'request',
          by: 'class' as const,
          route: fillLabel(facet.label, { class: node.id?.name, name }),
        },
      ];
    }),
  );
}

/** The catalog's class forms that match a class by its interfaces, base class or decorators. */
function formsOf(node: ClassNode, source: Source, evaluation: Evaluation): Of<ClassForm>[] {
  const { catalog } = evaluation;
  const forms = formsAbove(node, source, evaluation);
  for (const decorator of decoratorsOf(node, source)) {
    const value = evaluation.expression(decorator, source);
    if (value?.kind === 'external') forms.push(...catalog.classDecorators.findAll(value));
  }
  return forms;
}

/** The forms that match by interface or base class, including those of base classes that the user wrote. */
function formsAbove(node: ClassNode, source: Source, evaluation: Evaluation, depth = 0): Of<ClassForm>[] {
  const { catalog } = evaluation;
  // Espree's trees have no `implements`.
  const implemented = (node.implements as TSESTree.TSClassImplements[] | undefined) ?? [];
  const forms = implemented.flatMap(({ expression }) => {
    const type = evaluation.type(expression, source);
    return type?.kind === 'external' ? catalog.interfaces.findAll({ ...type, steps: type.steps.slice(0, -1) }) : [];
  });
  const base = node.superClass === null ? undefined : evaluation.expression(node.superClass, source);
  if (base?.kind === 'external') return [...forms, ...catalog.baseClasses.findAll(base)];
  return base?.kind === 'class' && depth < DEEPEST
    ? [...forms, ...formsAbove(base.node, base.source, evaluation, depth + 1)]
    : forms;
}

function decoratorMatching(node: ClassNode, pattern: string, source: Source, evaluation: Evaluation): Node | undefined {
  return decoratorsOf(node, source).find((decorator) => {
    const value = evaluation.expression(decorator, source);
    return value?.kind === 'external' && matches(value.module, value.steps, pattern);
  });
}

function matches(module: string, steps: readonly string[], pattern: string): boolean {
  const compiled = compilePattern(pattern);
  return matchesModule(module, compiled.module) && matchesSteps(steps, compiled.steps);
}

/** The path in a decorator: the text of its first argument, or of that object's `path`. */
function decoratorText(decorator: Node, source: Source, evaluation: Evaluation): string | undefined {
  const call = unwrap(decorator);
  if (call.type !== 'CallExpression') return undefined;
  const [first] = call.arguments;
  return textOf(first?.type === 'ObjectExpression' ? propertyValue(first, 'path') : first, source, evaluation);
}
