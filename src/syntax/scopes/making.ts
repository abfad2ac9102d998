import type { Node } from '../source.ts';
import type { Definition, Reference, Scope, Variable } from './scope.ts';

/** What a reference may mean, and what a definition is, as bits. */
export const VALUE = 1;
export const TYPE = 2;
/** What a reference does, as bits. */
export const READ = 1;
export const WRITE = 2;

/**
 * ESLint's names, except that scopes which only delimit blocks are all called `block`. `type` is the scope of a type or
 * interface with type parameters.
 */
export type ScopeType =
  | 'global'
  | 'module'
  | 'function'
  | 'class'
  | 'block'
  | 'class-field-initializer'
  | 'class-static-block'
  | 'tsModule'
  | 'type'
  | 'functionType'
  | 'mappedType'
  | 'conditionalType';

const HOLDS_VAR: ReadonlySet<ScopeType> = new Set([
  'global',
  'module',
  'function',
  'class-field-initializer',
  'class-static-block',
  'tsModule',
]);
const NO_NAMES: ReadonlyMap<string, VariableInMaking> = new Map();

export type Identifier = Reference['identifier'];

export class ReferenceInMaking implements Reference {
  readonly identifier: Identifier;
  readonly from: ScopeInMaking;
  readonly meanings: number;
  readonly access: number;
  readonly writeExpr: Node | null | undefined;
  readonly init: boolean;
  resolved: VariableInMaking | null = null;

  constructor(
    identifier: Identifier,
    from: ScopeInMaking,
    meanings: number,
    access: number,
    writeExpr: Node | null | undefined,
    init: boolean,
  ) {
    this.identifier = identifier;
    this.from = from;
    this.meanings = meanings;
    this.access = access;
    this.writeExpr = writeExpr;
    this.init = init;
  }

  isRead(): boolean {
    return (this.access & READ) !== 0;
  }

  isWrite(): boolean {
    return (this.access & WRITE) !== 0;
  }
}

class VariableInMaking implements Variable {
  readonly name: string;
  readonly scope: ScopeInMaking;
  readonly defs: Definition[] = [];
  readonly identifiers: Node[] = [];
  readonly references: ReferenceInMaking[] = [];
  /** What its definitions make it. Without definitions, that isn't known. */
  meanings = 0;

  constructor(name: string, scope: ScopeInMaking) {
    this.name = name;
    this.scope = scope;
  }
}

export class ScopeInMaking implements Scope {
  readonly type: ScopeType;
  readonly block: Node;
  readonly upper: ScopeInMaking | null;
  readonly variables: VariableInMaking[] = [];
  readonly references: ReferenceInMaking[] = [];
  readonly through: ReferenceInMaking[] = [];
  readonly variableScope: ScopeInMaking;
  /** References in this scope, and in scopes inside it, that are not resolved yet. */
  open: ReferenceInMaking[] = [];
  #names: Map<string, VariableInMaking> | undefined;

  constructor(type: ScopeType, block: Node, upper: ScopeInMaking | null) {
    this.type = type;
    this.block = block;
    this.upper = upper;
    this.variableScope = upper === null || HOLDS_VAR.has(type) ? this : upper.variableScope;
  }

  /** Most blocks declare nothing. */
  get set(): ReadonlyMap<string, VariableInMaking> {
    return this.#names ?? NO_NAMES;
  }

  variable(name: string): VariableInMaking {
    this.#names ??= new Map();
    let variable = this.#names.get(name);
    if (variable === undefined) {
      variable = new VariableInMaking(name, this);
      this.#names.set(name, variable);
      this.variables.push(variable);
    }
    return variable;
  }

  /** The variable of this scope that a reference means; undefined if it refers to an outer one. */
  lookUp({ identifier: { name, range }, meanings }: ReferenceInMaking): VariableInMaking | undefined {
    const { block } = this;
    if (name === 'arguments' && this.type === 'function' && block.type !== 'ArrowFunctionExpression')
      return this.variable(name);
    const variable = this.#names?.get(name);
    if (variable === undefined || (variable.defs.length > 0 && (variable.meanings & meanings) === 0)) return undefined;
    if (this.type !== 'function') return variable;
    // A default value of a parameter does not see what the body declares.
    const body =
      'body' in block && block.body !== null && !Array.isArray(block.body)
        ? (block.body as Node | undefined)
        : undefined;
    const start = body?.range[0] ?? -1;
    return range[0] < start && variable.defs.every((definition) => definition.name.range[0] >= start)
      ? undefined
      : variable;
  }
}
