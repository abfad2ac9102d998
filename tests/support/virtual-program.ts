import { dirname, join } from 'node:path';
import ts from 'typescript';
import { renderTracker } from '../../src/helper/injection.ts';
import { CASES } from './rewriting-cases.ts';

const TRACKER = renderTracker('ts', 'node');
const HELPERS = ['.', 'commonjs'].map((folder) => join(CASES, folder, 'lib', 'fire-task.ts'));
/** Files read from disk, mainly the libraries of the language. */
const read = new Map<string, ts.SourceFile>();

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitReturns: true,
  resolveJsonModule: true,
  jsx: ts.JsxEmit.ReactJSX,
  experimentalDecorators: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
};

/**
 * A program of files from the rewriting cases' packages, some of which aren't on disk, with their helpers, under
 * TypeScript's strict settings.
 */
export function virtualProgram(
  paths: readonly string[],
  texts: ReadonlyMap<string, string> = new Map(),
  more: ts.CompilerOptions = {},
): ts.Program {
  const options = { ...OPTIONS, ...more };
  const host = ts.createCompilerHost(options);
  const textOf = (path: string): string | undefined =>
    texts.get(path) ?? (HELPERS.includes(path) ? TRACKER : undefined);
  host.directoryExists = (path) => HELPERS.some((helper) => dirname(helper) === path) || ts.sys.directoryExists(path);
  host.fileExists = (path) => textOf(path) !== undefined || ts.sys.fileExists(path);
  host.readFile = (path) => textOf(path) ?? ts.sys.readFile(path);
  host.getSourceFile = (path, version) => {
    const own = textOf(path);
    if (own !== undefined) return ts.createSourceFile(path, own, version);
    const known = read.get(path) ?? parsed(path, version);
    if (known !== undefined) read.set(path, known);
    return known;
  };
  return ts.createProgram([...paths, join(CASES, 'modules.d.ts')], options, host);
}

function parsed(path: string, version: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile | undefined {
  const text = ts.sys.readFile(path);
  return text === undefined ? undefined : ts.createSourceFile(path, text, version);
}
