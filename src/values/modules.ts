import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { ExternalValue, NamespaceValue, Value } from './value.ts';
import type { ExportPlace } from '../project/export-places.ts';
import type { Workspace } from '../project/workspace.ts';
import { exportPlace } from '../project/export-places.ts';
import { exportsOf, isEsModule } from '../project/exports.ts';
import { SteadyAnswers } from '../project/steady-answers.ts';
import { unwrap } from '../syntax/unwrap.ts';

/** An expression or declaration in a file of the user's code. */
export interface Place {
  readonly kind: 'place';
  readonly node: Node;
  readonly source: Source;
}

/** The target of an import: a place in the user's code, one of its modules, or an export of a package. */
export type Origin = Place | NamespaceValue | ExternalValue;

/** Follows the name `name` imported from `specifier` into the user's own code, or names the package export. */
export function importOrigin(
  specifier: string,
  name: string,
  from: Source,
  evaluation: Evaluation,
): Origin | undefined {
  return importFrom(specifier, name, from, evaluation, (file) => originIn(file, name, evaluation));
}

/** The values of exports by file and name. One that a package makes stays so after most edits of the file. */
export type ExportedValues = SteadyAnswers<Value | undefined>;

export function createExportedValues({ changes }: Workspace): ExportedValues {
  return new SteadyAnswers(changes, textOfPlain);
}

/** The value of the name `name` imported from `specifier`. */
export function importedValue(
  specifier: string,
  name: string,
  from: Source,
  exported: ExportedValues,
  evaluation: Evaluation,
): Value | undefined {
  return importFrom(specifier, name, from, evaluation, (file) =>
    exported.answer(`${name} of ${file}`, () => originValue(originIn(file, name, evaluation), evaluation)),
  );
}

function importFrom<Found>(
  specifier: string,
  name: string,
  from: Source,
  { resolver }: Evaluation,
  inFile: (file: string) => Found,
): Found | ExternalValue | undefined {
  const resolved = resolver.resolve(specifier, from.path);
  if (resolved === undefined) return undefined;
  return 'module' in resolved ? { kind: 'external', module: resolved.module, steps: [name] } : inFile(resolved.file);
}

function originIn(file: string, name: string, evaluation: Evaluation): Origin | undefined {
  const { resolver, workspace } = evaluation;
  return placeOrigin(exportPlace(file, name, resolver, workspace), evaluation);
}

/** The text of a value without nodes of the user's code, which are others after each edit; undefined for any other. */
function textOfPlain(value: Value | undefined): string | undefined {
  if (value === undefined) return 'unknown';
  if (value.kind !== 'external') return undefined;
  const { given, beside, by, holds } = value;
  return given === undefined && beside === undefined && by === undefined && holds === undefined
    ? JSON.stringify(value)
    : undefined;
}

/** Looks up an exported name of a file, through re-exports and both module systems. `*` is the namespace. */
export function exportOrigin(source: Source, name: string, evaluation: Evaluation): Origin | undefined {
  if (name === '*') return { kind: 'namespace', source };
  const own = declared(source, name, evaluation);
  if (own !== undefined) return own;
  const { resolver, workspace } = evaluation;
  const place = exportPlace(source.path, name, resolver, workspace);
  return place !== undefined && 'file' in place && place.file === source.path
    ? undefined
    : placeOrigin(place, evaluation);
}

function placeOrigin(place: ExportPlace | undefined, evaluation: Evaluation): Origin | undefined {
  if (place === undefined) return undefined;
  if ('module' in place) return { kind: 'external', module: place.module, steps: [place.name] };
  const source = evaluation.workspace.files.followed(place.file);
  if (source === undefined) return undefined;
  return place.name === '*' ? { kind: 'namespace', source } : declared(source, place.name, evaluation);
}

/** The origin of an export that the file itself declares. */
function declared(source: Source, name: string, evaluation: Evaluation): Origin | undefined {
  const { names, whole } = exportsOf(source);
  const entry = names.get(name);
  if (entry !== undefined) return 'node' in entry ? { kind: 'place', node: unwrap(entry.node), source } : undefined;
  if (name === 'default') {
    if (whole !== undefined) return { kind: 'place', node: unwrap(whole), source };
    // `import x from './cjs'` of a file that only assigns `exports.a`.
    return names.size > 0 && !isEsModule(source) ? { kind: 'namespace', source } : undefined;
  }
  const value = whole === undefined ? undefined : evaluation.expression(whole, source);
  return value === undefined ? undefined : memberOrigin(value, name, evaluation);
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
  // The name of a type has no value, so its declaration is read as a type.
  return (
    evaluation.expression(node, source) ?? (node.type === 'Identifier' ? evaluation.type(node, source) : undefined)
  );
}
