import type { Node, Source } from '../syntax/source.ts';

export type HandlerKind = 'request' | 'message' | 'job' | 'lifecycle';

/** A function that a framework, platform or runtime calls once per request, message, job or lifecycle event. */
export interface Handler {
  /** The function itself. */
  readonly node: Node;
  readonly source: Source;
  readonly framework: string;
  readonly kind: HandlerKind;
  /** What people call it: `POST /orgs/:orgId/runs`, `server action save`. */
  readonly route: string;
}
