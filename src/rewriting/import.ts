import type { Node, Source } from '../syntax/source.ts';
import type { Edit } from './edit.ts';
import type { ExistingImport } from './existing-import.ts';
import type { TrackerReference } from '../helper/reference.ts';
import type { Style } from './style.ts';
import { variableOf } from '../syntax/binding.ts';
import { open } from './edit.ts';
import { existingImports } from './existing-import.ts';
import { placeStatement } from './import-place.ts';
import { isGlobalName, isUsedName, nameAt } from './names.ts';
import { inBraces, quoted } from './style.ts';

/** The tracker as a file refers to it, and how the file imports. */
export interface FileReference extends TrackerReference {
  /** Whether the file imports only by `import x = require('x')`. */
  readonly byRequire?: boolean;
}

/** How a file calls the tracker, and what makes that possible. */
export interface TrackerImport {
  /** `fireTask`, `tasks.fireTask`, or another local name if that one is taken at `node`. */
  readonly calleeAt: (node: Node) => string;
  /** The edits that let the file use these callees; none if its imports suffice. */
  readonly editsFor: (callees: Iterable<string>) => Edit[];
}

/** Finds the file's import of the tracker, or plans one in the file's own style, after its directives and imports. */
export function trackerImportOf(source: Source, tracker: FileReference, style: Style): TrackerImport {
  const found = existingImports(source, tracker);
  const bound = new Map(
    found.flatMap(({ callee, name }) =>
      callee === undefined || name === undefined ? [] : [[callee, variableOf(name, source)] as const],
    ),
  );
  return {
    calleeAt: (node) => {
      for (const [callee, variable] of bound) {
        if (nameAt(callee.split('.')[0] ?? callee, node, source) === variable) return callee;
      }
      return tracker.byRequire === true
        ? `${freeNameAt(node, source, 'tasks')}.${tracker.name}`
        : freeNameAt(node, source, tracker.name);
    },
    editsFor: (callees) => {
      const names = [...new Set(callees)].filter((callee) => !bound.has(callee)).sort();
      return names.length === 0
        ? []
        : tracker.byRequire === true
          ? names.map((name) => newRequire(name, source, tracker, style))
          : (merged(names, found, source, tracker.name) ?? [newImport(names, source, tracker, style)]);
    },
  };
}

/** A free name for the tracker. One alternative serves the whole file, however many places need it. */
function freeNameAt(node: Node, source: Source, wanted: string): string {
  if (nameAt(wanted, node, source) === undefined && !isGlobalName(wanted, source)) return wanted;
  for (let count = 1; ; count += 1) {
    const name = `fireTrackedTask${count === 1 ? '' : count.toString()}`;
    if (!isUsedName(name, source)) return name;
  }
}

function merged(
  names: readonly string[],
  found: readonly ExistingImport[],
  source: Source,
  exported: string,
): Edit[] | undefined {
  for (const { add } of found) {
    const edits = add?.(
      (separator) => names.map((name) => (name === exported ? name : `${exported}${separator}${name}`)),
      source.text,
    );
    if (edits !== undefined) return edits;
  }
  return undefined;
}

function newImport(names: readonly string[], source: Source, tracker: TrackerReference, style: Style): Edit {
  const specifier = quoted(tracker.specifier, style);
  const isImport = usesImport(source, tracker);
  const list = names
    .map((name) => (name === tracker.name ? name : `${tracker.name}${isImport ? ' as' : ':'} ${name}`))
    .join(', ');
  const binding = inBraces(list, style);
  const { at, before, after, keyword } = placeStatement(source, isImport, style);
  const statement = isImport ? `import ${binding} from ${specifier}` : `${keyword} ${binding} = require(${specifier})`;
  return open(at, `${before}${statement}${after}`);
}

/** `import tasks = require('./lib/fire-task.mjs');` */
function newRequire(callee: string, source: Source, { specifier }: TrackerReference, style: Style): Edit {
  const { at, before, after } = placeStatement(source, true, style);
  const [name = callee] = callee.split('.');
  return open(at, `${before}import ${name} = require(${quoted(specifier, style)})${after}`);
}

/** Whether the file uses `import`, by its syntax or extension, or else by how it is loaded. */
function usesImport({ ast, path }: Source, tracker: TrackerReference): boolean {
  if (ast.body.some(({ type }) => type === 'ImportDeclaration' || type.startsWith('Export'))) return true;
  if (/\.[cm]?tsx?$/.test(path)) return true;
  return tracker.moduleKind === 'module';
}
