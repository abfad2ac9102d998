import type { Decoration, Entry } from '../catalog/entry.ts';
import type { Of } from '../catalog/lookup.ts';
import type { Node } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Value } from '../values/value.ts';
import { methodCall, propertyName } from '../syntax/call.ts';
import { addTo } from '../syntax/grouping.ts';
import { staticText } from '../syntax/literal.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { onReceivers, receiversOf } from './receiver.ts';

export interface Decorated {
  readonly entry: Entry;
  readonly value: Value;
}

/** By name. */
export type Decorations = ReadonlyMap<string, readonly Decorated[]>;

/** What the code of a file puts on a framework's objects. */
export function decorationsIn(path: string, evaluation: Evaluation): Decorations {
  const into = new Map<string, Decorated[]>();
  const source = evaluation.workspace.files.sourceAt(path);
  if (source === undefined) return into;
  const { catalog } = evaluation;
  /** Records the value under its name if one of the rows says that the object is decorated with it. */
  const add = (
    rows: readonly Of<Decoration>[] | undefined,
    object: Node,
    name: string | undefined,
    given: Node | undefined,
  ): void => {
    if (rows === undefined || name === undefined || given === undefined) return;
    for (const { entry } of onReceivers(rows, receiversOf(object, source, evaluation))) {
      const value = evaluation.expression(given, source);
      if (value !== undefined) addTo(into, name, { entry, value });
    }
  };
  const { assignments, calls } = outlineOf(source);
  for (const node of calls) {
    const method = methodCall(node);
    if (method === undefined) continue;
    const [name, given] = method.call.arguments;
    add(catalog.decorationsByMethod.get(method.method), method.object, staticText(name), given);
  }
  if (catalog.decorationsByProperty.size === 0) return into;
  for (const { left, right } of assignments) {
    const target = unwrap(left);
    const holder = target.type === 'MemberExpression' ? unwrap(target.object) : undefined;
    if (target.type !== 'MemberExpression' || holder?.type !== 'MemberExpression') continue;
    add(catalog.decorationsByProperty.get(propertyName(holder) ?? ''), holder.object, propertyName(target), right);
  }
  return into;
}
