import type { Variable } from '../syntax/scopes/scope.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/source.ts';
import type { Contents } from './contents.ts';
import type { Context } from './context.ts';
import type { Becomes, Lost } from './owner.ts';
import { definitionOf, readsOf, variableOf, writesOf } from '../syntax/binding.ts';
import { continuationAnswers } from './answers/continuation.ts';
import { readIn } from './contents.ts';

/** The uses of a promise that is lost in spite of them. */
export interface DroppedReads {
  /** The calls chained onto it. */
  readonly links: readonly TSESTree.CallExpression[];
  /** The first read that takes the promise, or its holder, for a result. */
  readonly used?: { readonly lost: Lost; readonly read: Node };
}

/**
 * The reads of a variable that holds a promise, if all of them drop it or there are none; undefined if one owns it.
 *
 * @param contents - where the promise is within the variable's value; omitted if the value is the promise itself
 */
export function droppedReads(name: Node, context: Context, contents?: Contents): DroppedReads | undefined {
  const { source } = context;
  const variable = variableOf(name, source);
  // An undeclared `_` is the usual way to throw a value away; any other global may be read elsewhere.
  if (variable === undefined) return name.type === 'Identifier' && name.name === '_' ? { links: [] } : undefined;
  if (isExported(variable)) return undefined;
  // A variable that leads back to itself (`a = b; b = a;`) isn't its own owner.
  if (context.asking.has(variable)) return { links: [] };
  context.asking.add(variable);
  try {
    return readsThatDrop(variable, context, contents);
  } finally {
    context.asking.delete(variable);
  }
}

function readsThatDrop(variable: Variable, context: Context, contents?: Contents): DroppedReads | undefined {
  const links: TSESTree.CallExpression[] = [];
  let used: DroppedReads['used'];
  for (const reference of variable.references) {
    if (!reference.isRead() || isSetWhereMissing(reference.identifier)) continue;
    const read = readIn(reference.identifier, contents);
    if (read === undefined) continue;
    const ownership = context.ownershipOf(read.node, read.collected);
    if (ownership.kind === 'owned' || continuationAnswers(read.node, ownership, context)) return undefined;
    links.push(...ownership.links);
    // `if (!running) running = run();` only checks whether there is a promise.
    if (ownership.becomes !== undefined && (SENDS.has(ownership.becomes) || isSetOnce(variable)))
      used ??= { lost: ownership, read: reference.identifier };
  }
  return used === undefined ? { links } : { links, used };
}

/** `job ??= run();`: the value that it reads isn't used. */
function isSetWhereMissing(name: Node): boolean {
  const { parent } = name;
  return (
    parent?.type === 'AssignmentExpression' &&
    parent.left === name &&
    /^(?:\?\?|\|\||&&)=$/.test(parent.operator) &&
    parent.parent.type === 'ExpressionStatement'
  );
}

function isSetOnce(variable: Variable): boolean {
  const definition = definitionOf(variable)?.node;
  return definition?.type === 'VariableDeclarator' && definition.init !== null && writesOf(variable)?.length === 1;
}

const SENDS: ReadonlySet<Becomes> = new Set(['sent', 'sent in an array', 'sent inside']);

/**
 * The reads of a variable that own the promise in it; undefined if the variable is exported or written more than once.
 */
export function owningReads(name: Node, context: Context): Node[] | undefined {
  const variable = variableOf(name, context.source);
  if (variable === undefined || isExported(variable) || writesOf(variable)?.length !== 1) return undefined;
  return readsOf(variable).filter((read) => context.ownershipOf(read).kind === 'owned');
}

/** Whether other files may read a variable. */
export function isExported(variable: Variable): boolean {
  for (const { node } of variable.defs) {
    for (let outer = node as Node | undefined; outer != null; outer = outer.parent) {
      if (outer.type === 'ExportNamedDeclaration') return true;
      if (outer.type === 'BlockStatement') break;
    }
  }
  return false;
}
