import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode, SignatureNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Argument, Declared, Scope } from './types/declared.ts';
import { isFunction } from '../syntax/function.ts';

/** A function, or the signature of one (overload, interface method, function type). */
export interface FunctionValue {
  readonly kind: 'function';
  readonly node: SignatureNode;
  readonly source: Source;
  /** Where its types are written in an interface, class or alias: what `this` and `T` mean there. */
  readonly scope?: Scope;
  /** All signatures that its type has, where there are several or it has members, too. */
  readonly types?: readonly Declared[];
}

export interface ClassValue {
  readonly kind: 'class';
  readonly node: TSESTree.ClassDeclaration | TSESTree.ClassExpression;
  readonly source: Source;
}

export interface InstanceValue {
  readonly kind: 'instance';
  readonly of: ClassValue;
  /** The arguments given to the parameters of the class. */
  readonly given?: readonly Argument[];
  /** The other parts of its type: of an intersection or a union. */
  readonly beside?: readonly Declared[];
}

/** What `new F()` gives, where F is a function. */
export interface MadeValue {
  readonly kind: 'made';
  readonly node: FunctionNode;
  readonly source: Source;
}

export interface ObjectValue {
  readonly kind: 'object';
  readonly node: TSESTree.ObjectExpression;
  readonly source: Source;
}

/** A value known only by its type, as far as that is written in the user's code: an interface, a type literal. */
export interface TypedValue {
  readonly kind: 'typed';
  /** Its parts: several of an intersection or a union. */
  readonly types: readonly Declared[];
}

/** All exports of a module of the user's code. */
export interface NamespaceValue {
  readonly kind: 'namespace';
  readonly source: Source;
}

/**
 * Something that a package, Node or the platform gives, by the way it was reached: `express#default()`, `new
 * pg#Pool().query()`.
 * Steps are names, `()` for a call, `new` for an instance and `` `…` `` for a tagged template. Globals have the module
 * `global`.
 */
export interface ExternalValue {
  readonly kind: 'external';
  readonly module: string;
  readonly steps: readonly string[];
  /** How many of the steps lie before the last `await`. */
  readonly awaited?: number;
  /** The arguments that are given to its type where the user's code writes it: `Repo<User>`. */
  readonly given?: readonly Argument[];
  /** The other parts of its type: of an intersection or a union. */
  readonly beside?: readonly Declared[];
  /** The user's class that inherits it as a static member: `User.findByPk()` of `class User extends Model`. */
  readonly by?: ClassValue;
  /** What stands under its keys, `*` for each of a list: what a query yields. */
  readonly holds?: ReadonlyMap<string, Value>;
}

/** A promise of a value; only types say so. Awaiting is transparent everywhere else. */
export interface PromiseValue {
  readonly kind: 'promise';
  readonly of: Value | undefined;
  readonly lazy?: boolean;
}

/** A parameter whose type nobody wrote down, or what is reached from it by names. */
export interface ParameterValue {
  readonly kind: 'parameter';
  readonly fn: FunctionNode;
  readonly index: number;
  /** Names of members, outermost first; empty for the parameter itself. */
  readonly path: readonly string[];
  readonly source: Source;
}

/** An array literal, for collections that a function fills. */
export interface ArrayValue {
  readonly kind: 'array';
  readonly node: Node;
  readonly source: Source;
}

/** What an expression refers to. `undefined` in place of a Value means: unknown. */
export type Value =
  | FunctionValue
  | ClassValue
  | InstanceValue
  | MadeValue
  | ObjectValue
  | TypedValue
  | NamespaceValue
  | ExternalValue
  | PromiseValue
  | ParameterValue
  | ArrayValue;

/** Whether of a function only its type is known: a member of an interface or a type that somebody wrote. */
export function isOnlyDeclared(value: Value): boolean {
  return value.kind === 'function' && !isFunction(value.node);
}

export const CALL = '()';
export const INSTANCE = 'new';
export const TEMPLATE = '`…`';

/**
 * An external value one step further on. A default export's members are the package's named exports: `express.Router`
 * is `express#Router`; `globalThis.x` is `x`.
 */
export function stepInto(from: ExternalValue, step: string): ExternalValue {
  const { steps } = from;
  const value = alone(from);
  const isNamespace = steps.length === 1 && steps[0] === '*';
  if (isNamespace && (step === CALL || step === INSTANCE || step === TEMPLATE))
    return { ...value, steps: ['default', step] };
  if (isNamespace) return { ...value, steps: [step] };
  if (value.module === 'global' && steps.length === 1 && /^global(?:This)?$/.test(steps[0] ?? ''))
    return { ...value, steps: [step] };
  const isDefault = steps.length === 1 && steps[0] === 'default';
  if (isDefault && step !== CALL && step !== INSTANCE && step !== TEMPLATE) return { ...value, steps: [step] };
  return { ...value, steps: [...steps, step] };
}

/** The value without the other parts of its type: they are not those of its members. */
function alone({ kind, module, steps, awaited, given, by }: ExternalValue): ExternalValue {
  return {
    kind,
    module,
    steps,
    ...(awaited !== undefined && { awaited }),
    ...(given !== undefined && { given }),
    ...(by !== undefined && { by }),
  };
}

/**
 * The value, or another where it is unknown or only a name that nothing declares: that says less than the type beside it,
 * and than what is made where it is missing (`globalThis.db ?? new Database()`).
 */
export function knownOr(value: Value | undefined, other: () => Value | undefined): Value | undefined {
  return value === undefined || (value.kind === 'external' && value.module === 'global') ? (other() ?? value) : value;
}
