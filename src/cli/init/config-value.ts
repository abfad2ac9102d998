import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../../syntax/function.ts';
import type { Node } from '../../syntax/source.ts';
import type { PackageName } from './config-names.ts';
import { isFunction } from '../../syntax/function.ts';
import { localNamesOf, nameOf } from './config-names.ts';

/** A list in a configuration's code to which an entry can be added. */
export interface EntryList {
  /** Undefined for a hole in an array. */
  readonly members: readonly (Node | undefined)[];
  /** The end of what precedes the opening bracket, and the offset of the closing bracket. */
  readonly opensAfter: number;
  readonly end: number;
}

/**
 * Where an entry can be added to a configuration: in a list; next to an expression for one entry, or for a list of them
 * (`spread`); through a method of the exported value; or nowhere, with the reason.
 */
export type ConfigValue =
  | { readonly list: EntryList }
  | { readonly entry: Node; readonly spread?: true }
  | { readonly composer: TSESTree.CallExpression }
  | { readonly reason: string };

type Exports = readonly (readonly [from: PackageName, name: string])[];

/** Functions whose arguments are entries or lists of entries, with their packages. */
const TAKES_ENTRIES: Exports = [
  ['eslint/config', 'defineConfig'],
  ['@eslint/config-helpers', 'defineConfig'],
  ['typescript-eslint', 'config'],
  ['@vue/eslint-config-typescript', 'defineConfigWithVueTs'],
  ['eslint-define-config', 'defineFlatConfig'],
];

/** Functions that return a list of entries. */
const GIVES_LIST: Exports = [['neostandard', 'default']];

/** Functions that return an object whose method `append` adds entries. */
const GIVES_COMPOSER: Exports = [
  ['@antfu/eslint-config', 'default'],
  ['@antfu/eslint-config', 'antfu'],
  [/^@nuxt\/eslint-config(?:\/flat)?$/, 'createConfigForNuxt'],
  [/(?:^|\/)\.nuxt\/eslint\.config(?:\.\w+)?$/, 'default'],
  ['@sxzz/eslint-config', 'sxzz'],
  ['eslint-flat-config-utils', 'composer'],
];

/** The exported value of a flat configuration, and where an entry can be added to it. */
export function configValueIn(program: TSESTree.Program): ConfigValue {
  const exported = exportedFrom(program);
  return exported === undefined
    ? { reason: 'it has no default export' }
    : valueOf(exported, { program, statements: program.body, seen: new Set() });
}

/** Whether a configuration is an ES module. */
export function isModuleConfig(program: TSESTree.Program): boolean {
  return program.body.some(({ type }) => /^(?:Import|Export)/.test(type));
}

function exportedFrom(program: TSESTree.Program): Node | undefined {
  for (const statement of program.body.toReversed()) {
    if (statement.type === 'ExportDefaultDeclaration') return statement.declaration;
    if (statement.type === 'ExportNamedDeclaration' && statement.source === null) {
      const named = statement.specifiers.find(({ exported }) => nameOf(exported) === 'default');
      if (named !== undefined) return named.local;
    }
    if (statement.type === 'TSExportAssignment') return statement.expression;
    if (statement.type === 'ExpressionStatement' && isModuleExports(statement.expression))
      return statement.expression.right;
  }
  return undefined;
}

function isModuleExports(node: Node): node is TSESTree.AssignmentExpression {
  return (
    node.type === 'AssignmentExpression' &&
    node.operator === '=' &&
    node.left.type === 'MemberExpression' &&
    nameOf(node.left.object) === 'module' &&
    nameOf(node.left.property) === 'exports'
  );
}

/** Where to look up names. */
interface Lookup {
  readonly program: TSESTree.Program;
  /** The statements of the enclosing functions, innermost first, and then of the file. */
  readonly statements: readonly Node[];
  readonly seen: Set<string>;
}

