import type { Finding } from '../../findings/finding.ts';
import type { RewriteContext } from '../context.ts';
import { contains } from '../../syntax/position.ts';
import { hooksIn } from '../drain/hooks.ts';

/** Why what is lost here is never to be a task, whatever its form; undefined where it may be one. */
export function whyNever(
  { launch, site }: Finding,
  { source, evaluation }: RewriteContext,
): { code: string; reason: string } | undefined {
  if (isForBrowser(source))
    return { code: 'browser', reason: 'This code runs in the browser, where no server waits for a task.' };
  const stops = hooksIn(source, evaluation).some(
    ({ call, place }) =>
      call === site || contains(call, launch) || (place?.source === source && contains(place.fn, launch)),
  );
  return stops
    ? {
        code: 'signal-handler',
        reason: 'It runs when the process is told to stop, which waits for tasks itself: await it there.',
      }
    : undefined;
}

/** `'use client'` among the directives of a file, or a component's own format. */
function isForBrowser({ ast, path }: RewriteContext['source']): boolean {
  return (
    /\.(?:vue|svelte|astro)$/.test(path) ||
    ast.body.some((statement) => 'directive' in statement && statement.directive === 'use client')
  );
}
