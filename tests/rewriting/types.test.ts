import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { renderTracker } from '../../src/project/tracker-injection.ts';
import { CASES, cases } from '../support/rewriting-cases.ts';

const TRACKER = renderTracker('ts', 'node');
const HELPER = join(CASES, 'lib', 'fire-task.ts');

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitReturns: true,
  verbatimModuleSyntax: true,
  experimentalDecorators: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
};

/** The cases' package with its helper, as the TypeScript of its owner sees it; the helper is on no disk. */
function errorsIn(paths: readonly string[]): string[] {
  const host = ts.createCompilerHost(OPTIONS);
  host.directoryExists = (path) => path === join(CASES, 'lib') || ts.sys.directoryExists(path);
  host.fileExists = (path) => path === HELPER || ts.sys.fileExists(path);
  host.readFile = (path) => (path === HELPER ? TRACKER : ts.sys.readFile(path));
  host.getSourceFile = (path, options) => {
    const text = host.readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, options);
  };
  const program = ts.createProgram([...paths, join(CASES, 'modules.d.ts')], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
    return `${file?.fileName.slice(CASES.length + 1) ?? ''}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

describe('the TypeScript cases type-check under strict settings', () => {
  const typed = cases.filter(({ path }) => path.endsWith('.ts'));

  it('before', () => {
    expect(errorsIn(typed.map(({ path }) => path))).toEqual([]);
  });

  it('and after', () => {
    expect(errorsIn(typed.map(({ path }) => path.replace('.input.', '.output.')))).toEqual([]);
  });
});
