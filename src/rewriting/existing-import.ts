import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Edit } from './edit.ts';
import type { TrackerReference } from '../helper/reference.ts';
import { staticText } from '../syntax/literal.ts';
import { requiredSpecifier } from '../syntax/names.ts';
import { close, open, replace } from './edit.ts';
import { findToken, restOfLine, skipTrivia } from './trivia.ts';

/** An import or require of the tracker that a file already has. */
export interface ExistingImport {
  /** How the tracker can be called through it: `fireTask`, `tasks.fireTask`. */
  readonly callee?: string;
  /** The identifier that it declares for that. */
  readonly name?: Node;
  /**
   * Adds names to its list.
   *
   * @param namesWith - returns the list for what separates a name from its local name: ` as ` or `: `
   */
  readonly add?: (namesWith: (separator: string) => readonly string[], text: string) => Edit[];
}

/**
 * The file's imports and requires of the tracker; those that can take more names without changing their kind come
 * first.
 */
export function existingImports({ ast }: Source, tracker: TrackerReference): ExistingImport[] {
  const found: ExistingImport[] = [];
  const types: ExistingImport[] = [];
  for (const statement of ast.body) {
    if (statement.type === 'ImportDeclaration') {
      if (!tracker.isTracker(statement.source.value)) continue;
      if (statement.importKind === 'type') types.push(...readTypeImport(statement));
      else found.push(...readImport(statement, tracker.name));
    } else if (statement.type === 'TSImportEqualsDeclaration') {
      if (statement.importKind !== 'type' && tracker.isTracker(equalsSpecifier(statement) ?? ''))
        found.push({ callee: `${statement.id.name}.${tracker.name}`, name: statement.id });
    } else if (statement.type === 'VariableDeclaration') {
      for (const { id, init } of statement.declarations) {
        const specifier = requiredSpecifier(init);
        if (specifier !== undefined && tracker.isTracker(specifier)) found.push(...readRequire(id, tracker.name));
      }
    }
  }
  return [...found, ...types];
}

function readImport(statement: TSESTree.ImportDeclaration, exported: string): ExistingImport[] {
  const found: ExistingImport[] = [];
  for (const specifier of statement.specifiers) {
    const { local } = specifier;
    if (specifier.type === 'ImportNamespaceSpecifier') found.push({ callee: `${local.name}.${exported}`, name: local });
    else if (
      specifier.type === 'ImportSpecifier' &&
      isNamed(specifier.imported, exported) &&
      specifier.importKind !== 'type'
    )
      found.push({ callee: local.name, name: local });
  }
  const last = statement.specifiers.at(-1);
  return last?.type === 'ImportSpecifier'
    ? [...found, { add: (namesWith, text) => addAfter(last, namesWith(' as '), text) }]
    : found;
}

/** `import type { Task } from '…'` becomes `import { fireTask, type Task } from '…'`. */
function readTypeImport(statement: TSESTree.ImportDeclaration): ExistingImport[] {
  const { specifiers } = statement;
  const [first] = specifiers;
  if (first === undefined || specifiers.some(({ type }) => type !== 'ImportSpecifier')) return [];
  return [
    {
      add: (namesWith, text) => {
        const start = findToken(text, 'type', statement.range[0] + 'import'.length, first.range[0]) ?? first.range[0];
        const keyword = /^type\s*/.exec(text.slice(start, first.range[0]))?.[0] ?? '';
        const marks = specifiers.map(({ range }) => open(range[0], 'type '));
        return [
          replace(start, start + keyword.length, ''),
          ...marks,
          open(first.range[0], `${namesWith(' as ').join(', ')}, `),
        ];
      },
    },
  ];
}

function readRequire(target: Node, exported: string): ExistingImport[] {
  if (target.type === 'Identifier') return [{ callee: `${target.name}.${exported}`, name: target }];
  if (target.type !== 'ObjectPattern') return [];
  const found: ExistingImport[] = [];
  for (const property of target.properties) {
    if (property.type === 'Property' && isNamed(property.key, exported) && property.value.type === 'Identifier')
      found.push({ callee: property.value.name, name: property.value });
  }
  const last = target.properties.at(-1);
  return last?.type === 'Property'
    ? [...found, { add: (namesWith, text) => addAfter(last, namesWith(': '), text) }]
    : found;
}

/** Adds each name on its own line if the list is written so. What is written beside the last name stays there. */
function addAfter(last: Node, names: readonly string[], text: string): Edit[] {
  const [start, end] = last.range;
  const lineStart = /(?:\r\n|[\n\r])[^\S\r\n]*$/.exec(text.slice(0, start))?.[0];
  if (lineStart === undefined) return [close(end, names.map((name) => `, ${name}`).join(''))];
  const after = skipTrivia(text, end);
  const lines = (ending: string): string => names.map((name) => `${lineStart}${name}`).join(',') + ending;
  const comma = text[after] === ',' ? after + 1 : undefined;
  const lineEnd = restOfLine(text, comma ?? end) ?? end;
  if (comma === undefined)
    return lineEnd === end ? [close(end, `,${lines('')}`)] : [close(end, ','), close(lineEnd, lines(''))];
  return lineEnd === end ? [close(end, `,${lines('')}`)] : [close(lineEnd, lines(','))];
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

/** `import tasks = require('./fire-task')` */
function equalsSpecifier({ moduleReference }: TSESTree.TSImportEqualsDeclaration): string | undefined {
  return moduleReference.type === 'TSExternalModuleReference' ? staticText(moduleReference.expression) : undefined;
}
