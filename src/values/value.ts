import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode, SignatureNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Argument, Declared, Scope } from './types/declared.ts';
import { isFunction, isPlaceholder } from '../syntax/function.ts';

/** What is known of every value. */
interface Found {
  /** Set if a step on the way to it is by its name alone: a module of a folder that is loaded as a whole. */
  readonly byName?: true;
}

/** A function, or the signature of one (overload, interface method, function type). */
export interface FunctionValue extends Found {
  readonly kind: 'function';
  readonly node: SignatureNode;
  readonly source: Source;
  /** For types written in an interface, class or alias: what `this` and `T` mean there. */
  readonly scope?: Scope;
  /** All parts of its type, if it has several signatures, or members too. */
  readonly types?: readonly Declared[];
}

export interface ClassValue extends Found {
  readonly kind: 'class';
  readonly node: TSESTree.ClassDeclaration | TSESTree.ClassExpression;
  readonly source: Source;
}

export interface InstanceValue extends Found {
  readonly kind: 'instance';
  readonly of: ClassValue;
  /** The type arguments of the class. */
  readonly given?: readonly Argument[];
  /** The other parts of its type, if that is an intersection or a union. */
  readonly beside?: readonly Declared[];
}

/** The result of `new F()`, where F is a function. */
export interface MadeValue extends Found {
  readonly kind: 'made';
  readonly node: FunctionNode;
  readonly source: Source;
}

export interface ObjectValue extends Found {
  readonly kind: 'object';
  readonly node: TSESTree.ObjectExpression;
  readonly source: Source;
}

/** A value known only by a type in the user's code: an interface, a type literal. */
export interface TypedValue extends Found {
  readonly kind: 'typed';
  /** Its parts; several for an intersection or a union. */
  readonly types: readonly Declared[];
}

/** All exports of a module of the user's code. */
export interface NamespaceValue extends Found {
  readonly kind: 'namespace';
  readonly source: Source;
}

/** The key that the last call with one had: `mail` in `app.get('mail')`. */
export interface Key {
  readonly name: string;
  /** The place of that call among the steps. */
  readonly at: number;
}

/**
 * A value from a package, Node or the platform, by the path to it: `express#default()`, `new pg#Pool().query()`. Steps
 * are names, `()` for a call, `new` for an instance and `` `…` `` for a tagged template. Globals have the module
 * `global`.
 */
export interface ExternalValue extends Found {
  readonly kind: 'external';
  readonly module: string;
  readonly steps: readonly string[];
  /** How many of the steps lie before the last `await`. */
  readonly awaited?: number;
  readonly key?: Key;
  /** The type arguments in the user's code: `Repo<User>`. */
  readonly given?: readonly Argument[];
  /** The other parts of its type, if that is an intersection or a union. */
  readonly beside?: readonly Declared[];
  /** The user's class that inherits it as a static member: `User.findByPk()` of `class User extends Model`. */
  readonly by?: ClassValue;
  /** The values under its keys, with `*` for each element of a list: the result of a query. */
  readonly holds?: ReadonlyMap<string, Value>;
}

/** A promise of a value, which only types yield. Awaiting is transparent everywhere else. */
export interface PromiseValue extends Found {
  readonly kind: 'promise';
  readonly of: Value | undefined;
  readonly lazy?: boolean;
}

/** A parameter without a type, or what is reached from it by names and calls. */
export interface ParameterValue extends Found {
  readonly kind: 'parameter';
  readonly fn: FunctionNode;
  readonly index: number;
  /** Names of members, and `()` for calls, outermost first; empty for the parameter itself. */
  readonly path: readonly string[];
  readonly key?: Key;
  readonly source: Source;
}

/** An array literal, for collections that a function fills. */
export interface ArrayValue extends Found {
  readonly kind: 'array';
  readonly node: Node;
  readonly source: Source;
}

/** The value that an expression refers to. `undefined` instead of a Value means unknown. */
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

/** Whether only the type of a function is known: a member of an interface, or a written type. */
export function isOnlyDeclared(value: Value): boolean {
  return value.kind === 'function' && !isFunction(value.node);
}

/** Whether a value is a function with an empty body, such as a member of an object that stands for a type. */
export function isPlaceholderOf(value: Value | undefined): boolean {
  return value?.kind === 'function' && isFunction(value.node) && isPlaceholder(value.node);
}

/** A value that is reached from another one, which may be known by its name alone. */
export function reachedFrom(from: Value, value: Value | undefined): Value | undefined {
  const isByName = from.byName === true || (from.kind === 'instance' && from.of.byName === true);
  return isByName && value !== undefined && value.byName !== true ? { ...value, byName: true } : value;
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

/** The value without the other parts of its type, which don't apply to its members. */
function alone({ kind, module, steps, awaited, key, given, by, byName }: ExternalValue): ExternalValue {
  return {
    kind,
    module,
    steps,
    ...(awaited !== undefined && { awaited }),
    ...(key !== undefined && { key }),
    ...(given !== undefined && { given }),
    ...(by !== undefined && { by }),
    ...(byName !== undefined && { byName }),
  };
}

/**
 * The value, or the other one if it is unknown or only an undeclared name. Such a name says less than the type beside
 * it, and less than the fallback in `globalThis.db ?? new Database()`.
 */
export function knownOr(value: Value | undefined, other: () => Value | undefined): Value | undefined {
  return value === undefined || (value.kind === 'external' && value.module === 'global') ? (other() ?? value) : value;
}

/** Whether a value is `undefined`, which a name or a result may be besides another value. */
export function isNothing(value: Value): boolean {
  return value.kind === 'external' && value.module === 'global' && value.steps.join() === 'undefined';
}
