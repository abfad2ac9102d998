import type { Evaluation } from '../values/evaluation.ts';
import { join, posix } from 'node:path';
import type { Directive, Entry, FileConvention } from '../catalog/entry.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { FunctionPlace } from './functions.ts';
import type { Handler } from './handler.ts';
import { exportsOf } from '../project/exports.ts';
import { hasDirective } from '../syntax/directive.ts';
import { nameOf } from '../syntax/function.ts';
import { staticText } from '../syntax/literal.ts';
import { wrapped } from '../syntax/unwrap.ts';
import { outlineOf, someIn } from '../syntax/walk.ts';
import { exportedFunctions } from './exported.ts';
import { functionsOf } from './functions.ts';
import { fillLabel } from './label.ts';
import { exportsNamedIn } from './named-in.ts';

/**
 * Handlers that a framework finds by the path of their file (`app/**` + `/route.ts`) or by a directive
 * (`'use server'`).
 */
export function conventionHandlers(source: Source, evaluation: Evaluation): Handler[] {
  const handlers: Handler[] = [];
  const path = evaluation.workspace.packages.placeOf(source.path);
  for (const entry of evaluation.catalog.entries) {
    for (const facet of entry.files ?? []) {
      const match = facet.path.exec(path);
      if (match === null || (facet.unless !== undefined && hasDirective(source.ast.body, facet.unless))) continue;
      if (
        (entry.packages.length === 0 || evaluation.workspace.packages.dependsOn(source.path, entry.packages)) &&
        isListed(path, facet, source, evaluation)
      ) {
        handlers.push(...fileHandlers(source, evaluation, entry, facet, match.groups?.['route']));
      }
    }
    for (const directive of entry.directives ?? [])
      handlers.push(...directiveHandlers(source, evaluation, entry, directive));
  }
  return handlers;
}

function fileHandlers(
  source: Source,
  evaluation: Evaluation,
  entry: Entry,
  facet: FileConvention,
  raw: string | undefined,
): Handler[] {
  const route = raw === undefined ? undefined : raw.replace(facet.omit ?? /$^/, '') || '/';
  const named = facet.namedIn === undefined ? [] : exportsNamedIn(source.path, facet.namedIn, evaluation);
  const file = evaluation.workspace.packages.placeOf(source.path).replace(/\.[cm]?[jt]sx?$/, '');
  const names = facet.exports.includes('*') ? [...exportsOf(source).names.keys()] : [...facet.exports, ...named];
  return names.flatMap((name) =>
    exportedFunctions(source, evaluation, name, facet).map(({ node, source: home, keys = [] }) => ({
      node,
      source: home,
      entry,
      kind: facet.kind ?? 'request',
      by: 'file' as const,
      route: fillLabel(facet.label, { route, file, export: name, EXPORT: name.toUpperCase(), key: keys.join('.') }),
    })),
  );
}

/**
 * Whether the convention's list of files names this one, with or without its extension. True if the convention needs no
 * list.
 */
function isListed(
  path: string,
  { listedIn }: FileConvention,
  { path: file }: Source,
  { workspace }: Evaluation,
): boolean {
  if (listedIn === undefined) return true;
  const list = workspace.files.followed(join(workspace.packages.of(file).root, listedIn));
  if (list === undefined) return false;
  const wanted = new Set([path, path.replace(/\.[cm]?[jt]sx?$/, '')]);
  return someIn(list.ast, (node) => {
    const text = staticText(node);
    return text !== undefined && wanted.has(posix.join(posix.dirname(listedIn), text));
  });
}

function directiveHandlers(
  source: Source,
  evaluation: Evaluation,
  entry: Entry,
  { text, label, kind = 'request' }: Directive,
): Handler[] {
  const handlerOf = ({ node, source: home }: FunctionPlace, name: string): Handler => ({
    node,
    source: home,
    entry,
    kind,
    by: 'directive',
    route: fillLabel(label, { name }),
  });
  if (hasDirective(source.ast.body, text)) {
    return [...exportsOf(source).names].flatMap(([name, exported]) =>
      'node' in exported ? functionsOf(exported.node, source, evaluation).map((place) => handlerOf(place, name)) : [],
    );
  }
  return outlineOf(source).functions.flatMap((node) =>
    node.body.type === 'BlockStatement' && hasDirective(node.body.body, text)
      ? [handlerOf({ node, source }, nameOf(node) ?? nameOfCallAround(node) ?? '')]
      : [],
  );
}

/** `const posts = query(async () => { 'use server'; … }, 'posts')` */
function nameOfCallAround(node: Node): string | undefined {
  const call = wrapped(node).parent;
  return call?.type === 'CallExpression' ? nameOf(wrapped(call)) : undefined;
}
