import type { Scope, Variable } from '../syntax/scopes/scope.ts';
import type { Node, Source } from '../syntax/source.ts';

/** The variable that `name` would refer to at `node`; undefined if no declaration of the file is in scope. */
export function nameAt(name: string, node: Node, source: Source): Variable | undefined {
  for (let scope: Scope | null = scopeAt(node, source); scope !== null; scope = scope.upper) {
    const variable = scope.set.get(name);
    // Globals of the language are in the outermost scope, without a declaration.
    if (variable !== undefined && variable.defs.length > 0) return variable;
  }
  return undefined;
}

function scopeAt(node: Node, { scopes }: Source): Scope | null {
  for (let outer: Node | undefined | null = node; outer != null; outer = outer.parent) {
    const scope = scopes.acquire(outer, true);
    if (scope !== null) return scope;
  }
  return scopes.globalScope;
}

/** Whether the file uses `name` for something that it does not declare: a global, which an import would hide. */
export function isGlobalName(name: string, { scopes }: Source): boolean {
  return scopes.scopes.some(({ through }) =>
    through.some(
      ({ identifier, resolved }) =>
        (resolved === null || resolved.defs.length === 0) &&
        identifier.type === 'Identifier' &&
        identifier.name === name,
    ),
  );
}

/** Whether `name` is used or declared anywhere in the file. */
export function isUsedName(name: string, source: Source): boolean {
  return (
    isGlobalName(name, source) ||
    source.scopes.scopes.some(({ variables }) =>
      variables.some((variable) => variable.name === name && variable.defs.length > 0),
    )
  );
}
