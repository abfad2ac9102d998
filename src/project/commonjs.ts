import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/source.ts';
import type { Exported } from './exports.ts';
import { methodCall } from '../syntax/call.ts';
import { writtenName } from '../syntax/compiled.ts';
import { isFunction } from '../syntax/function.ts';
import { keyName, staticText } from '../syntax/literal.ts';
import { objectParts } from '../syntax/members.ts';
import { unwrap } from '../syntax/unwrap.ts';

/** The exports found in the statements of a CommonJS file so far. */
export interface CommonJs {
  readonly names: Map<string, Exported>;
  readonly stars: string[];
  /** Names that refer to `module.exports`. */
  readonly aliases: Set<string>;
  /** The specifier required into each variable. */
  readonly required: Map<string, string>;
  /** `module.exports = x` */
  whole?: Node;
}

export function createCommonJs(names: Map<string, Exported>, stars: string[]): CommonJs {
  return { names, stars, aliases: new Set(), required: new Map() };
}

/** Reads one top-level statement, in the forms that people and compilers write. */
export function assignedExports(statement: Node, into: CommonJs): void {
  if (statement.type === 'ExpressionStatement') readExpression(statement.expression, into);
  if (statement.type !== 'VariableDeclaration') return;
  for (const { id, init } of statement.declarations) {
    if (init === null) continue;
    const value = readAssignments(init, into);
    if (id.type !== 'Identifier') continue;
    if (isExportsObject(unwrap(init), into) || isAssignedExports(init)) into.aliases.add(id.name);
    const specifier = requiredIn(value);
    if (specifier !== undefined) into.required.set(id.name, specifier);
  }
}

function readExpression(expression: Node, into: CommonJs): void {
  const node = unwrap(expression);
  switch (node.type) {
    case 'AssignmentExpression':
      readAssignments(node, into);
      break;
    case 'SequenceExpression':
      for (const part of node.expressions) readExpression(part, into);
      break;
    case 'LogicalExpression':
      // `0 && (module.exports = { … })` never runs: it tells static analysis the names that the code above exports.
      break;
    case 'CallExpression':
      readCall(node, into);
      break;
    default:
  }
}

/** `exports.a = exports.b = x`, `exports = module.exports = x`. Returns x. */
function readAssignments(expression: Node, into: CommonJs): Node {
  const targets: Node[] = [];
  let value = unwrap(expression);
  for (; value.type === 'AssignmentExpression'; value = unwrap(value.right)) targets.push(unwrap(value.left));
  // `exports.a = void 0;` precedes the real assignment.
  if (value.type === 'UnaryExpression' || (value.type === 'Identifier' && value.name === 'undefined')) return value;
  for (const target of targets) {
    if (isModuleExports(target)) readWhole(value, into);
    else if (target.type === 'MemberExpression' && isExportsObject(target.object, into)) {
      const name = keyName(target.property, target.computed);
      if (name !== undefined) into.names.set(name, { node: value });
    }
  }
  return value;
}

function readWhole(value: Node, into: CommonJs): void {
  // `module.exports = __toCommonJS(x_exports)`: `__export(x_exports, { … })` names what is in it.
  if (value.type === 'CallExpression' && writtenName(value.callee) === '__toCommonJS') return;
  into.whole = value;
  if (value.type !== 'ObjectExpression') return;
  for (const part of objectParts(value)) {
    if (!('spread' in part) && part.value !== undefined && part.kind !== 'setter' && part.kind !== 'getter')
      into.names.set(part.name, { node: part.value });
  }
}

