import type { Decoration, Entry } from '../catalog/entry.ts';
import type { Catalog, Of } from '../catalog/lookup.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Value } from '../values/value.ts';
import { perWorkspace } from '../project/workspace.ts';
import { methodCall, propertyName } from '../syntax/call.ts';
import { anyOf } from '../syntax/escape.ts';
import { addTo } from '../syntax/grouping.ts';
import { staticText } from '../syntax/literal.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf, walk } from '../syntax/walk.ts';
import { findHandlers } from './find.ts';
import { refreshMounts } from './mounts.ts';
import { perFile } from './per-file.ts';
import { givenReceivers, onReceivers, receiversOf } from './receiver.ts';

interface Decorated {
  readonly entry: Entry;
  readonly value: Value;
}

type Decorations = ReadonlyMap<string, readonly Decorated[]>;

interface Known {
  generation: number;
  readonly files: ReadonlySet<string>;
  /** Files that may decorate something. */
  readonly mentioning: readonly string[];
  readonly decorations: Decorations;
}

/** By evaluation, then by the root of the package. */
const knownOf = perWorkspace(() => new Map<Evaluation, Map<string, Known>>());

function knownBy(evaluation: Evaluation): Map<string, Known> {
  const byEvaluation = knownOf(evaluation.workspace);
  const known = byEvaluation.get(evaluation) ?? new Map<string, Known>();
  byEvaluation.set(evaluation, known);
  return known;
}

/**
 * The value of a member that the package's own code put on a framework's object: `request.server.audit` after
 * `app.decorate('audit', audit)`, `ctx.services.mail` after `app.context.services = { mail }`. Undefined for anything
 * else.
 *
 * @param value - the value of the expression without this knowledge
 * @param evaluation - the evaluation that identifies handlers
 */
export function decoratedValue(value: Value | undefined, source: Source, evaluation: Evaluation): Value | undefined {
  if (value?.kind !== 'parameter' && value?.kind !== 'external') return undefined;
  const decorations = decorationsOf(source, evaluation);
  if (decorations.size === 0) return undefined;
  const names = value.kind === 'parameter' ? value.path : value.steps;
  for (const [index, name] of names.entries()) {
    const found = decorations.get(name)?.find(({ entry }) => belongsTo(value, entry, evaluation));
    if (found === undefined) continue;
    let member: Value | undefined = found.value;
    for (const step of names.slice(index + 1))
      member = member === undefined ? undefined : evaluation.member(member, step);
    return member;
  }
  return undefined;
}

/**
 * Whether code in a file's package adds anything to the framework's objects. If it doesn't, nothing there is decorated.
 *
 * @param evaluation - the evaluation that recognises handlers
 */
export function hasDecorations(source: Source, evaluation: Evaluation): boolean {
  return decorationsOf(source, evaluation).size > 0;
}

/**
 * Whether the framework itself gave the object: a type or value of its package, or the parameter of a handler or plugin
 * of it.
 */
function belongsTo(value: Value & { kind: 'parameter' | 'external' }, entry: Entry, evaluation: Evaluation): boolean {
  if (value.kind === 'external') return entry.packages.includes(value.module);
  return (
    findHandlers(value.source, evaluation).some((handler) => handler.node === value.fn && handler.entry === entry) ||
    givenReceivers(value, evaluation).some((receiver) => receiver.entry === entry)
  );
}

/** The decorations of a file's package. They are remembered, because each call in the file asks for them. */
const decorationsOf = perFile((source, evaluation): Decorations => {
  const { packages, changes } = evaluation.workspace;
  const { root } = packages.of(source.path);
  changes.noteRead(source.path, sharedBy(root));
  return packageDecorations(root, evaluation);
});

/** The pseudo-path that dependencies on a package's decorations are recorded under. */
function sharedBy(root: string): string {
  return `${root}#decorations`;
}

/**
 * Checks whether the decorations of a package, and the mounts of its routers, have changed. Must run before anything
 * that depends on them is reused.
 */
