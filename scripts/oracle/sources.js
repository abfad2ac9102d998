import { dirname } from 'node:path';
import ts from 'typescript';
import { sourceIn } from '../engine.js';

const OPTIONS = {
  strict: true,
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.esnext.disposable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.Preserve,
  allowJs: true,
  checkJs: true,
  types: [],
};
const libraries = new Map();

/** The file as ESLint gives it to a rule when its parser builds types. */
export function typedSource(path, text, engine) {
  const host = ts.createCompilerHost(OPTIONS);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => {
    if (name === path) return ts.createSourceFile(name, text, { languageVersion: ts.ScriptTarget.ES2023 }, true);
    if (!name.includes('/typescript/lib/')) return read(name, ...rest);
    if (!libraries.has(name)) libraries.set(name, read(name, ...rest));
    return libraries.get(name);
  };
  const known = host.fileExists.bind(host);
  host.fileExists = (name) => name === path || known(name);
  host.getCurrentDirectory = () => dirname(path);
  const program = ts.createProgram([path], OPTIONS, host);
  return sourceIn(program, path, text, /x$/.test(path), engine);
}

const CODE = new Set([
  'ExpressionStatement',
  'IfStatement',
  'ForStatement',
  'ForOfStatement',
  'ForInStatement',
  'WhileStatement',
  'DoWhileStatement',
  'TryStatement',
  'SwitchStatement',
  'BlockStatement',
  'LabeledStatement',
  'ThrowStatement',
]);

/**
 * Code at the top of a module is never looked at (reach `all`): what runs there is put into functions, line by line.
 */
export function inFunctions({ text, ast }) {
  const edits = [];
  let open = false;
  for (const statement of ast.body) {
    if (CODE.has(statement.type) && statement.directive == null) {
      if (!open) edits.push([statement.range[0], `async function $case${edits.length}() { `]);
      else edits.pop();
      open = true;
      edits.push([statement.range[1], ' }']);
    } else open = false;
  }
  return edits.reduceRight((code, [at, inserted]) => code.slice(0, at) + inserted + code.slice(at), text);
}