function readCall(call: TSESTree.CallExpression, into: CommonJs): void {
  const [first, second, third] = call.arguments;
  const method = methodCall(call);
  if (method !== undefined && isObject(method.object)) {
    const isOurs = first !== undefined && isExportsObject(unwrap(first), into);
    if (isOurs && method.method === 'defineProperty') readProperty(staticText(second), third, into);
    if (isOurs && method.method === 'assign') for (const source of call.arguments.slice(1)) readMembers(source, into);
  }
  const name = writtenName(call.callee);
  if (name !== undefined && /^_+(?:export_?[sS]tar|reExport)$/.test(name)) {
    const specifier = call.arguments.map((argument) => requiredIn(argument)).find((found) => found !== undefined);
    if (specifier !== undefined) into.stars.push(specifier);
  } else if (name !== undefined && /^_+export$/.test(name) && second !== undefined) {
    // `_export(exports, { a: () => a })`
    const members = unwrap(second);
    if (members.type !== 'ObjectExpression') return;
    for (const part of objectParts(members)) {
      const given = 'spread' in part || part.value === undefined ? undefined : returnedBy(part.value);
      if (!('spread' in part) && given !== undefined) into.names.set(part.name, { node: given });
    }
  } else if (method?.method === 'forEach') readStar(method.object, into);
}

/** `Object.keys(_x).forEach(function (key) { … exports[key] = _x[key] … })`: Babel's `export * from`. */
function readStar(object: Node, into: CommonJs): void {
  const keys = methodCall(unwrap(object));
  const [of] = keys?.call.arguments ?? [];
  if (keys?.method !== 'keys' || !isObject(keys.object) || of?.type !== 'Identifier') return;
  const specifier = into.required.get(of.name);
  if (specifier !== undefined) into.stars.push(specifier);
}

/** `Object.defineProperty(exports, 'a', { get: function () { return b.a; } })` */
function readProperty(name: string | undefined, descriptor: Node | undefined, into: CommonJs): void {
  const written = descriptor === undefined ? undefined : unwrap(descriptor);
  if (name === undefined || name === '__esModule' || written?.type !== 'ObjectExpression') return;
  for (const part of objectParts(written)) {
    if ('spread' in part || part.value === undefined) continue;
    const node = part.name === 'get' ? returnedBy(part.value) : part.name === 'value' ? part.value : undefined;
    if (node !== undefined) into.names.set(name, { node });
  }
}

/** `Object.assign(module.exports, { a, b }, require('./c'))` */
function readMembers(source: Node, into: CommonJs): void {
  const written = unwrap(source);
  const specifier = requiredIn(written);
  if (specifier !== undefined) into.stars.push(specifier);
  if (written.type !== 'ObjectExpression') return;
  for (const part of objectParts(written)) {
    if ('spread' in part) readMembers(part.spread, into);
    else if (part.value !== undefined) into.names.set(part.name, { node: part.value });
  }
}

/** The value that a function returns, if that is all it does. */
function returnedBy(node: Node): Node | undefined {
  if (!isFunction(node)) return undefined;
  if (node.body.type !== 'BlockStatement') return node.body;
  const [only] = node.body.body;
  return only?.type === 'ReturnStatement' ? (only.argument ?? undefined) : undefined;
}

/** The specifier of a `require` call, possibly inside calls of a compiler's helpers. */
function requiredIn(node: Node): string | undefined {
  const call = unwrap(node);
  if (call.type !== 'CallExpression') return undefined;
  const [first] = call.arguments;
  if (call.callee.type === 'Identifier' && call.callee.name === 'require') return staticText(first);
  return first === undefined ? undefined : requiredIn(first);
}

function isObject(node: Node): boolean {
  return node.type === 'Identifier' && node.name === 'Object';
}

/** Whether an initializer assigns to `module.exports` on the way: `const a = module.exports = x`. */
function isAssignedExports(init: Node): boolean {
  for (let node = unwrap(init); node.type === 'AssignmentExpression'; node = unwrap(node.right))
    if (isModuleExports(unwrap(node.left))) return true;
  return false;
}

/** `exports`, `module.exports`, or a name that refers to it. */
export function isExportsObject(node: Node, { aliases }: { readonly aliases: ReadonlySet<string> }): boolean {
  return node.type === 'Identifier' ? node.name === 'exports' || aliases.has(node.name) : isModuleExports(node);
}

function isModuleExports(node: Node): boolean {
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'module' &&
    keyName(node.property, node.computed) === 'exports'
  );
}
