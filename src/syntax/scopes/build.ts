import type { Node } from '../source.ts';
import type { Identifier, ScopeType } from './making.ts';
import type { Scope, Scopes } from './scope.ts';
import { READ, ReferenceInMaking, ScopeInMaking } from './making.ts';

/** Builds the scopes during a walk over the tree. */
export class ScopeBuilder implements Scopes {
  readonly scopes: ScopeInMaking[] = [];
  readonly #byBlock = new Map<Node, ScopeInMaking[]>();
  #current: ScopeInMaking | null = null;

  get globalScope(): Scope | null {
    return this.scopes[0] ?? null;
  }

  get current(): ScopeInMaking {
    if (this.#current === null) throw new Error('A scope is asked for outside of the program.');
    return this.#current;
  }

  acquire(node: Node, inner = false): Scope | null {
    return this.#byBlock.get(node)?.at(inner ? -1 : 0) ?? null;
  }

  open(type: ScopeType, block: Node): void {
    this.#current = new ScopeInMaking(type, block, this.#current);
    this.scopes.push(this.#current);
    const known = this.#byBlock.get(block);
    if (known === undefined) this.#byBlock.set(block, [this.#current]);
    else known.push(this.#current);
  }

  /** Ends all scopes of a node. References to their names are resolved; the rest go to the enclosing scope. */
  close(block: Node): void {
    while (this.#current?.block === block) {
      const scope: ScopeInMaking = this.#current;
      for (const reference of scope.open) {
        const variable = scope.lookUp(reference);
        if (variable === undefined) {
          scope.through.push(reference);
          scope.upper?.open.push(reference);
        } else {
          variable.references.push(reference);
          reference.resolved = variable;
        }
      }
      scope.open = [];
      this.#current = scope.upper;
    }
  }

  define(
    name: Node & { readonly name: string },
    type: string,
    node: Node,
    meanings: number,
    scope: ScopeInMaking = this.current,
  ): void {
    const variable = scope.variable(name.name);
    variable.defs.push({ type, name, node });
    variable.identifiers.push(name);
    variable.meanings |= meanings;
  }

  /** Defines a member of an enum whose name is a string. */
  defineText(text: string, name: Node, type: string, node: Node, meanings: number): void {
    const variable = this.current.variable(text);
    variable.defs.push({ type, name, node });
    variable.meanings |= meanings;
  }

  refer(identifier: Identifier, meanings: number, access = READ, writeExpr?: Node | null, init = false): void {
    const scope = this.current;
    const reference = new ReferenceInMaking(identifier, scope, meanings, access, writeExpr, init);
    scope.references.push(reference);
    scope.open.push(reference);
  }
}
