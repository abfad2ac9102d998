import type { IncomingMessage, ServerResponse } from 'node:http';
import { subscribe } from 'node:diagnostics_channel';
import type { Detector } from './detector.ts';
import { routeOf } from './route.ts';
import { Unit } from './unit.ts';

interface Started {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

interface StreamStarted {
  readonly stream: { once: (event: 'close', listener: () => void) => unknown };
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** The message by which a framework reports the route that a request takes. */
interface Routed {
  readonly request?: { readonly raw?: IncomingMessage };
  readonly route?: { readonly url?: string };
}
const ROUTED = 'tracing:fastify.request.handler:start';

/** Makes each request of this thread a unit, from its arrival until its answer is sent and closed. */
export function watchRequests(detector: Detector): void {
  const patterns = new WeakMap<IncomingMessage, string>();
  subscribe(ROUTED, (message) => {
    const { request, route } = message as Routed;
    if (request?.raw !== undefined && route?.url !== undefined) patterns.set(request.raw, route.url);
  });
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as Started;
    const unit = new Unit(() => routeOf(request, patterns.get(request)));
    detector.enter(unit);
    response.once('close', () => {
      // If the client leaves before anything is answered, the handler may not have done its work yet.
      if (response.headersSent) detector.end(unit);
      else detector.forget(unit);
    });
  });
  subscribe('http2.server.stream.start', (message) => {
    const { stream, headers } = message as StreamStarted;
    const unit = new Unit(() => `${headers[':method'] ?? 'GET'} ${headers[':path'] ?? '/'}`);
    detector.enter(unit);
    stream.once('close', () => {
      detector.end(unit);
    });
  });
}
