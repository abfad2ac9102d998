import type { TSESTree } from '@typescript-eslint/types';
import type { Variable } from './scopes/scope.ts';
import type { Node, Source } from './source.ts';
import { variableOf } from './binding.ts';
import { methodCall } from './call.ts';
import { writtenName } from './compiled.ts';
import { isFunction } from './function.ts';
import { addTo } from './grouping.ts';
import { keyName, staticText } from './literal.ts';
import { objectMembers } from './members.ts';
import { perSource } from './per-source.ts';
import { assignedValue, unwrap, wrapped } from './unwrap.ts';

/** What code adds to a variable's value after creating it. */
export interface Added {
  /** `X.name = value`, in source order. */
  readonly members: ReadonlyMap<string, readonly Node[]>;
  /** `X[key] = value`, where the key is computed. */
  readonly computed: readonly Node[];
  /** `X.part.name = value`, by `part` and then by name. */
  readonly parts: ReadonlyMap<string, ReadonlyMap<string, readonly Node[]>>;
  /** `X.prototype.name = value`: what instances have. */
  readonly prototype: ReadonlyMap<string, readonly Node[]>;
  /** `Object.assign(X, value)`, and the same for the prototype; also `X.prototype = { … }`. */
  readonly mixed: readonly { readonly node: Node; readonly isPrototype: boolean }[];
  /** `inherits(X, Base)`, `__extends(X, _super)`. */
  readonly base?: Node;
  /** Calls that take X as an argument, and its index: they may add members, too. */
  readonly givenTo: readonly { readonly call: TSESTree.CallExpression; readonly index: number }[];
}

interface Adding {
  readonly members: Map<string, Node[]>;
  readonly computed: Node[];
  readonly parts: Map<string, Map<string, Node[]>>;
  readonly prototype: Map<string, Node[]>;
  readonly mixed: { readonly node: Node; readonly isPrototype: boolean }[];
  readonly givenTo: { readonly call: TSESTree.CallExpression; readonly index: number }[];
  base?: Node;
}

const knownAdded = perSource(() => new Map<Variable, Added>());

/** What the variable's own file adds to its value. */
export function addedTo(variable: Variable, source: Source): Added {
  const known = knownAdded(source);
  const before = known.get(variable);
  if (before !== undefined) return before;
  const added: Adding = {
    members: new Map(),
    computed: [],
    parts: new Map(),
    prototype: new Map(),
    mixed: [],
    givenTo: [],
  };
  for (const { identifier } of variable.references) read(identifier, added);
  known.set(variable, added);
  return added;
}

/** The variables that name a function, class or object literal where it is defined. */
export function variablesNaming(node: Node, source: Source): Variable[] {
  const names: Node[] = [];
  if ('id' in node && node.id != null) names.push(node.id);
  let outer = wrapped(node).parent;
  for (; outer?.type === 'AssignmentExpression'; outer = wrapped(outer).parent) names.push(unwrap(outer.left));
  // `let C = C_1 = class C { … }` has more than one name.
  if (outer?.type === 'VariableDeclarator') names.push(outer.id);
  const found = new Set<Variable>();
  for (const name of names) {
    const variable = name.type === 'Identifier' ? variableOf(name, source) : undefined;
    if (variable === undefined) continue;
    found.add(variable);
    // A class also declares its name in its own scope.
    const around = variable.scope.block === node ? variable.scope.upper?.set.get(variable.name) : undefined;
    if (around !== undefined) found.add(around);
  }
  return [...found];
}

function read(identifier: Node, into: Adding): void {
  const outer = wrapped(identifier);
  const { parent } = outer;
  if (parent?.type === 'MemberExpression' && parent.object === outer) {
    const name = keyName(parent.property, parent.computed);
    const value = assignedTo(parent);
    if (name === undefined) {
      if (value !== undefined) into.computed.push(value);
      return;
    }
    if (name !== 'prototype') {
      if (value !== undefined) addTo(into.members, name, value);
      else readPart(name, parent, into);
      return;
    }
    if (value !== undefined) readPrototype(value, into);
    readTarget(parent, into, true);
  } else readTarget(identifier, into, false);
}

