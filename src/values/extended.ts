import type { Extended } from '../catalog/entry.ts';
import type { Keeping } from '../syntax/kept-values.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { ExternalValue, Value } from './value.ts';
import { methodCall } from '../syntax/call.ts';
import { anyOf } from '../syntax/escape.ts';
import { keptValues } from '../syntax/kept-values.ts';
import { keyName } from '../syntax/literal.ts';
import { classMembersNamed } from '../syntax/members-named.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { sourcesMentioning } from './near.ts';

/** With more files than this that may define a method, it is not looked for. */
const MOST_FILES = 12;

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
  const extended = catalog.extended.find(value);
  if (extended === undefined || catalog.launches.find({ ...value, steps: [...value.steps, name, '()'] }) !== undefined)
    return undefined;
  const homes = sourcesMentioning(name, extending(extended), source, evaluation, MOST_FILES);
  const found = homes.flatMap((home) => [
    ...(keptValues(home).get(name) ?? [])
      .filter((each) => isPlace(each, extended))
      .map(({ given }) => evaluation.expression(given, home)),
    ...ofLoadedClasses(name, extended, home, evaluation),
  ]);
  const [only, ...others] = found;
  return only?.kind === 'function' && others.length === 0 ? only : undefined;
}

/** Text that may give such a value methods. */
function extending({ under, methods = [], classes = [] }: Extended): RegExp {
  const places = anyOf(under, (any) => `\\b${any}\\b`);
  const calls = anyOf([...methods, ...classes], (any) => `\\.${any}\\s*\\(`);
  return new RegExp([places, calls].flatMap((each) => each?.source ?? []).join('|'));
}

/**
 * Whether code puts a method where the catalog says: `schema.static('run', …)`, `schema.statics.run = …`, `{ statics: {
 * run() {} } }`.
 */
function isPlace({ object, method }: Keeping, { under, methods = [] }: Extended): boolean {
  if (method !== undefined) return methods.includes(method);
  const place = unwrap(object);
  if (place.type === 'MemberExpression') return under.includes(keyName(place.property, place.computed) ?? '');
  const holder = wrapped(place).parent;
  return holder?.type === 'Property' && under.includes(keyName(holder.key, holder.computed) ?? '');
}

/** The members of classes that a file gives such a value as a whole: `schema.loadClass(UserClass)`. */
function ofLoadedClasses(
  name: string,
  { classes = [], isStatic = false }: Extended,
  source: Source,
  evaluation: Evaluation,
): (Value | undefined)[] {
  if (classes.length === 0) return [];
  return outlineOf(source).calls.flatMap((call) => {
    const method = methodCall(call);
    const given: Node | undefined = method?.call.arguments[0];
    if (method === undefined || given === undefined || !classes.includes(method.method)) return [];
    const loaded = evaluation.expression(given, source);
    if (loaded?.kind !== 'class') return [];
    return classMembersNamed(loaded.node, name, isStatic, loaded.source).flatMap(({ kind, value }) =>
      kind === 'method' && value !== undefined ? [evaluation.expression(value, loaded.source)] : [],
    );
  });
}
