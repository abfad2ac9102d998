import type { Node } from '../syntax/source.ts';
import type { FindingContext } from './context.ts';
import { chainedOnto } from '../syntax/call.ts';

/** Whether what is chained onto a call starts no work: `reply.send(stream).then(release, release)`. */
export function chainsNoWork(root: Node, { oracle, source }: FindingContext): boolean {
  for (let link = chainedOnto(root); link !== undefined; link = chainedOnto(link))
    if (link.arguments.some((callback) => oracle.launchWhenCalled(callback, source)?.verdict === 'promise'))
      return false;
  return true;
}
