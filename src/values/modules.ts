import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { ExternalValue, NamespaceValue, Value } from './value.ts';
import { exportsOf, isEsModule } from '../project/exports.ts';
import { unwrap } from '../syntax/unwrap.ts';

/** An expression or declaration in a file of the user's code. */
export interface Place {
  readonly kind: 'place';
  readonly node: Node;
  readonly source: Source;
}

/** What an import leads to: a place in the user's code, a whole module of it, or something that a package gives. */
export type Origin = Place | NamespaceValue | ExternalValue;

/** Follows the name `name` imported from `specifier` into the user's own code, or names the package export. */
export function importOrigin(
  specifier: string,
  name: string,
  from: Source,
  evaluation: Evaluation,
  seen = new Set<string>(),
): Origin | undefined {
  const resolved = evaluation.resolver.resolve(specifier, from.path);
  if (resolved === undefined) return undefined;
  if ('module' in resolved) return { kind: 'external', module: resolved.module, steps: [name] };
  const source = evaluation.workspace.files.sourceFor(from.path, resolved.file);
  return source === undefined ? undefined : exportOrigin(source, name, evaluation, seen);
}

/** Looks an exported name of a file up, through re-exports and both module systems; `*` is the namespace. */
export function exportOrigin(
  source: Source,
  name: string,
  evaluation: Evaluation,
  seen = new Set<string>(),
): Origin | undefined {
  return name === '*' ? { kind: 'namespace', source } : findExport(source, name, evaluation, seen);
}

/** @param seen - files and names on the way: files may hand an export on to each other */
function findExport(source: Source, name: string, evaluation: Evaluation, seen: Set<string>): Origin | undefined {
  const key = `${source.path}\0${name}`;
  if (seen.has(key)) return undefined;
  seen.add(key);
  const table = exportsOf(source);
  const entry = table.names.get(name);
  if (entry !== undefined) {
    return 'node' in entry
      ? { kind: 'place', node: unwrap(entry.node), source }
      : importOrigin(entry.from, entry.name, source, evaluation, seen);
  }
  if (name === 'default') {
    if (table.whole !== undefined) return { kind: 'place', node: unwrap(table.whole), source };
    // `import x from './cjs'` of a file that only assigns `exports.a`.
    return table.names.size > 0 && !isEsModule(source) ? { kind: 'namespace', source } : undefined;
  }
  if (table.whole !== undefined) {
    const whole = evaluation.expression(table.whole, source);
    return whole === undefined ? undefined : memberOrigin(whole, name, evaluation);
  }
  for (const specifier of table.stars) {
    const resolved = evaluation.resolver.resolve(specifier, source.path);
    if (resolved === undefined || 'module' in resolved) continue;
    const target = evaluation.workspace.files.sourceFor(source.path, resolved.file);
    const found = target === undefined ? undefined : findExport(target, name, evaluation, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

function memberOrigin(whole: Value, name: string, evaluation: Evaluation): Origin | undefined {
  const value = evaluation.member(whole, name);
  if (value === undefined) return undefined;
  switch (value.kind) {
    case 'external':
    case 'namespace':
      return value;
    case 'function':
    case 'class':
    case 'object':
    case 'array':
      return { kind: 'place', node: value.node, source: value.source };
    default:
      return undefined;
  }
}

/** The value at an origin. */
export function originValue(origin: Origin | undefined, evaluation: Evaluation): Value | undefined {
  if (origin?.kind !== 'place') return origin;
  const { node, source } = origin;
  if (node.type === 'TSInterfaceDeclaration') return evaluation.type(node.id, source);
  // The name of a type alone evaluates to nothing; what it declares is asked for as a type.
  return (
    evaluation.expression(node, source) ?? (node.type === 'Identifier' ? evaluation.type(node, source) : undefined)
  );
}
