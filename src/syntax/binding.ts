import type { Definition, Reference, Variable } from './scopes/scope.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from './source.ts';
import { perSource } from './per-source.ts';

/**
 * The variable that an identifier reads or writes, or declares; undefined for globals (also those that ESLint or the
 * TypeScript parser declare) and property names.
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
 * The last definition of a variable, as overloads are declared before their implementation; a type of the same name only
 * where it is no value.
 */
export function definitionOf({ defs }: Variable): Definition | undefined {
  return (
    defs.findLast(({ node }) => node.type !== 'TSInterfaceDeclaration' && node.type !== 'TSTypeAliasDeclaration') ??
    defs.at(-1)
  );
}

/** Whether a variable stands outside of all functions. */
export function isOfModule({ scope }: Variable): boolean {
  return scope.type === 'module' || scope.type === 'global';
}

/**
 * The expressions that are written to a variable, its initialiser included; undefined when one of them cannot be seen
 * (a pattern, a loop, `x++`).
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
