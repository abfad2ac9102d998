import type { Node, Source } from './source.ts';
import { escaped } from './escape.ts';

/**
 * The text of the JSDoc comment directly before a function, its declaration, or the statement or property that holds
 * it; undefined if there is none.
 */
export function jsdocOf(node: Node, source: Source): string | undefined {
  for (let owner: Node | undefined = node; owner != null; owner = owner.parent) {
    const comment = commentBefore(owner.range[0], source.text);
    if (comment !== undefined) return comment;
    if (owner.type.endsWith('Statement') || owner.type.endsWith('Declaration') || owner.type === 'MethodDefinition') {
      if (owner.parent?.type !== 'ExportNamedDeclaration' && owner.parent?.type !== 'ExportDefaultDeclaration')
        return undefined;
    } else if (owner.type === 'Property' || owner.type === 'Program' || owner.parent.type === 'CallExpression')
      return undefined;
  }
  return undefined;
}

function commentBefore(offset: number, text: string): string | undefined {
  let end = offset;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end -= 1;
  if (!text.startsWith('*/', end - 2)) return undefined;
  const start = text.lastIndexOf('/*', end - 2);
  return start >= 0 && text.startsWith('/**', start) ? text.slice(start, end) : undefined;
}

/** The `{…}` type of a JSDoc tag: `@returns {Promise<void>}`, `@type {import('express').RequestHandler}`. */
export function jsdocType(comment: string, tag: string): string | undefined {
  const at = new RegExp(`@${tag}\\s*\\{`).exec(comment);
  if (at === null) return undefined;
  const start = at.index + at[0].length;
  let depth = 1;
  for (let end = start; end < comment.length; end += 1) {
    if (comment[end] === '{') depth += 1;
    else if (comment[end] === '}') depth -= 1;
    if (depth === 0) return comment.slice(start, end).trim();
  }
  return undefined;
}

/** `import('express').RequestHandler` as module and name. */
export function importedType(type: string): { module: string; name: string } | undefined {
  const [, module, name] = /^import\(\s*['"]([^'"]+)['"]\s*\)\.(\w+)/.exec(type) ?? [];
  return module === undefined || name === undefined ? undefined : { module, name };
}

/** The type of a parameter in a function's JSDoc: `@param {T} name`, `@param {T} [name]`. */
export function jsdocParameter(comment: string, name: string): string | undefined {
  return typeBefore(comment, 'param', new RegExp(`^\\s*\\[?\\s*${escaped(name)}\\b`));
}

/** The type behind a name that JSDoc of the file defines: `@typedef {T} Name`. */
export function jsdocDefinition(text: string, name: string): string | undefined {
  return text.includes('@typedef') ? typeBefore(text, 'typedef', new RegExp(`^\\s*${escaped(name)}\\b`)) : undefined;
}

/** The type of the tag that `rest` follows. */
function typeBefore(text: string, tag: string, rest: RegExp): string | undefined {
  const start = `@${tag}`;
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    const type = jsdocType(text.slice(at), tag);
    const end = type === undefined ? -1 : text.indexOf(type, at) + type.length;
    const after = end < 0 ? undefined : text.slice(end, end + 200).replace(/^\s*\}/, '');
    if (after !== undefined && rest.test(after)) return type;
  }
  return undefined;
}
