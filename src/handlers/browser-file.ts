import { hasDirective } from '../syntax/directive.ts';
import { isFunction } from '../syntax/function.ts';
import { perSource } from '../syntax/per-source.ts';
import { isGlobal } from '../syntax/promise-call.ts';
import { someIn } from '../syntax/walk.ts';
import { seemsRunInPage } from './in-page.ts';

/**
 * Whether a file runs in browsers: it has the directive `'use client'`, or uses members of the global `window` or
 * `document`. Neither a function that a server runs in a browser (`page.evaluate(() => document.title)`) counts, nor a
 * check that these globals exist.
 */
export const isBrowserFile = perSource((source): boolean => {
  const { ast, text } = source;
  if (hasDirective(ast.body, 'use client')) return true;
  if (!/\b(?:window|document)\b/.test(text)) return false;
  return someIn(
    ast,
    (node) =>
      node.type === 'MemberExpression' &&
      (isGlobal(node.object, 'window', source) || isGlobal(node.object, 'document', source)),
    (node) => !(isFunction(node) && seemsRunInPage(node, source)),
  );
});
