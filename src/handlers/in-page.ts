import type { Node, Source } from '../syntax/source.ts';
import { RUNS_IN_PAGE } from '../catalog/conventions.ts';
import { variableOf } from '../syntax/binding.ts';
import { methodCall } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { wrapped } from '../syntax/unwrap.ts';

/**
 * Whether a server sends the code at a node to a page that it drives: `page.evaluate(() => …)`. The page gets the text
 * of the function alone, without what the file imports.
 */
export function runsInPage(node: Node, source: Source): boolean {
  for (let at: Node | null | undefined = node; at != null; at = at.parent)
    if (isFunction(at) && isRunInPage(at, source)) return true;
  return false;
}

/** Whether a function is passed to a method that runs it in a page, itself or by its name. */
export function isRunInPage(fn: Node, source: Source): boolean {
  if (isGiven(fn)) return true;
  const name = fn.type === 'FunctionDeclaration' ? fn.id : declaredAs(fn);
  const references = name == null ? [] : (variableOf(name, source)?.references ?? []);
  return references.some(({ identifier }) => isGiven(identifier));
}

/** `send` of `const send = () => …` */
function declaredAs(fn: Node): Node | undefined {
  const { parent } = wrapped(fn);
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined;
}

function isGiven(node: Node): boolean {
  const given = wrapped(node);
  const call = given.parent == null ? undefined : methodCall(given.parent);
  return call !== undefined && RUNS_IN_PAGE.test(call.method) && call.call.arguments.some((each) => each === given);
}
