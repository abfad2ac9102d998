import type { IncomingMessage } from 'node:http';
import { subscribe } from 'node:diagnostics_channel';
import type { Detector } from './detector.ts';
import { nameOf, routeOf } from './route.ts';
import { Unit } from './unit.ts';

/** A response, or an HTTP/2 stream. */
interface Answer {
  readonly headersSent: boolean;
  readonly once: (event: 'close' | 'finish', listener: () => void) => unknown;
}

interface Started {
  readonly request: IncomingMessage;
  readonly response: Answer;
}

interface StreamStarted {
  readonly stream: Answer;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** A request of HTTP/2 also has a stream. */
type RawRequest = IncomingMessage & { readonly stream?: object };

/** The message by which a framework reports the route that a request takes. */
interface Routed {
  readonly request?: { readonly raw?: RawRequest };
  readonly reply?: { readonly raw?: Answer };
  readonly route?: { readonly url?: string };
}
const ROUTED = 'tracing:fastify.request.handler:start';

/** Makes each request of this thread a unit, from its arrival until its answer is sent and closed. */
export function watchRequests(detector: Detector): void {
  /** The requests or streams that Node has told of, and their routes. */
  const watched = new WeakSet<object>();
  const patterns = new WeakMap<object, string>();
  subscribe(ROUTED, (message) => {
    const { request, route } = message as Routed;
    if (request?.raw !== undefined && route?.url !== undefined) patterns.set(keyOf(request.raw), route.url);
  });
  // Tests inject requests that don't come from Node. They begin with their handler.
  detector.units.enterAt(ROUTED, (message) => {
    const { request: { raw } = {}, reply } = message as Routed;
    if (raw === undefined || reply?.raw === undefined || watched.has(keyOf(raw))) return undefined;
    const unit = new Unit(() => routeOf(raw, patterns.get(raw)));
    endWith(unit, reply.raw, 'finish');
    return unit;
  });
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as Started;
    watched.add(request);
    const unit = new Unit(() => routeOf(request, patterns.get(request)));
    detector.units.enter(unit);
    endWith(unit, response, 'close');
  });
  subscribe('http2.server.stream.start', (message) => {
    const { stream, headers } = message as StreamStarted;
    watched.add(stream);
    const unit = new Unit(() => nameOf(headers[':method'], patterns.get(stream), headers[':path']));
    detector.units.enter(unit);
    endWith(unit, stream, 'close');
  });

  function endWith(unit: Unit, answer: Answer, event: 'close' | 'finish'): void {
    answer.once(event, () => {
      // If the client leaves before anything is answered, the handler may not have done its work yet.
      if (answer.headersSent) detector.end(unit);
      else detector.forget(unit);
    });
  }
}

function keyOf(request: RawRequest): object {
  return request.stream ?? request;
}
