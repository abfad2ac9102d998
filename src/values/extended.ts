import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { ExternalValue, Value } from './value.ts';
import { keyName } from '../syntax/literal.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { functionsNamed } from './methods-named.ts';

/**
 * The method that the user's code gives a package's value in another place, where the catalog says so:
 * `User.findByEmail` of `schema.statics.findByEmail = async function () { … }`. Undefined if several places name it.
 */
export function extendedMember(
  value: ExternalValue,
  name: string,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const { catalog } = evaluation;
  const under = catalog.extended.find(value)?.under;
  if (under === undefined || catalog.launches.find({ ...value, steps: [...value.steps, name, '()'] }) !== undefined)
    return undefined;
  const found = functionsNamed(name, source, evaluation).filter(({ node }) => under.includes(placeOf(node) ?? ''));
  const [only, ...others] = found;
  return only === undefined || others.length > 0
    ? undefined
    : { kind: 'function', node: only.node, source: only.source };
}

/** The name of the object that a function is put into: `statics` in `schema.statics.run = …` and `{ statics: { run() {} } }`. */
function placeOf(fn: FunctionNode): string | undefined {
  const { parent } = wrapped(fn);
  if (parent?.type === 'AssignmentExpression') {
    const target = unwrap(parent.left);
    return target.type === 'MemberExpression' ? lastName(unwrap(target.object)) : undefined;
  }
  if (parent?.type !== 'Property') return undefined;
  const literal = wrapped(parent.parent).parent;
  if (literal?.type === 'Property') return keyName(literal.key, literal.computed);
  if (literal?.type === 'AssignmentExpression') return lastName(unwrap(literal.left));
  return undefined;
}

function lastName(node: Node): string | undefined {
  return node.type === 'MemberExpression' ? keyName(node.property, node.computed) : undefined;
}
