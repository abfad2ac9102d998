import type { Entry, HandlerKind } from '../catalog/entry.ts';
import type { HandlerName } from '../handlers/handler.ts';
import type { Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { FunctionKey } from './function-key.ts';
import { recognitionOf } from '../handlers/evaluation.ts';
import { findHandlers } from '../handlers/find.ts';
import { platformOf } from '../helper/platform.ts';
import { keyOf } from './function-key.ts';

/** A handler function, and what is known about the handler. */
export interface Root {
  readonly key: FunctionKey;
  readonly handler: HandlerName;
}

/** The handlers that a file declares or registers. */
export function rootsIn(source: Source | undefined, evaluation: Evaluation): Root[] {
  if (source === undefined) return [];
  const handlers = findHandlers(source, recognitionOf(evaluation));
  const platform = handlers.length === 0 ? undefined : platformOf(source, evaluation.workspace, evaluation.catalog);
  return handlers.map(({ node, source: home, entry, kind, route, by }) => {
    const { runtime, flavour } = entry.runtime === undefined && isHosted(entry, kind, platform) ? platform : entry;
    return {
      key: keyOf(node, home),
      handler: {
        route,
        kind,
        framework: entry.name,
        by,
        ...(runtime !== undefined && { runtime }),
        ...(flavour !== undefined && { flavour }),
      },
    };
  });
}

/**
 * Whether the platform, instead of the handler's entry, decides what happens to the handler's work. It doesn't if that
 * entry describes the platform itself.
 */
function isHosted(entry: Entry, kind: HandlerKind, platform: Entry | undefined): platform is Entry {
  return (
    platform !== undefined &&
    (kind === 'request' || kind === 'message' || kind === 'job') &&
    !entry.packages.some((name) => platform.signs?.packages?.includes(name) === true)
  );
}