/** `X.part.name = value` */
function readPart(part: string, member: Node, into: Adding): void {
  const outer = wrapped(member);
  const { parent } = outer;
  if (parent?.type !== 'MemberExpression' || parent.object !== outer) return;
  const name = keyName(parent.property, parent.computed);
  const value = name === undefined ? undefined : assignedTo(parent);
  if (name === undefined || value === undefined) return;
  const known = into.parts.get(part) ?? new Map<string, Node[]>();
  into.parts.set(part, known);
  addTo(known, name, value);
}

/** The value assigned to a member, also through `a = b = value`. */
function assignedTo(member: Node): Node | undefined {
  const target = wrapped(member);
  const assignment = target.parent;
  if (assignment?.type !== 'AssignmentExpression' || assignment.left !== target) return undefined;
  return assignedValue(assignment.right);
}

/** `X.prototype = { … }`, `X.prototype = Object.create(Base.prototype)`, `X.prototype = new Base()` */
function readPrototype(value: Node, into: Adding): void {
  if (value.type === 'ObjectExpression') into.mixed.push({ node: value, isPrototype: true });
  else if (value.type === 'NewExpression') into.base = value.callee;
  else if (value.type === 'CallExpression' && methodCall(value)?.method === 'create') {
    const [first] = value.arguments;
    if (first?.type === 'MemberExpression' && keyName(first.property, first.computed) === 'prototype')
      into.base = first.object;
  }
}

/** Uses of X, or of its prototype, as a whole. */
function readTarget(node: Node, into: Adding, isPrototype: boolean): void {
  const outer = wrapped(node);
  const { parent } = outer;
  if (parent?.type === 'MemberExpression' && isPrototype && parent.object === outer) {
    const name = keyName(parent.property, parent.computed);
    const value = assignedTo(parent);
    if (name !== undefined && value !== undefined) addTo(into.prototype, name, value);
    return;
  }
  // `(function (X) { X.run = run; })(X || (X = {}))` adds to X.
  const argument =
    parent?.type === 'LogicalExpression' && parent.left === outer && parent.operator === '||' ? parent : outer;
  const call = argument.parent;
  if (call?.type !== 'CallExpression') return;
  const index = call.arguments.indexOf(argument as TSESTree.CallExpressionArgument);
  if (index < 0) return;
  const method = methodCall(call)?.method;
  const others = call.arguments.slice(1);
  if (index === 0 && method === 'assign') {
    for (const other of others) into.mixed.push({ node: other, isPrototype });
  } else if (index === 0 && method === 'defineProperty') {
    readDescriptor(others, isPrototype ? into.prototype : into.members);
  } else if (index === 0 && /^_*(?:extends|inherits|inheritsLoose)$/.test(writtenName(call.callee) ?? '')) {
    if (others[0] !== undefined) into.base = others[0];
  } else if (index === 0 && /^_+create_?[cC]lass\d*$/.test(writtenName(call.callee) ?? '')) {
    readCreated(others[0], into.prototype);
    readCreated(others[1], into.members);
  } else if (!isPrototype) into.givenTo.push({ call, index });
}

function readDescriptor([key, descriptor]: readonly Node[], into: Map<string, Node[]>): void {
  const name = staticText(key);
  if (name === undefined || descriptor?.type !== 'ObjectExpression') return;
  const value = objectMembers(descriptor).find((member) => member.name === 'value')?.value;
  if (value !== undefined) addTo(into, name, value);
}

/** `[{ key: 'run', value: function run() { … } }]`, as Babel writes the methods of a class. */
function readCreated(list: Node | undefined, into: Map<string, Node[]>): void {
  if (list?.type !== 'ArrayExpression') return;
  for (const element of list.elements) {
    if (element?.type !== 'ObjectExpression') continue;
    const members = objectMembers(element);
    const name = staticText(members.find((member) => member.name === 'key')?.value);
    const value = members.find((member) => member.name === 'value')?.value;
    if (name !== undefined && value !== undefined && isFunction(value)) addTo(into, name, value);
  }
}
