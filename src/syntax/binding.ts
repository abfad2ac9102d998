import type { Definition, Reference, Variable } from './scopes/scope.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from './source.ts';
import { perSource } from './per-source.ts';

/**
 * The variable that an identifier reads, writes or declares; undefined for property names and for globals, including
 * those that ESLint or the TypeScript parser declare.
 */
export function variableOf(identifier: Node, source: Source): Variable | undefined {
  const variable = referenceOf(identifier, source)?.resolved ?? declarationsOf(source).get(identifier);
  return variable === undefined || variable.defs.length === 0 ? undefined : variable;
}

function referenceOf(identifier: Node, source: Source): Reference | undefined {
  return referencesOf(source).get(identifier);
}

const referencesOf = perSource(({ scopes }) => {
  const map = new Map<Node, Reference>();
  for (const scope of scopes.scopes) for (const reference of scope.references) map.set(reference.identifier, reference);
  return map;
});

const declarationsOf = perSource(({ scopes }) => {
  const map = new Map<Node, Variable>();
  for (const scope of scopes.scopes) {
    for (const variable of scope.variables) for (const name of variable.identifiers) map.set(name, variable);
  }
  return map;
});

/**
 * The last definition of a variable, because overloads precede their implementation. A type of the same name counts
 * only if the variable has no value.
 */
export function definitionOf({ defs }: Variable): Definition | undefined {
  return (
    defs.findLast(({ node }) => node.type !== 'TSInterfaceDeclaration' && node.type !== 'TSTypeAliasDeclaration') ??
    defs.at(-1)
  );
}

/** Whether a variable is declared outside all functions. */
export function isOfModule({ scope }: Variable): boolean {
  return scope.type === 'module' || scope.type === 'global';
}

/** The places where a variable is read. */
export function readsOf({ references }: Variable): Node[] {
  return references.flatMap((reference) => (reference.isRead() ? [reference.identifier as Node] : []));
}

/**
 * The expressions written to a variable, including its initialiser. For a pattern, that is the whole value, and for
 * `for (x of list)` the list. Undefined if a write has no expression (`x++`).
 */
export function writesOf(variable: Variable): TSESTree.Expression[] | undefined {
  const writes: TSESTree.Expression[] = [];
  for (const reference of variable.references) {
    if (!reference.isWrite()) continue;
    if (reference.writeExpr === null || reference.writeExpr === undefined) return undefined;
    writes.push(reference.writeExpr as TSESTree.Expression);
  }
  return writes;
}
