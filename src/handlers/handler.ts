import type { Entry, HandlerKind } from '../catalog/entry.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Source } from '../syntax/source.ts';

/** A function that a framework, platform or runtime calls once per request, message, job or lifecycle event. */
export interface Handler {
  /** The function itself. */
  readonly node: FunctionNode;
  readonly source: Source;
  readonly entry: Entry;
  readonly kind: HandlerKind;
  /** What people call it: `POST /orgs/:orgId/runs`, `server action save`. */
  readonly route: string;
}
