import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Origin, Place } from './modules.ts';
import { definitionOf, variableOf, writesOf } from '../syntax/binding.ts';
import { propertyName } from '../syntax/call.ts';
import { keyName } from '../syntax/literal.ts';
import { classMembersNamed } from '../syntax/members-named.ts';
import { propertyValue } from '../syntax/members.ts';
import { importedBy } from '../syntax/names.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { exportOrigin, importOrigin } from './modules.ts';

/** See `Evaluation.follow`. */
export function follow(node: Node, source: Source, evaluation: Evaluation): Place | undefined {
  let place: Place = { kind: 'place', node: unwrap(node), source };
  for (let step = 0; step < 20; step += 1) {
    const next = followOnce(place, evaluation);
    if (next === place) return place;
    if (next?.kind !== 'place') return undefined;
    place = next;
  }
  return undefined;
}

function followOnce(place: Place, evaluation: Evaluation): Origin | undefined {
  const { node, source } = place;
  if (node.type === 'Identifier') return followVariable(node, place, evaluation);
  if (node.type !== 'MemberExpression') return place;
  const name = propertyName(node);
  const object = evaluation.expression(node.object, source);
  if (name === undefined || object === undefined) return undefined;
  if (object.kind === 'namespace') return exportOrigin(object.source, name, evaluation);
  if (object.kind === 'object') {
    const value = propertyValue(object.node, name);
    if (value !== undefined) return { kind: 'place', node: unwrap(value), source: object.source };
  }
  if (object.kind === 'instance' || object.kind === 'class') {
    const owner = object.kind === 'instance' ? object.of : object;
    const isStatic = object.kind === 'class';
    const field = classMembersNamed(owner.node, name, isStatic, owner.source).find(
      ({ kind, value }) => kind === 'field' && value !== undefined,
    );
    if (field?.value !== undefined) return { kind: 'place', node: unwrap(field.value), source: owner.source };
  }
  return functionPlace(node, source, evaluation);
}

function followVariable(node: TSESTree.Identifier, place: Place, evaluation: Evaluation): Origin | undefined {
  const variable = variableOf(node, place.source);
  const definition = variable === undefined ? undefined : definitionOf(variable)?.node;
  if (variable === undefined || definition === undefined) return undefined;
  switch (definition.type) {
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier': {
      const from = importedBy(definition);
      return from === undefined ? undefined : importOrigin(from.specifier, from.name, place.source, evaluation);
    }
    case 'VariableDeclarator': {
      if (definition.init === null) return undefined;
      if (definition.id.type === 'Identifier') {
        return writesOf(variable)?.length === 1
          ? { kind: 'place', node: unwrap(definition.init), source: place.source }
          : undefined;
      }
      const whole = evaluation.expression(definition.init, place.source);
      if (definition.id.type !== 'ObjectPattern' || whole?.kind !== 'namespace') break;
      for (const property of definition.id.properties) {
        if (property.type !== 'Property' || property.value !== variable.identifiers[0]) continue;
        const key = keyName(property.key, property.computed);
        if (key !== undefined) return exportOrigin(whole.source, key, evaluation);
      }
      break;
    }
    default:
  }
  return functionPlace(node, place.source, evaluation);
}

function functionPlace(node: Node, source: Source, evaluation: Evaluation): Place | undefined {
  const value = evaluation.expression(node, source);
  return value?.kind === 'function' ? { kind: 'place', node: value.node, source: value.source } : undefined;
}
