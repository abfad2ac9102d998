import type { Edit } from '../../rewriting/edit.ts';
import type { Source } from '../../syntax/source.ts';
import type { Imported } from './flat-config.ts';
import { open } from '../../rewriting/edit.ts';
import { restOfLine, skipTrivia } from '../../rewriting/trivia.ts';
import { isRequire } from './config-names.ts';
import { isModuleConfig } from './config-value.ts';

/**
 * Adds imports after the existing ones, in the same style. Without any, they go to the top of the file, after what must
 * come first.
 */
export function importEdits(imports: readonly Imported[], { ast, text }: Source, newline: string): Edit[] {
  if (imports.length === 0) return [];
  const isModule = isModuleConfig(ast);
  const last = ast.body.findLast((each) =>
    isModule
      ? each.type === 'ImportDeclaration'
      : each.type === 'VariableDeclaration' && each.declarations.every(({ init }) => isRequire(init)),
  );
  const sample = last === undefined ? text : text.slice(last.range[0], last.range[1]);
  const quote = /['"]/.exec(sample)?.[0] ?? "'";
  const end = last === undefined || sample.endsWith(';') ? ';' : '';
  const lines = imports.map((each) => `${isModule ? importOf(each, quote) : requireOf(each, quote)}${end}`);
  const after = last ?? ast.body.findLast((each) => 'directive' in each && typeof each.directive === 'string');
  if (after === undefined)
    return [open(placeAtTop(ast.body[0]?.range[0], text), `${lines.join(newline)}${newline}${newline}`)];
  // A trailing comment stays with its import.
  const place = restOfLine(text, after.range[1]) ?? after.range[1];
  return [open(place, lines.map((line) => `${newline}${line}`).join(''))];
}

function importOf({ from, name }: Imported, quote: string): string {
  return `import ${name} from ${quote}${from}${quote}`;
}

/** `require` of an ES module returns its namespace. */
function requireOf({ from, name, isModule }: Imported, quote: string): string {
  return `const ${isModule ? `{ default: ${name} }` : name} = require(${quote}${from}${quote})`;
}

/**
 * The offset after a hashbang and comments about the whole file: `// @ts-check`, or a comment followed by an empty
 * line.
 */
function placeAtTop(first: number | undefined, text: string): number {
  let place = /^#![^\n]*\n/.exec(text)?.[0].length ?? 0;
  const code = first ?? skipTrivia(text, place);
  const comments = text.slice(place, code);
  const head = /^[\s\S]*(?:\n[\t ]*\r?\n|(?:@ts-(?:no)?check|\/\/\/ *<)[^\n]*\n)/.exec(comments);
  if (head !== null) place += head[0].length;
  return place;
}
