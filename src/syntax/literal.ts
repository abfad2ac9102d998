import type { Node } from './source.ts';

/**
 * A property key that is written out: `send`, `'send'`, `['send']`, `` [`send`] ``, `#send`; undefined when it is
 * computed at run time.
 */
export function keyName(key: Node, computed: boolean): string | undefined {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (!computed && key.type === 'Identifier') return key.name;
  if (key.type === 'Literal') return String(key.value);
  if (key.type === 'TemplateLiteral' && key.expressions.length === 0) return key.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** The text of a string literal; a template's expressions become `${…}`. Undefined for anything else. */
export function staticText(node: Node | null | undefined): string | undefined {
  if (node?.type === 'Literal') {
    if (typeof node.value === 'string') return node.value;
    return 'regex' in node ? node.raw : undefined;
  }
  if (node?.type === 'TemplateLiteral') {
    return node.quasis.map((quasi) => quasi.value.cooked).join('${…}');
  }
  return undefined;
}

/** `undefined`, `void 0` */
export function isUndefined(node: Node): boolean {
  return (
    (node.type === 'Identifier' && node.name === 'undefined') ||
    (node.type === 'UnaryExpression' && node.operator === 'void')
  );
}

/** `null`, `undefined`, `void 0` */
export function isNothing(node: Node): boolean {
  return (node.type === 'Literal' && node.value === null && node.raw === 'null') || isUndefined(node);
}
