import type { Definition, Reference, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from './source.ts';

const references = new WeakMap<object, Map<Node, Reference>>();
const declared = new WeakMap<object, Map<Node, Variable>>();

/** The variable that an identifier reads or writes, or declares; undefined for globals (also those that ESLint or the TypeScript parser declare) and property names. */
export function variableOf(identifier: Node, source: Source): Variable | undefined {
  const variable = referenceOf(identifier, source)?.resolved ?? declarationsOf(source).get(identifier);
  return variable === undefined || variable.defs.length === 0 ? undefined : variable;
}

function referenceOf(identifier: Node, source: Source): Reference | undefined {
  let map = references.get(source.scopes);
  if (map === undefined) {
    map = new Map();
    for (const scope of source.scopes.scopes) for (const reference of scope.references) map.set(reference.identifier, reference);
    references.set(source.scopes, map);
  }
  return map.get(identifier);
}

function declarationsOf(source: Source): Map<Node, Variable> {
  let map = declared.get(source.scopes);
  if (map === undefined) {
    map = new Map();
    for (const scope of source.scopes.scopes) {
      for (const variable of scope.variables) for (const name of variable.identifiers) map.set(name, variable);
    }
    declared.set(source.scopes, map);
  }
  return map;
}

/** The last definition of a variable: overloads are declared before their implementation. */
export function definitionOf(variable: Variable): Definition | undefined {
  return variable.defs.at(-1);
}

/** The expressions that are written to a variable, its initialiser included; undefined when one of them cannot be seen (a pattern, a loop, `x++`). */
export function writesOf(variable: Variable): TSESTree.Expression[] | undefined {
  const writes: TSESTree.Expression[] = [];
  for (const reference of variable.references) {
    if (!reference.isWrite()) continue;
    if (reference.writeExpr === null || reference.writeExpr === undefined) return undefined;
    writes.push(reference.writeExpr as TSESTree.Expression);
  }
  return writes;
}
