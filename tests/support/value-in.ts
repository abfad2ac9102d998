import type { Node, Source } from '../../src/syntax/source.ts';
import type { Value } from '../../src/values/value.ts';
import { nameOf, qualifiedNameOf } from '../../src/syntax/function.ts';
import { isFunction } from '../../src/syntax/function.ts';
import { positionAt } from '../../src/syntax/position.ts';
import { walk } from '../../src/syntax/walk.ts';

/** The outermost expression or function whose text is between `«` and `»` in the code. */
export function markedIn(marked: string): { readonly code: string; readonly find: (source: Source) => Node } {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  if (start < 0 || end < start) throw new Error(`nothing is marked in ${marked}`);
  const code = marked.replace('«', '').replace('»', '');
  return {
    code,
    find(source) {
      let found: Node | undefined;
      walk(source.ast, (node) => {
        if (node.range[0] === start && node.range[1] === end && node.type !== 'Program') found ??= node;
      });
      if (found === undefined) throw new Error(`no node is ${code.slice(start, end)}`);
      return found.type === 'ExpressionStatement' ? found.expression : found;
    },
  };
}

/** A value in words, such as `function Mailer.send`; with its line if it has no name. */
export function valueInWords(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  switch (value.kind) {
    case 'external':
      return `${value.module}#${value.steps.join('.')}`;
    case 'instance':
      return `new ${nameOfClass(value.of.node)}`;
    case 'class':
      return `class ${nameOfClass(value.node)}`;
    case 'function':
      return isFunction(value.node)
        ? `function ${qualifiedNameOf(value.node)}`
        : `signature ${nameOf(value.node) ?? value.node.type}, line ${lineOf(value)}`;
    case 'promise':
      return `promise of ${String(valueInWords(value.of))}`;
    case 'typed':
      return `typed ${value.types.map(({ node }) => node.type).join('|')}`;
    case 'parameter':
      return `parameter ${[value.index.toString(), ...value.path].join('.')} of ${qualifiedNameOf(value.fn)}`;
    case 'namespace':
      return 'namespace';
    default:
      return `${value.kind}, line ${lineOf(value)}`;
  }
}

function nameOfClass({ id }: { readonly id: { readonly name: string } | null }): string {
  return id?.name ?? 'a class';
}

function lineOf({ node, source }: { readonly node: Node; readonly source: Source }): string {
  return positionAt(source.text, node.range[0]).line.toString();
}
