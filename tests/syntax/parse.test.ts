import { describe, expect, it } from 'vitest';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';

const told = (path: string, text: string): string => {
  const result = parse(path, text);
  return isParseFailure(result) ? result.message : result.ast.sourceType;
};

describe('a return outside of all functions', () => {
  it.each([
    ['of a CommonJS file', 'a.js', "if (process.env.OFF) return;\nmodule.exports = require('./b');\n"],
    ['beside use strict', 'a.js', "'use strict';\nif (x) return;\n"],
    ['with JSX', 'a.jsx', 'const a = <b />;\nreturn a;\n'],
    ['of a .cjs file', 'a.cjs', 'return;\n'],
  ])('is as Node runs it %s', (_where, path, text) => {
    expect(told(path, text)).toBe('commonjs');
  });

  it.each([
    ['of a module', 'a.js', "import a from 'a';\nreturn a;\n"],
    ['of a module by its ending', 'a.mjs', 'return 1;\n'],
    ['of TypeScript, whose compiler refuses it', 'a.ts', 'return 1;\n'],
  ])('is a fault %s', (_where, path, text) => {
    expect(told(path, text)).toMatch(/'return' statement can only be used within a function body/);
  });

  it('does not change what is said of other faults', () => {
    expect(told('a.js', 'function f() { return 1; }\nconst = 1;\n')).toBe('Unexpected token');
  });

  it('is not what other files are taken for', () => {
    expect(told('a.js', 'function f() { return 1; }\n')).toBe('script');
    expect(told('a.js', 'export function f() { return 1; }\n')).toBe('module');
  });
});
