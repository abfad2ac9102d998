import type { Finding } from '../../findings/finding.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { RewriteContext } from '../context.ts';
import { RUNS_IN_PAGE } from '../../catalog/conventions.ts';
import { methodCall } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { perSource } from '../../syntax/per-source.ts';
import { contains } from '../../syntax/position.ts';
import { isGlobal } from '../../syntax/promise-call.ts';
import { wrapped } from '../../syntax/unwrap.ts';
import { someIn } from '../../syntax/walk.ts';
import { hooksIn } from '../drain/hooks.ts';
import { whyWrittenElsewhere } from './written-elsewhere.ts';

/** Why what is lost here is never to be a task, whatever its form; undefined where it may be one. */
export function whyNever(
  { launch, site }: Finding,
  { source, evaluation }: RewriteContext,
): { code: string; reason: string } | undefined {
  if (isForBrowser(source))
    return { code: 'browser', reason: 'This code runs in the browser, where no server waits for a task.' };
  const elsewhere = whyWrittenElsewhere(source);
  if (elsewhere !== undefined) return { code: 'written-elsewhere', reason: elsewhere };
  const stops = hooksIn(source, evaluation).some(
    ({ call, place }) =>
      call === site || contains(call, launch) || (place?.source === source && contains(place.fn, launch)),
  );
  return stops
    ? {
        code: 'signal-handler',
        reason: 'It runs when the process receives a stop signal: await it there.',
      }
    : undefined;
}

/** `'use client'` among the directives of a file, or code that uses a browser's objects. */
function isForBrowser(source: Source): boolean {
  const { ast } = source;
  return (
    ast.body.some((statement) => 'directive' in statement && statement.directive === 'use client') ||
    usesBrowser(source)
  );
}

/**
 * `window.location`, `document.body` of the browser itself; not in a function that a server has a browser run
 * (`page.evaluate(() => document.title)`), nor where only their being there is asked.
 */
const usesBrowser = perSource((source): boolean => {
  if (!/\b(?:window|document)\b/.test(source.text)) return false;
  return someIn(
    source.ast,
    (node) =>
      node.type === 'MemberExpression' &&
      (isGlobal(node.object, 'window', source) || isGlobal(node.object, 'document', source)),
    (node) => !(isFunction(node) && isRunInPage(node)),
  );
});

function isRunInPage(fn: Node): boolean {
  const { parent } = wrapped(fn);
  return parent != null && RUNS_IN_PAGE.test(methodCall(parent)?.method ?? '');
}
