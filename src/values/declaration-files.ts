import type { Workspace } from '../project/workspace.ts';
import type { ClassNode } from '../syntax/class.ts';
import type { Node, Source } from '../syntax/source.ts';

const JAVASCRIPT = /(?<!\.d)\.([cm]?)js$/;
const DECLARATIONS = /\.d\.([cm]?)ts$/;

/** The declarations that a compiler wrote beside JavaScript: `server.d.ts` next to `server.js`. */
export function declarationsOf({ path }: Source, { files }: Workspace): Source | undefined {
  const beside = path.replace(JAVASCRIPT, '.d.$1ts');
  return beside === path || isOfPackage(path) ? undefined : files.sourceAt(beside);
}

/** The class in JavaScript that declarations beside it describe; undefined for any other node. */
export function classBehind(
  node: Node,
  { path }: Source,
  { files }: Workspace,
): { node: ClassNode; source: Source } | undefined {
  if (node.type !== 'ClassDeclaration' || node.id === null || !DECLARATIONS.test(path) || isOfPackage(path))
    return undefined;
  const source = files.followed(path.replace(DECLARATIONS, '.$1js'));
  const found = source === undefined ? undefined : classIn(source, node.id.name);
  return found === undefined || source === undefined ? undefined : { node: found, source };
}

/** What a file declares under a name, outside of functions. */
export function declaredIn(source: Source, name: string): Node | undefined {
  const definitions = source.scopes.acquire(source.ast, true)?.set.get(name)?.defs ?? [];
  return definitions.length === 1 ? definitions[0]?.node : undefined;
}

/** The class that a file declares under a name, also as the value of a variable. */
export function classIn(source: Source, name: string): ClassNode | undefined {
  const node = declaredIn(source, name);
  const value = node?.type === 'VariableDeclarator' ? node.init : node;
  return value?.type === 'ClassDeclaration' || value?.type === 'ClassExpression' ? value : undefined;
}

/** Those of packages are read as their typings. */
function isOfPackage(path: string): boolean {
  return path.includes('/node_modules/');
}
