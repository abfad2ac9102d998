import { sep } from 'node:path';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import { exportsOf } from '../project/exports.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { escaped } from '../syntax/escape.ts';
import { isPlaceholder, nameOf } from '../syntax/function.ts';
import { addTo } from '../syntax/grouping.ts';
import { keyName } from '../syntax/literal.ts';
import { perSource } from '../syntax/per-source.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { isMentioned, pathsMentioning, sourcesAt, sourcesByPackage, sourcesMentioning } from './near.ts';
import { prototypeHolder } from './on-prototypes.ts';

/** With more files than this whose text may define the name, parsing them isn't worth it. */
const MOST_FILES = 12;

/** A function of the user's code that is called by its name. */
export interface NamedFunction {
  readonly node: FunctionNode;
  readonly source: Source;
  /** Whether it is called through an object: a method, a property, or a function assigned to a member. */
  readonly isMethod: boolean;
}

/** The functions with a name that the user's code defines near a file; none if too many files may define it. */
export function functionsNamed(name: string, from: Source, evaluation: Evaluation): NamedFunction[] {
  return functionsAmong(sourcesMentioning(name, defining, from, evaluation, MOST_FILES), name);
}

/**
 * The functions with a name that the user's code puts on prototypes, if that is where all functions with the name are:
 * `Message.prototype.safeReply = async function (content) { … }`.
 */
export function extensionsNamed(name: string, from: Source, evaluation: Evaluation): NamedFunction[] {
  const placing = (word: string): RegExp => new RegExp(`\\.prototype\\.${escaped(word)}\\s*=(?!=)`);
  if (!isMentioned(name, placing, from, evaluation)) return [];
  const methods = functionsNamed(name, from, evaluation).filter((each) => each.isMethod);
  return methods.every(({ node }) => isOnPrototype(node)) ? methods : [];
}

function isOnPrototype(node: FunctionNode): boolean {
  const { parent } = wrapped(node);
  if (parent?.type !== 'AssignmentExpression' || parent.left.type !== 'MemberExpression') return false;
  return prototypeHolder(parent.left.object) !== undefined;
}

/** The functions of a name in two lists: for the file's own package, and for the packages around it. */
export function functionsByPackage(
  name: string,
  from: Source,
  evaluation: Evaluation,
): readonly (() => NamedFunction[])[] {
  const near = sourcesByPackage(name, defining, from, evaluation, MOST_FILES);
  return near.map((sources) => () => functionsAmong(sources(), name));
}

/** With more files than this, a folder holds more than one kind of thing. */
export const MOST_IN_FOLDER = 400;

/**
 * The functions with a name that many files define, if these are all in one of some folders; none otherwise.
 *
 * @param folders - whose modules the user's code loads by computed paths
 */
export function functionsAmongMany(
  name: string,
  folders: readonly string[],
  from: Source,
  evaluation: Evaluation,
): NamedFunction[] {
  const paths = pathsMentioning(name, defining, from, evaluation);
  for (const folder of folders) {
    const inside = paths.filter((path) => path.startsWith(folder + sep));
    if (inside.length < 2 || inside.length > MOST_IN_FOLDER || paths.length - inside.length > MOST_FILES) continue;
    const among = (some: readonly string[]): NamedFunction[] => functionsAmong(sourcesAt(some, from, evaluation), name);
    if (among(paths.filter((path) => !inside.includes(path))).some(({ isMethod }) => isMethod)) continue;
    return among(inside).filter(({ node, source, isMethod }) => isMethod || isExported(node, name, source));
  }
  return [];
}

/** With fewer modules than this, a member of the same name says nothing about their kind. */
const FEWEST_ALIKE = 3;

/**
 * The functions with a name that many files define, if each is a member of what its file exports as a whole:
 * `module.exports = { name: 'ping', async run(message) {} }`. None if any other function has the name.
 */
export function membersOfModules(name: string, from: Source, evaluation: Evaluation): NamedFunction[] {
  const paths = pathsMentioning(name, defining, from, evaluation);
  if (paths.length > MOST_IN_FOLDER) return [];
  const methods = functionsAmong(sourcesAt(paths, from, evaluation), name).filter(({ isMethod }) => isMethod);
  const files = new Set(methods.map(({ source }) => source.path));
  return files.size >= FEWEST_ALIKE && methods.every(isOfModule) ? methods : [];
}

function isOfModule({ node, source }: NamedFunction): boolean {
  const { whole, names } = exportsOf(source);
  const byDefault = names.get('default');
  const exported = whole ?? (byDefault !== undefined && 'node' in byDefault ? byDefault.node : undefined);
  if (exported === undefined) return false;
  const { parent } = wrapped(node);
  const owner = parent?.type === 'Property' ? parent.parent : parent?.parent?.parent;
  return owner === unwrap(exported) || (owner?.type === 'ObjectExpression' && isInitialiser(owner, exported, source));
}

/** `const command = { … }; export default command` */
function isInitialiser(literal: Node, name: Node, source: Source): boolean {
  const variable = variableOf(unwrap(name), source);
  const declarator = variable === undefined ? undefined : definitionOf(variable)?.node;
  return declarator?.type === 'VariableDeclarator' && declarator.init != null && unwrap(declarator.init) === literal;
}

/** `export async function run() {}`, `exports.run = run`, `export const job = { run }` */
function isExported(node: FunctionNode, name: string, source: Source): boolean {
  const exported = exportsOf(source).names.get(name);
  if (exported !== undefined && 'node' in exported && (exported.node === node || isNamedBy(exported.node, node)))
    return true;
  return outlineOf(source).literals.some((literal) =>
    literal.properties.some(
      (part) =>
        part.type === 'Property' && keyName(part.key, part.computed) === name && isNamedBy(unwrap(part.value), node),
    ),
  );
}

function isNamedBy(name: Node, fn: FunctionNode): boolean {
  return name.type === 'Identifier' && nameOf(fn) === name.name;
}

/** Text that may define a function with a name. */
function defining(name: string): RegExp {
  const word = escaped(name);
  return new RegExp(`(?<![.\\w$])${word}\\s*[?!]?\\s*[:=(<]|\\.${word}\\s*=(?!=)`);
}

function functionsAmong(sources: readonly Source[], name: string): NamedFunction[] {
  return sources.flatMap((source) =>
    (functionsIn(source).get(name) ?? []).map((node) => ({ node, source, isMethod: isMethod(node) })),
  );
}

/** The functions of a file by name, except empty ones, which are only placeholders. */
const functionsIn = perSource((source) => {
  const functions = new Map<string, FunctionNode[]>();
  for (const node of outlineOf(source).functions) {
    const name = isPlaceholder(node) ? undefined : nameOf(node);
    if (name !== undefined) addTo(functions, name, node);
  }
  return functions;
});

function isMethod(node: FunctionNode): boolean {
  const { parent } = wrapped(node);
  switch (parent?.type) {
    case 'MethodDefinition':
      return parent.kind === 'method';
    case 'PropertyDefinition':
      return true;
    case 'Property':
      return parent.kind === 'init' && !isArgument(parent.parent);
    case 'AssignmentExpression':
      return unwrap(parent.left).type === 'MemberExpression';
    default:
      return false;
  }
}

/** `run({ before() {} })`: its functions are options of the call. */
function isArgument(literal: Node): boolean {
  const { parent } = wrapped(literal);
  return parent?.type === 'CallExpression' || parent?.type === 'NewExpression';
}
