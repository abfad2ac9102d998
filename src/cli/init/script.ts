import type { TSESTree } from '@typescript-eslint/types';
import type { Edit } from '../../rewriting/edit.ts';
import { withMarkOf } from '../../project/encoding.ts';
import { applyEdits, open } from '../../rewriting/edit.ts';
import { isParseFailure, parse } from '../../syntax/parse.ts';

/** Turns JSON into an expression. */
const BEFORE = '(';

/**
 * Adds a script after the other scripts of a package.json. Changes nothing else in the text.
 *
 * @returns undefined when the text is not a package.json
 */
export function addScript(text: string, name: string, command: string): string | undefined {
  const body = text.replace(/^\uFEFF/, '');
  const source = parse('package.js', `${BEFORE}${body})`);
  const statement = isParseFailure(source) ? undefined : source.ast.body[0];
  const manifest = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
  if (manifest?.type !== 'ObjectExpression') return undefined;
  const written = `${JSON.stringify(name)}: ${JSON.stringify(command)}`;
  const scripts = valueAt(manifest, 'scripts');
  if (scripts !== undefined && scripts.type !== 'ObjectExpression') return undefined;
  const inside = `${BEFORE}${body}`;
  const edits =
    scripts === undefined
      ? appended(manifest, inside, (indent, newline, unit) =>
          newline === ' '
            ? `"scripts": { ${written} }`
            : `"scripts": {${newline}${indent}${unit}${written}${newline}${indent}}`,
        )
      : appended(scripts, inside, () => written);
  return withMarkOf(text, applyEdits(inside, edits).slice(BEFORE.length));
}

/** The value of a key. */
function valueAt(object: TSESTree.ObjectExpression, name: string): TSESTree.Node | undefined {
  for (const property of object.properties)
    if (property.type === 'Property' && property.key.type === 'Literal' && property.key.value === name)
      return property.value;
  return undefined;
}

type Member = (indent: string, newline: string, unit: string) => string;

/** Adds a member, on a new line if the object spans several lines. */
function appended(object: TSESTree.ObjectExpression, text: string, member: Member): Edit[] {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const unit = /\n([\t ]+)"/.exec(text)?.[1] ?? '  ';
  const last = object.properties.at(-1);
  const outer = indentAt(object.range[1] - 1, text);
  if (last === undefined) {
    const indent = `${indentAt(object.range[0], text)}${unit}`;
    const inner = `${newline}${indent}${member(indent, newline, unit)}${newline}${indentAt(object.range[0], text)}`;
    return [{ start: object.range[0] + 1, end: object.range[1] - 1, text: inner }];
  }
  if (!text.slice(last.range[1], object.range[1]).includes('\n'))
    return [open(last.range[1], `, ${member(outer, ' ', unit)}`)];
  const indent = indentAt(last.range[0], text);
  return [open(last.range[1], `,${newline}${indent}${member(indent, newline, unit)}`)];
}

function indentAt(offset: number, text: string): string {
  return /^[\t ]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
}
