// Opens the typings of installed packages with the TypeScript API.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const OPTIONS = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
  allowSyntheticDefaultImports: true,
};
const CODE = ['.js', '.mjs', '.cjs', '.json'];
const LANGUAGE = ['lib.esnext.d.ts'];
const BROWSER = [...LANGUAGE, 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'];

/** Whether an import of the module resolves to typings. */
export function hasTypings(folder, module) {
  const extension = extensionOf(folder, module);
  return extension !== undefined && !CODE.includes(extension);
}

/** Whether an import of the module resolves to code without typings. */
export function isUntyped(folder, module) {
  return CODE.includes(extensionOf(folder, module));
}

function extensionOf(folder, module) {
  return ts.resolveModuleName(module, join(folder, 'any.ts'), OPTIONS, ts.sys).resolvedModule?.extension;
}

/**
 * Opens modules in one program.
 * @param {string} folder The folder with `node_modules`, or to which the modules' paths are relative.
 * @param {readonly string[]} modules
 * @param {{ types: readonly string[], browser: boolean }} around Packages of types that declare globals, and whether to
 *   include the browser's types.
 * @returns {{ checker: ts.TypeChecker, modules: ReadonlyMap<string, ts.Symbol>, globals: ReadonlyMap<string, ts.Symbol>
 *   }}
 */
export function openTypings(folder, modules, { types, browser }) {
  const file = join(folder, `imports-${types.join('-').replace(/\W+/g, '-')}.ts`);
  const lines = [
    ...types.map((name) => `/// <reference types="${name}" />`),
    ...modules.map((module, at) => `import * as m${at} from '${module}';`),
    'export {};',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  const typeRoots = [join(folder, 'node_modules', '@types')];
  const program = ts.createProgram([file], { ...OPTIONS, lib: browser ? BROWSER : LANGUAGE, typeRoots });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const found = new Map();
  for (const statement of source.statements.filter(ts.isImportDeclaration)) {
    const symbol = checker.getSymbolAtLocation(statement.moduleSpecifier);
    if (symbol !== undefined) found.set(statement.moduleSpecifier.text, symbol);
  }
  const anything = ts.SymbolFlags.Value | ts.SymbolFlags.Type | ts.SymbolFlags.Namespace | ts.SymbolFlags.Alias;
  const around = checker.getSymbolsInScope(source, anything).filter(({ name }) => !/^m\d+$/.test(name));
  return { checker, modules: found, globals: new Map(around.map((symbol) => [symbol.name, symbol])) };
}
