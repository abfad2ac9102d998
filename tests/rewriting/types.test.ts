import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { renderTracker } from '../../src/project/tracker-injection.ts';
import type { Case } from '../support/rewriting-cases.ts';
import { CASES, cases, versionOf } from '../support/rewriting-cases.ts';

const TRACKER = renderTracker('ts', 'node');
const HELPERS = ['.', 'commonjs'].map((folder) => join(CASES, folder, 'lib', 'fire-task.ts'));

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

/** The cases' packages with their helpers, as the TypeScript of their owner sees them; the helpers are on no disk. */
function errorsIn(paths: readonly string[], options: ts.CompilerOptions): string[] {
  const host = ts.createCompilerHost(options);
  host.directoryExists = (path) => HELPERS.some((helper) => dirname(helper) === path) || ts.sys.directoryExists(path);
  host.fileExists = (path) => HELPERS.includes(path) || ts.sys.fileExists(path);
  host.readFile = (path) => (HELPERS.includes(path) ? TRACKER : ts.sys.readFile(path));
  host.getSourceFile = (path, languageVersion) => {
    const text = host.readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, languageVersion);
  };
  const program = ts.createProgram([...paths, join(CASES, 'modules.d.ts')], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
    return `${file?.fileName.slice(CASES.length + 1) ?? ''}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

const isCommonJs = ({ title }: Case): boolean => title.startsWith('commonjs/');
const typed = cases.filter(({ path }) => /\.[cm]?tsx?$/.test(path));

describe.each([
  { kind: 'module', files: typed.filter((file) => !isCommonJs(file)), options: { ...OPTIONS, verbatimModuleSyntax: true } },
  { kind: 'CommonJS', files: typed.filter(isCommonJs), options: OPTIONS },
])('the $kind cases in TypeScript type-check under strict settings', ({ files, options }) => {
  it.each(['input', 'output'] as const)('as %s', (version) => {
    expect(files).not.toEqual([]);
    expect(errorsIn(files.map(({ path }) => versionOf(path, version)), options)).toEqual([]);
  });
});