export function refreshDecorations(root: string, evaluation: Evaluation): void {
  refreshMounts(root, evaluation);
  if (knownBy(evaluation).has(root)) packageDecorations(root, evaluation);
}

function packageDecorations(root: string, evaluation: Evaluation): Decorations {
  const { changes, listings } = evaluation.workspace;
  const files = listings.filesOf(root);
  const packages = knownBy(evaluation);
  const known = packages.get(root);
  const isSame = known?.files === files;
  if (isSame && known.generation === changes.generation) return known.decorations;
  const mentioning = [...files].filter((path) => mentions(path, evaluation));
  const generation = changes.generation;
  if (
    isSame &&
    mentioning.join() === known.mentioning.join() &&
    mentioning.every((path) => changes.holdsSince(path, known.generation))
  ) {
    known.generation = generation;
    return known.decorations;
  }
  const decorations = new Map<string, Decorated[]>();
  for (const path of mentioning) collect(evaluation.workspace.files.sourceAt(path), evaluation, decorations);
  packages.set(root, { generation, files, mentioning, decorations });
  if (known !== undefined && known.decorations.size + decorations.size > 0) changes.note(sharedBy(root));
  return decorations;
}

interface Mentionings {
  readonly mention: RegExp | undefined;
  readonly answers: Map<string, { readonly text: string; readonly answer: boolean }>;
}

const mentioningsOf = perWorkspace(() => new Map<Catalog, Mentionings>());

/** Whether the text of a file mentions a way to make decorations. The answer is kept while the text stays the same. */
function mentions(path: string, { workspace, catalog }: Evaluation): boolean {
  const text = workspace.files.textAt(path) ?? '';
  const mentionings = mentioningsOf(workspace);
  const { mention, answers } = mentionings.get(catalog) ?? {
    mention: mentionOf(catalog),
    answers: new Map<string, { text: string; answer: boolean }>(),
  };
  if (!mentionings.has(catalog)) mentionings.set(catalog, { mention, answers });
  const known = answers.get(path);
  if (known?.text === text) return known.answer;
  const answer = mention?.test(text) === true;
  answers.set(path, { text, answer });
  return answer;
}

function mentionOf({ decorationsByMethod, decorationsByProperty }: Catalog): RegExp | undefined {
  return anyOf([...decorationsByMethod.keys(), ...decorationsByProperty.keys()], (any) => `\\.${any}\\b`);
}

function collect(source: Source | undefined, evaluation: Evaluation, into: Map<string, Decorated[]>): void {
  if (source === undefined) return;
  const { catalog } = evaluation;
  /** Records the value under its name if one of the rows says that the object is decorated with it. */
  const add = (
    rows: readonly Of<Decoration>[] | undefined,
    object: Node,
    name: string | undefined,
    given: Node | undefined,
  ): void => {
    if (rows === undefined || name === undefined || given === undefined) return;
    for (const { entry } of onReceivers(rows, receiversOf(object, source, evaluation))) {
      const value = evaluation.expression(given, source);
      if (value !== undefined) addTo(into, name, { entry, value });
    }
  };
  for (const node of outlineOf(source).calls) {
    const method = methodCall(node);
    if (method === undefined) continue;
    const [name, given] = method.call.arguments;
    add(catalog.decorationsByMethod.get(method.method), method.object, staticText(name), given);
  }
  if (catalog.decorationsByProperty.size === 0) return;
  walk(source.ast, (node) => {
    const target = node.type === 'AssignmentExpression' ? unwrap(node.left) : undefined;
    const holder = target?.type === 'MemberExpression' ? unwrap(target.object) : undefined;
    if (
      node.type !== 'AssignmentExpression' ||
      target?.type !== 'MemberExpression' ||
      holder?.type !== 'MemberExpression'
    )
      return;
    add(catalog.decorationsByProperty.get(propertyName(holder) ?? ''), holder.object, propertyName(target), node.right);
  });
}
