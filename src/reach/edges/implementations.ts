import type { ClassNode } from '../../syntax/class.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { Value } from '../../values/value.ts';
import { escaped } from '../../syntax/escape.ts';
import { enclosingFunction, nameOf } from '../../syntax/function.ts';
import { classMembersNamed } from '../../syntax/members-named.ts';
import { propertyValue } from '../../syntax/members.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { outlineOf } from '../../syntax/walk.ts';
import { classBehind } from '../../values/declaration-files.ts';
import { sourcesMentioning } from '../../values/near.ts';
import { returnedExpressions } from '../../values/results.ts';
import { heirsIn, referencedName } from './heirs.ts';

/** How many levels of subclasses are searched. */
const DEEPEST = 4;
/** In how many files a function that makes base classes is looked for. */
const MOST_MADE = 100;

/** What is looked for. */
export interface Search {
  readonly method: string;
  /** The asking file. */
  readonly from: Source;
  readonly evaluation: Evaluation;
  /** In how many files at most. */
  readonly most?: number;
}

/** A class, an interface or a type alias. */
export interface Owner {
  readonly node: Node;
  readonly source: Source;
}

/**
 * The methods of everything in the user's code that implements or extends an owner.
 *
 * @param depth - how many levels of subclasses were searched before
 */
export function implementations(written: Owner, search: Search, depth = 0): Value[] {
  const owner = classBehind(written.node, written.source, search.evaluation.workspace) ?? written;
  const name = 'id' in owner.node && owner.node.id?.type === 'Identifier' ? owner.node.id.name : undefined;
  if (depth > DEEPEST) return [];
  const named = name === undefined ? [] : heirsOfNamed(name, owner, search);
  return [...named, ...heirsOfMade(owner, search)].flatMap((heir) => implementationIn(heir, search, depth));
}

function heirsOfNamed(name: string, owner: Owner, { from, evaluation, most }: Search): Owner[] {
  return sourcesMentioning(name, implementing, from, evaluation, most).flatMap((source) =>
    heirsIn(source).flatMap(({ node, of }) =>
      referencedName(of) === name && isSame(evaluation.type(of, source) ?? evaluation.expression(of, source), owner)
        ? [{ node, source }]
        : [],
    ),
  );
}

/** Text that may implement a type with a name. */
function implementing(name: string): RegExp {
  const word = escaped(name);
  return new RegExp(
    [
      `\\b(?:extends|implements)\\b[^{]*\\b${word}\\b`,
      // Only before a literal: a variable or parameter of this type is no implementation.
      `:\\s*(?:Promise<\\s*)?${word}\\b[^;,(){}\\n]*(?:=>|\\(?\\{)`,
      `\\}\\)?\\s*(?:as\\s+const\\s+)?(?:satisfies|as)\\s+${word}\\b`,
    ].join('|'),
  );
}

/** The classes that extend what a function makes, if it makes this class: `class Users extends modelOf(schema)`. */
function heirsOfMade(owner: Owner, { from, evaluation }: Search): Owner[] {
  const maker = makerOf(owner.node);
  if (maker === undefined) return [];
  return sourcesMentioning(maker, making, from, evaluation, MOST_MADE).flatMap((source) =>
    outlineOf(source).classes.flatMap((node) => {
      const base = node.superClass === null ? undefined : evaluation.expression(node.superClass, source);
      return base?.kind === 'class' && isSame(base, owner) ? [{ node, source }] : [];
    }),
  );
}

/** Text that may call a function with a name. */
function making(name: string): RegExp {
  return new RegExp(`\\b${escaped(name)}\\s*[<(]`);
}

/** The name of the function that a class is declared in and returned from. */
function makerOf(node: Node): string | undefined {
  if (node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') return undefined;
  const fn = enclosingFunction(node);
  const isReturned = fn !== undefined && returnedExpressions(fn).some((each) => isNamed(unwrap(each), node));
  return isReturned ? nameOf(fn) : undefined;
}

function isNamed(returned: Node, node: ClassNode): boolean {
  return returned === node || (returned.type === 'Identifier' && returned.name === node.id?.name);
}

function implementationIn({ node, source }: Owner, search: Search, depth: number): Value[] {
  const { method, evaluation } = search;
  if (node.type === 'ObjectExpression') {
    const value = propertyValue(node, method);
    const found = value === undefined ? undefined : evaluation.expression(value, source);
    return found === undefined ? [] : [found];
  }
  const below = implementations({ node, source }, search, depth + 1);
  if (node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') return below;
  const own = classMembersNamed(node, method, false, source).flatMap(({ value }) => {
    const found = value === undefined ? undefined : evaluation.expression(value, source);
    return found?.kind === 'function' ? [found] : [];
  });
  // A class may inherit the implementation. An interface has none to inherit.
  const inherited = own.length === 0 ? inheritedBy(node, method, source, evaluation) : undefined;
  return [...own, ...(inherited === undefined ? [] : [inherited]), ...below];
}

function inheritedBy(node: ClassNode, method: string, source: Source, evaluation: Evaluation): Value | undefined {
  return evaluation.member({ kind: 'instance', of: { kind: 'class', node, source } }, method);
}

/** Whether a name in `extends` or `implements` refers to the owner. A name that doesn't resolve is assumed to. */
function isSame(value: Value | undefined, { node, source }: Owner): boolean {
  const leads = (other: Node, home: Source): boolean =>
    home.path === source.path && other.range[0] === node.range[0] && other.range[1] === node.range[1];
  switch (value?.kind) {
    case undefined:
      return true;
    case 'class':
      return leads(value.node, value.source);
    case 'instance':
      return (
        leads(value.of.node, value.of.source) || (value.beside ?? []).some((part) => leads(part.node, part.source))
      );
    case 'typed':
      // An alias has been followed to its type.
      return value.types.some(
        (part) => leads(part.node, part.source) || (part.node.parent != null && leads(part.node.parent, part.source)),
      );
    default:
      return false;
  }
}
