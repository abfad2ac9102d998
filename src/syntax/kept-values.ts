import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from './source.ts';
import { methodCall, propertyName } from './call.ts';
import { addTo } from './grouping.ts';
import { isNothing, keyName } from './literal.ts';
import { perSource } from './per-source.ts';
import { unwrap } from './unwrap.ts';
import { outlineOf } from './walk.ts';

/** Code that keeps a value in an object under a name, to be read in another place. */
export interface Keeping {
  readonly object: Node;
  /** The method that takes name and value; undefined for an assignment. */
  readonly method?: string;
  readonly given: Node;
}

/**
 * The values that a file keeps in objects, by name: `app.set('mail', mail)`, `req.mail = mail`, `ctx.state = { mail }`,
 * `Object.assign(res.locals, { mail })`, `container.register({ mail })`.
 */
export const keptValues: (source: Source) => ReadonlyMap<string, readonly Keeping[]> = perSource((source) => {
  const kept = new Map<string, Keeping[]>();
  const add = (name: string, each: Keeping): void => {
    if (!isNothing(unwrap(each.given))) addTo(kept, name, each);
  };
  const { calls, assignments, nested } = outlineOf(source);
  for (const node of calls) {
    const method = methodCall(node);
    const [name, given] = method?.call.arguments ?? [];
    if (method === undefined || name === undefined) continue;
    // `register({ mail: mailer })`
    if (given === undefined) addParts(method.object, name, add, method.method);
    const key = keyName(name, true);
    if (given === undefined) continue;
    if (key !== undefined) add(key, { object: method.object, method: method.method, given });
    else if (isObjectAssign(method)) addParts(name, given, add);
  }
  // `{ statics: { load() {} } }`
  for (const { value } of nested) addParts(value, value, add);
  for (const { operator, left, right } of assignments) {
    const target = /^(?:\?\?|\|\|)?=$/.test(operator) ? unwrap(left) : undefined;
    if (target?.type !== 'MemberExpression') continue;
    const name = propertyName(target);
    if (name !== undefined) add(name, { object: target.object, given: right });
    addParts(target, right, add);
  }
  return kept;
});

function isObjectAssign({ object, method }: { object: Node; method: string }): boolean {
  return method === 'assign' && object.type === 'Identifier' && object.name === 'Object';
}

function addParts(object: Node, given: Node, add: (name: string, each: Keeping) => void, method?: string): void {
  const literal = unwrap(given);
  if (literal.type !== 'ObjectExpression') return;
  for (const part of literal.properties) {
    const name = part.type === 'Property' && part.kind === 'init' ? keyName(part.key, part.computed) : undefined;
    if (name !== undefined)
      add(name, { object, given: (part as TSESTree.Property).value, ...(method !== undefined && { method }) });
  }
}
