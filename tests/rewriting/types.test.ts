import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Case } from '../support/rewriting-cases.ts';
import { CASES, cases, versionOf } from '../support/rewriting-cases.ts';
import { virtualProgram } from '../support/virtual-program.ts';

function errorsIn(paths: readonly string[], options: ts.CompilerOptions): string[] {
  return ts.getPreEmitDiagnostics(virtualProgram(paths, undefined, options)).map(({ file, start = 0, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
    return `${file?.fileName.slice(CASES.length + 1) ?? ''}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

const isCommonJs = ({ title }: Case): boolean => title.startsWith('commonjs/');
const typed = cases.filter(({ path }) => /\.[cm]?tsx?$/.test(path));

describe.each([
  { kind: 'module', files: typed.filter((file) => !isCommonJs(file)), options: { verbatimModuleSyntax: true } },
  { kind: 'CommonJS', files: typed.filter(isCommonJs), options: {} },
])('the $kind cases in TypeScript type-check under strict settings', ({ files, options }) => {
  it.each(['input', 'output'] as const)('as %s', (version) => {
    expect(files).not.toEqual([]);
    expect(
      errorsIn(
        files.map(({ path }) => versionOf(path, version)),
        options,
      ),
    ).toEqual([]);
  });
});
