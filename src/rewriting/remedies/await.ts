import type { Node, Source } from '../../syntax/source.ts';
import type { Edit } from '../edit.ts';
import type { Remedy } from '../context.ts';
import { methodCall } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { wrapped } from '../../syntax/unwrap.ts';
import { close, open } from '../edit.ts';
import { awaitAll, readOfFilled } from './await-filled.ts';
import { obstacleInHolder } from './holder.ts';
import { isDiscarded, replaceVoid, voidOf } from './void.ts';
import { spanOf } from './span.ts';

/** Puts `await` before the launch; an array of promises gets `Promise.all` around it. */
export const awaitIt: Remedy = (finding, context) => {
  const { source, text } = context;
  const { site } = finding;
  const read = readOfFilled(finding, source);
  if (read !== undefined) return obstacleTo(read, source) ?? { edits: awaitAll(read) };
  const { node, isArray } = spanOf(finding, context);
  const all: Edit[] = isArray ? [open(node.range[0], 'Promise.all('), close(node.range[1], ')')] : [];
  if (site.type === 'AwaitExpression') return { edits: all };
  const obstacle = obstacleTo(node, source) ?? obstacleInHolder(node, source);
  if (obstacle !== undefined) return obstacle;
  const hidden = voidOf(finding.node);
  if (hidden?.argument === node && isDiscarded(hidden, site))
    return { edits: [replaceVoid(hidden, text, 'await'), ...all] };
  // Nothing at a finding binds more tightly than `await`: a promise whose member is read, or that is called or used as
  // a tag, isn't lost.
  return { edits: [...all, open(node.range[0], 'await ')] };
};

/** Why nothing can be awaited at `node`; undefined when it can. */
function obstacleTo(node: Node, { ast }: Source): { code: string; reason: string } | undefined {
  for (let inner: Node = node; inner.parent != null; inner = inner.parent) {
    const outer: Node = inner.parent;
    if (isFunction(outer)) {
      if (outer.params.some((parameter) => parameter === inner))
        return {
          code: 'in-parameter',
          reason: 'A default value of a parameter cannot await: move the call into the body.',
        };
      if (outer.async) return undefined;
      return {
        code: 'sync-function',
        reason: isMapped(outer)
          ? 'The function around it is passed to map and is not async: make it async and await the call, then await ' +
            'Promise.all of the map.'
          : 'The function around it is not async: make it async and await the call, or return the promise.',
      };
    }
    if (outer.type === 'PropertyDefinition' || outer.type === 'StaticBlock')
      return {
        code: 'in-class-body',
        reason: 'A class cannot await while it is defined: move the call into a method.',
      };
  }
  return ast.sourceType === 'module'
    ? undefined
    : {
        code: 'sync-function',
        reason: 'A script cannot await at its top level: move the call into an async function.',
      };
}

/** Whether a function is passed to `map` or `flatMap`. */
function isMapped(fn: Node): boolean {
  const { parent } = wrapped(fn);
  return parent != null && /^(?:map|flatMap)$/.test(methodCall(parent)?.method ?? '');
}
