import type { Source } from '../syntax/source.ts';
import type { Workspace } from '../project/workspace.ts';
import { compilerOptionsNear } from '../project/compiler-options.ts';
import { isEsModule } from '../project/exports.ts';

/** Whether a file is an ES module, by its syntax or by how Node loads it. */
export function isModule(source: Source, { packages }: Workspace): boolean {
  return isEsModule(source) || packages.moduleKindOf(source.path) === 'module';
}

/**
 * Whether a TypeScript file is CommonJS whose imports are kept as they are written (`verbatimModuleSyntax`). Such a
 * file can import only by `import x = require('x')`.
 */
export function importsByRequire({ ast, path }: Source, workspace: Workspace): boolean {
  if (!/\.c?tsx?$/.test(path) || workspace.packages.moduleKindOf(path) === 'module') return false;
  const hasImports = ast.body.some(
    (statement) => statement.type === 'ImportDeclaration' && statement.importKind !== 'type',
  );
  const { verbatimModuleSyntax, module = 'commonjs' } = compilerOptionsNear(path, workspace);
  return !hasImports && verbatimModuleSyntax === true && /^(?:commonjs|node)/i.test(module);
}
