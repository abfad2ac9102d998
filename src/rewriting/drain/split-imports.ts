import type { TSESTree } from '@typescript-eslint/types';
import type { Source } from '../../syntax/source.ts';
import type { TrackerReference } from '../../helper/reference.ts';
import type { Edit } from '../edit.ts';
import { open, replace } from '../edit.ts';
import { lineBreakAt } from '../style.ts';
import { someIn } from '../../syntax/walk.ts';

/** Names that a helper of one file exported, and that a helper of two files exports from the second. */
const MOVED = new Set(['drainOnShutdown', 'ShutdownOptions', 'ClosableServer']);
/** Types that a helper of one file exported, and that a helper of two files doesn't. */
const GONE = new Set(['DrainOptions', 'TaskEvent', 'TaskListener']);

/**
 * Makes a file import `drainOnShutdown` from the helper's second file, if it imported it from the first.
 *
 * @param specifier - the specifier of the second file
 * @returns undefined if it imports the whole module, so its uses can't be seen, or something that has changed since
 */
export function splitImports({ ast, text }: Source, tracker: TrackerReference, specifier: string): Edit[] | undefined {
  const edits: Edit[] = [];
  if (takesLater(ast, tracker)) return undefined;
  for (const statement of ast.body) {
    if (statement.type === 'TSImportEqualsDeclaration' && isRequired(statement.moduleReference, tracker))
      return text.includes('drainOnShutdown') ? undefined : edits;
    if (statement.type === 'ExportAllDeclaration' && tracker.isTracker(statement.source.value)) return undefined;
    if (statement.type === 'ImportDeclaration' && tracker.isTracker(statement.source.value)) {
      const { specifiers, source } = statement;
      if (specifiers.some(({ type }) => type === 'ImportNamespaceSpecifier') && text.includes('drainOnShutdown'))
        return undefined;
      const named = specifiers.filter((each) => each.type === 'ImportSpecifier');
      if (named.some(({ imported, local }) => isOtherNow(ast, imported, local))) return undefined;
      const moved = named.filter(({ imported }) => imported.type === 'Identifier' && MOVED.has(imported.name));
      edits.push(...editsOf(statement, specifiers.length, named, moved, source, specifier, text));
    }
    if (statement.type === 'ExportNamedDeclaration' && statement.source !== null) {
      if (!tracker.isTracker(statement.source.value)) continue;
      const { specifiers, source } = statement;
      const moved = specifiers.filter(({ local }) => local.type === 'Identifier' && MOVED.has(local.name));
      edits.push(...editsOf(statement, specifiers.length, specifiers, moved, source, specifier, text));
    }
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      const from = init?.type === 'CallExpression' ? init.arguments[0] : undefined;
      const isHelper = from?.type === 'Literal' && typeof from.value === 'string' && tracker.isTracker(from.value);
      if (!isHelper) continue;
      if (id.type !== 'ObjectPattern' || statement.declarations.length > 1)
        return text.includes('drainOnShutdown') ? undefined : edits;
      const named = id.properties.filter((each) => each.type === 'Property');
      const moved = named.filter(({ key }) => key.type === 'Identifier' && MOVED.has(key.name));
      // `...rest` contains the moved names, too, if they aren't listed.
      if (named.length < id.properties.length) return undefined;
      if (named.some(({ key, value }) => isOtherNow(ast, key, value))) return undefined;
      edits.push(...editsOf(statement, id.properties.length, named, moved, from, specifier, text));
    }
  }
  return edits;
}

/**
 * Whether an imported name no longer exists, or is `drainOnShutdown` with a used result, which was an undo function and
 * is an object now.
 */
function isOtherNow(ast: Source['ast'], imported: TSESTree.Node, local: TSESTree.Node): boolean {
  if (imported.type !== 'Identifier' || local.type !== 'Identifier') return false;
  if (imported.name !== 'drainOnShutdown') return GONE.has(imported.name);
  return someIn(
    ast,
    (node) =>
      node.type === 'CallExpression' &&
      node.callee.type === 'Identifier' &&
      node.callee.name === local.name &&
      node.parent.type !== 'ExpressionStatement' &&
      node.parent.type !== 'UnaryExpression',
  );
}

/** `import tasks = require('./fire-task.js')` */
function isRequired(
  reference: TSESTree.TSImportEqualsDeclaration['moduleReference'],
  tracker: TrackerReference,
): boolean {
  return (
    reference.type === 'TSExternalModuleReference' &&
    typeof reference.expression.value === 'string' &&
    tracker.isTracker(reference.expression.value)
  );
}

/** `import('./fire-task.js')`, or a `require` outside the declarations at the top level. */
function takesLater(ast: Source['ast'], tracker: TrackerReference): boolean {
  return someIn(ast, (node) => {
    const isNested =
      node.type === 'CallExpression' &&
      (node.parent.type !== 'VariableDeclarator' || node.parent.parent.parent.type !== 'Program');
    const [from] = node.type === 'ImportExpression' ? [node.source] : isNested ? node.arguments : [];
    const isRequire = isNested && node.callee.type === 'Identifier' && node.callee.name === 'require';
    if (from?.type !== 'Literal' || typeof from.value !== 'string') return false;
    return (node.type === 'ImportExpression' || isRequire) && tracker.isTracker(from.value);
  });
}

function editsOf(
  statement: TSESTree.Node,
  count: number,
  named: readonly TSESTree.Node[],
  moved: readonly TSESTree.Node[],
  from: TSESTree.Node,
  specifier: string,
  text: string,
): Edit[] {
  const [first] = named;
  const last = named.at(-1);
  if (moved.length === 0 || first === undefined || last === undefined) return [];
  const quote = text[from.range[0]] ?? "'";
  const quoted = `${quote}${specifier}${quote}`;
  if (moved.length === count) return [replace(...from.range, quoted)];
  const listOf = (nodes: readonly TSESTree.Node[]): string => nodes.map(({ range }) => text.slice(...range)).join(', ');
  const [start, end] = statement.range;
  const head = text.slice(start, text.indexOf('{', start) + 1);
  const keyword = head.startsWith('import') ? (/^import\s+type\s/.exec(head)?.[0] ?? 'import ') : head.slice(0, -1);
  const tail = text.slice(text.indexOf('}', last.range[1]), end).replace(text.slice(...from.range), () => quoted);
  const space = text[first.range[0] - 1] === '{' ? '' : ' ';
  return [
    replace(first.range[0], last.range[1], listOf(named.filter((each) => !moved.includes(each)))),
    open(end, `${lineBreakAt(text, start)}${keyword}{${space}${listOf(moved)}${space}${tail}`),
  ];
}
