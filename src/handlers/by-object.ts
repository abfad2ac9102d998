import type { Evaluation } from '../values/evaluation.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { ObjectForm } from '../catalog/entry.ts';
import type { Of } from '../catalog/lookup.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Value } from '../values/value.ts';
import type { Handler } from './handler.ts';
import { importedType, jsdocOf, jsdocType } from '../syntax/jsdoc.ts';
import { nameOf } from '../syntax/function.ts';
import { objectMembers } from '../syntax/members.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { elementReference, writtenType } from '../values/types/beside-literal.ts';
import { externalType } from './annotation.ts';
import { functionsBelow } from './key-path.ts';
import { fillLabel } from './label.ts';
import { wordsBeside } from './words.ts';

/**
 * Handlers in object literals that the catalog identifies by their type or name:
 * `const resolvers: Resolvers = { Mutation: { pay } }`.
 */
export function objectHandlers(source: Source, evaluation: Evaluation): Handler[] {
  const handlers: Handler[] = [];
  for (const literal of outlineOf(source).literals) {
    const variable = nameOf(wrapped(literal));
    for (const { entry, facet } of formsOf(literal, variable, source, evaluation)) {
      for (const path of facet.handlers) {
        for (const { node, source: home, keys, holders } of functionsBelow(literal, path, source, evaluation)) {
          const route = fillLabel(facet.label, {
            ...wordsBeside(holders, home, evaluation),
            variable: variable === 'default' ? undefined : variable,
            key: keys.join('.'),
          });
          handlers.push({ node, source: home, entry, kind: facet.kind ?? 'request', by: 'object', route });
        }
      }
    }
  }
  return handlers;
}

function formsOf(
  literal: TSESTree.ObjectExpression,
  variable: string | undefined,
  source: Source,
  evaluation: Evaluation,
): Of<ObjectForm>[] {
  const { catalog } = evaluation;
  const type = knownType(literal, source, evaluation);
  if (type === undefined) {
    const byVariable = variable === undefined ? undefined : catalog.objectsByVariable.get(variable);
    return (byVariable ?? formsByMember(literal, evaluation)).filter(({ entry }) =>
      evaluation.workspace.packages.dependsOn(source.path, entry.packages),
    );
  }
  const named = (catalog.objectsByTypeName.get(type.name) ?? []).filter(({ entry }) =>
    evaluation.workspace.packages.dependsOn(source.path, entry.packages),
  );
  return type.value?.kind === 'external' ? [...catalog.objectTypes.findAll(type.value), ...named] : named;
}

/** `module.exports = { Query: { … } }`: a literal in one of whose members another literal stands. */
function formsByMember(literal: TSESTree.ObjectExpression, { catalog }: Evaluation): readonly Of<ObjectForm>[] {
  for (const { name, value } of objectMembers(literal)) {
    const forms = catalog.objectsByMember.get(name);
    if (forms !== undefined && value !== undefined && unwrap(value).type === 'ObjectExpression') return forms;
  }
  return [];
}

/** The last part of a type's name, and the type's value if it can be followed. */
interface WrittenType {
  readonly name: string;
  readonly value: Value | undefined;
}

/** The declared type of a literal: `satisfies T`, `const x: T[] = [{ … }]`, JSDoc `@type`. */
function knownType(
  literal: TSESTree.ObjectExpression,
  source: Source,
  evaluation: Evaluation,
): WrittenType | undefined {
  const written = writtenType(literal);
  if (!('type' in written)) return documentedType(written.documented, source);
  const named = elementReference(written.type);
  return named === undefined ? undefined : { name: named.name, value: evaluation.type(named.type, source) };
}

function documentedType(node: Node, source: Source): WrittenType | undefined {
  const comment = jsdocOf(node, source);
  const text = comment === undefined ? undefined : jsdocType(comment, 'type');
  const name = text === undefined ? undefined : (importedType(text)?.name ?? /^([a-z_$][\w$]*)/i.exec(text)?.[1]);
  return name === undefined ? undefined : { name, value: externalType(text) };
}
