import type { Node, Source } from '../../syntax/source.ts';
import type { Value } from '../value.ts';
import type { Declared } from './declared.ts';

/** The declarations of a value; none for a value known only from code, such as a parameter without a type. */
export function declaredAs(value: Value | undefined, node: Node, source: Source): Declared[] {
  switch (value?.kind) {
    case 'typed':
      return [...value.types];
    case 'function':
      return value.types === undefined
        ? [{ ...value.scope, node: value.node, source: value.source }]
        : [...value.types];
    case 'class':
    case 'object':
    case 'array':
      return [{ node: value.node, source: value.source }];
    case 'instance': {
      const { of, given, beside = [] } = value;
      return [{ node: of.node, source: of.source, side: 'instance', ...(given !== undefined && { given }) }, ...beside];
    }
    case 'namespace':
      return [{ node: value.source.ast, source: value.source }];
    case 'external':
      return [{ node, source, external: value }, ...(value.beside ?? [])];
    case 'promise': {
      const of = declaredAs(value.of, node, source);
      return (of.length > 0 ? of : [{ node, source }]).map((declared) => ({ ...declared, promised: true }));
    }
    default:
      return [];
  }
}