function valueOf(node: Node, lookup: Lookup): ConfigValue {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return outside(node, valueOf(node.expression, lookup));
    case 'AwaitExpression':
      return outside(node, valueOf(node.argument, lookup));
    case 'ArrayExpression':
      return { list: { members: node.elements.map((each) => each ?? undefined), ...bounds(node.range[0], node) } };
    case 'ObjectExpression':
      return { entry: node };
    case 'Identifier':
      return lookup.seen.has(node.name)
        ? { reason: `\`${node.name}\` leads back to itself` }
        : valueOfVariable(node, { ...lookup, seen: lookup.seen.add(node.name) });
    case 'CallExpression':
      return valueOfCall(node, lookup);
    default:
      return { reason: 'what it exports is neither a list nor an object' };
  }
}

/** The type of an entry does not fit a list, so the list is placed around the cast. */
function outside(node: Node, value: ConfigValue): ConfigValue {
  return 'entry' in value ? { ...value, entry: node } : value;
}

function valueOfVariable(variable: TSESTree.Identifier, lookup: Lookup): ConfigValue {
  const { name } = variable;
  for (const statement of lookup.statements) {
    if (statement.type !== 'VariableDeclaration') continue;
    const found = statement.declarations.find(({ id }) => nameOf(id) === name);
    if (found === undefined) continue;
    if (statement.kind !== 'const' || found.init === null) return { reason: `\`${name}\` is not a constant` };
    const value = valueOf(found.init, lookup);
    // `export { name as default }` allows only a name, so the edit is made to the value itself.
    return variable.parent.type === 'ExportSpecifier' ? value : outside(variable, value);
  }
  return { reason: `\`${name}\` comes from another file` };
}

function valueOfCall(call: TSESTree.CallExpression, lookup: Lookup): ConfigValue {
  const { callee } = call;
  const { program } = lookup;
  if (isFunction(callee)) return valueOfFunction(callee, lookup);
  if (isComposer(call, program)) return { composer: call };
  if (isOneOf(GIVES_LIST, callee, program)) return { entry: call, spread: true };
  if (!isOneOf(TAKES_ENTRIES, callee, program))
    return { reason: 'it exports the result of a function, and what that takes is not known' };
  const [only, ...more] = call.arguments;
  if (only?.type === 'ArrayExpression' && more.length === 0) return valueOf(only, lookup);
  return { list: { members: call.arguments, ...bounds((call.typeArguments ?? callee).range[1], call) } };
}

/** The value of an immediately invoked function with a single `return`. */
function valueOfFunction({ body }: FunctionNode, lookup: Lookup): ConfigValue {
  if (body.type !== 'BlockStatement') return valueOf(body, lookup);
  const last = body.body.at(-1);
  const isPlain = body.body.every(({ type }) =>
    /^(?:VariableDeclaration|ExpressionStatement|ReturnStatement)$/.test(type),
  );
  return isPlain && last?.type === 'ReturnStatement' && last.argument !== null
    ? valueOf(last.argument, { ...lookup, statements: [...body.body, ...lookup.statements] })
    : { reason: 'it exports the result of a function that returns in several places' };
}

/** `antfu({…})`, and what its methods return: `antfu({…}).override(…)`. */
function isComposer(call: TSESTree.CallExpression, program: TSESTree.Program): boolean {
  for (let each = call; ;) {
    const { callee } = each;
    if (isOneOf(GIVES_COMPOSER, callee, program)) return true;
    if (callee.type !== 'MemberExpression' || callee.object.type !== 'CallExpression') return false;
    const method = nameOf(callee.property) ?? '';
    if (method === 'append') return true;
    // These return a list, or a promise of one.
    if (/^(?:toConfigs|then|catch|finally)$/.test(method)) return false;
    each = callee.object;
  }
}

function isOneOf(known: Exports, callee: Node, program: TSESTree.Program): boolean {
  const [name, local] =
    callee.type === 'MemberExpression' && !callee.computed
      ? [nameOf(callee.property), nameOf(callee.object)]
      : [undefined, nameOf(callee)];
  if (local === undefined) return false;
  return known.some(([from, wanted]) =>
    localNamesOf(from, program).some(({ imported, local: own }) => {
      if (own !== local) return false;
      return name === undefined
        ? imported === wanted || (imported === '*' && wanted === 'default')
        : name === wanted && (imported === 'default' || imported === '*');
    }),
  );
}

function bounds(opensAfter: number, node: Node): Pick<EntryList, 'opensAfter' | 'end'> {
  return { opensAfter, end: node.range[1] - 1 };
}
