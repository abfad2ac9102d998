import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import { methodCall, propertyName } from '../../syntax/call.ts';
import { isNothing, keyName } from '../../syntax/literal.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { originOf } from './origin.ts';

/**
 * The names that a key may be, because it is taken out of a table of names: `['add', 'drop']` for
 * `this[METHODS[type]]()` with `METHODS = { [Type.Add]: 'add', [Type.Drop]: 'drop' }`, or with a map of these. Undefined
 * if it isn't.
 */
export function selectedNames(key: Node, source: Source, evaluation: Evaluation): readonly string[] | undefined {
  const taken = takenFrom(unwrap(key), source);
  const place = taken === undefined ? undefined : evaluation.follow(taken, source);
  return place === undefined ? undefined : namesHeld(place.node);
}

/** The table in `METHODS[type]` and `METHODS.get(type)`, also behind a variable that holds what is taken. */
function takenFrom(key: Node, source: Source): Node | undefined {
  if (key.type === 'Identifier') {
    const origin = originOf(key, source);
    if (origin === undefined || !('whole' in origin) || origin.key !== undefined) return undefined;
    const whole = unwrap(origin.whole);
    return whole.type === 'Identifier' ? undefined : takenFrom(whole, source);
  }
  if (key.type === 'MemberExpression') return propertyName(key) === undefined ? key.object : undefined;
  const method = methodCall(key);
  return method?.method === 'get' ? method.object : undefined;
}

/** The texts in a table that has nothing else, except for what stands for no name. */
function namesHeld(table: Node): readonly string[] | undefined {
  const values = valuesHeld(unwrap(table));
  const names = values?.flatMap((value) => {
    const node = value === undefined ? undefined : unwrap(value);
    if (node !== undefined && isNothing(node)) return [];
    return [node === undefined ? undefined : keyName(node, true)];
  });
  return names?.every((name) => name !== undefined) === true && names.length > 0 ? names : undefined;
}

function valuesHeld(table: Node): readonly (Node | undefined)[] | undefined {
  switch (table.type) {
    case 'ObjectExpression':
      return table.properties.map((property) => (property.type === 'Property' ? property.value : undefined));
    case 'ArrayExpression':
      return table.elements.map((element) => element ?? undefined);
    case 'NewExpression': {
      const [pairs] = table.arguments;
      const list = pairs === undefined ? undefined : unwrap(pairs);
      if (list?.type !== 'ArrayExpression') return undefined;
      return list.elements.map((element) => {
        const pair = element === null ? undefined : unwrap(element);
        return pair?.type === 'ArrayExpression' ? (pair.elements[1] ?? undefined) : undefined;
      });
    }
    default:
      return undefined;
  }
}
