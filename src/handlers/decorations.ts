import type { Decoration, Entry } from '../catalog/entry.ts';
import type { Catalog, Of } from '../catalog/lookup.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Value } from '../values/value.ts';
import { currentGeneration, holdsSince, noteChange, noteRead } from '../project/changes.ts';
import { sourceAt, textAt } from '../project/files.ts';
import { packageFiles } from '../project/listing.ts';
import { packageOf } from '../project/package.ts';
import { methodCall, propertyName } from '../syntax/call.ts';
import { anyOf } from '../syntax/escape.ts';
import { staticText } from '../syntax/literal.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf, walk } from '../syntax/walk.ts';
import { evaluate, evaluation } from '../values/evaluate.ts';
import { findHandlers } from './find.ts';
import { perFile } from './per-file.ts';
import { givenReceivers, onReceivers, receiversOf } from './receiver.ts';

interface Decorated {
  readonly entry: Entry;
  readonly value: Value;
}

type Decorations = ReadonlyMap<string, readonly Decorated[]>;

interface Known {
  generation: number;
  readonly catalog: Catalog;
  readonly files: ReadonlySet<string>;
  /** Files that may decorate something. */
  readonly mentioning: readonly string[];
  readonly decorations: Decorations;
}

const packages = new Map<string, Known>();

/**
 * What a member of a framework's object is when code of the package put it there: `request.server.audit` after
 * `app.decorate('audit', audit)`,
 * `ctx.services.mail` after `app.context.services = { mail }`. Undefined for anything else.
 *
 * @param value - what the expression evaluates to without this knowledge
 */
export function decoratedValue(value: Value | undefined, source: Source, catalog: Catalog): Value | undefined {
  if (value?.kind !== 'parameter' && value?.kind !== 'external') return undefined;
  const decorations = decorationsOf(source, catalog);
  if (decorations.size === 0) return undefined;
  const names = value.kind === 'parameter' ? value.path : value.steps;
  for (const [index, name] of names.entries()) {
    const found = decorations.get(name)?.find(({ entry }) => belongsTo(value, entry, catalog));
    if (found === undefined) continue;
    let member: Value | undefined = found.value;
    for (const step of names.slice(index + 1))
      member = member === undefined ? undefined : evaluation.member(member, step);
    return member;
  }
  return undefined;
}

/**
 * Whether the framework itself gave the object: a type or value of its package, or the parameter of a handler or plugin
 * of it.
 */
function belongsTo(value: Value & { kind: 'parameter' | 'external' }, entry: Entry, catalog: Catalog): boolean {
  if (value.kind === 'external') return entry.packages.includes(value.module);
  return (
    findHandlers(value.source, catalog).some((handler) => handler.node === value.fn && handler.entry === entry) ||
    givenReceivers(value, catalog).some((receiver) => receiver.entry === entry)
  );
}

/** Those of a file's package; asked for each call of the file. */
const decorationsOf = perFile((source, catalog): Decorations => {
  const { root } = packageOf(source.path);
  noteRead(source.path, sharedBy(root));
  return packageDecorations(root, catalog);
});

/** Stands for the decorations of a package among the files that others lead into. */
function sharedBy(root: string): string {
  return `${root}#decorations`;
}

/**
 * Looks whether the decorations of a package are still the same, before anything is believed that was made with them.
 */
export function refreshDecorations(root: string): void {
  const known = packages.get(root);
  if (known !== undefined) packageDecorations(root, known.catalog);
}

function packageDecorations(root: string, catalog: Catalog): Decorations {
  const files = packageFiles(root);
  const known = packages.get(root);
  const isSame = known?.catalog === catalog && known.files === files;
  if (isSame && known.generation === currentGeneration()) return known.decorations;
  const mentioning = [...files].filter((path) => mentions(path, catalog));
  const generation = currentGeneration();
  if (
    isSame &&
    mentioning.join() === known.mentioning.join() &&
    mentioning.every((path) => holdsSince(path, known.generation))
  ) {
    known.generation = generation;
    return known.decorations;
  }
  const decorations = new Map<string, Decorated[]>();
  for (const path of mentioning) collect(sourceAt(path), catalog, decorations);
  packages.set(root, { generation, catalog, files, mentioning, decorations });
  if (known !== undefined && known.decorations.size + decorations.size > 0) noteChange(sharedBy(root));
  return decorations;
}

const mentionings = new WeakMap<
  Catalog,
  {
    readonly mention: RegExp | undefined;
    readonly answers: Map<string, { readonly text: string; readonly answer: boolean }>;
  }
>();

/** Whether the text of a file has in it what decorations are made with; looked at once as long as it is the same. */
function mentions(path: string, catalog: Catalog): boolean {
  const text = textAt(path) ?? '';
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

function collect(source: Source | undefined, catalog: Catalog, into: Map<string, Decorated[]>): void {
  if (source === undefined) return;
  /** Takes in what a value is called on an object, if one of the rows says that it then hangs there. */
  const add = (
    rows: readonly Of<Decoration>[] | undefined,
    object: Node,
    name: string | undefined,
    given: Node | undefined,
  ): void => {
    if (rows === undefined || name === undefined || given === undefined) return;
    for (const { entry } of onReceivers(rows, receiversOf(object, source, catalog))) {
      const value = evaluate(given, source);
      if (value !== undefined) into.set(name, [...(into.get(name) ?? []), { entry, value }]);
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
