import type { IncomingMessage } from 'node:http';

/** What routers set on the request: the pattern of the route, relative to where its router is mounted. */
interface Routed extends IncomingMessage {
  readonly route?: { readonly path?: unknown };
  readonly baseUrl?: string;
  readonly originalUrl?: string;
}

const ID = /^(?:\d+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?=[a-z_-]*\d)[\w-]{12,})$/i;

/** The name of a request: `POST /orgs/:orgId/runs` if its router provides the pattern, else its path without ids. */
export function routeOf(request: IncomingMessage, pattern: string | undefined): string {
  const { method = 'GET', route, baseUrl = '', originalUrl, url = '/' } = request as Routed;
  if (pattern !== undefined) return `${method} ${pattern}`;
  const path = route?.path;
  if (typeof path === 'string') return `${method} ${withoutIds(baseUrl)}${path === '/' && baseUrl !== '' ? '' : path}`;
  return `${method} ${withoutIds(originalUrl ?? url)}`;
}

/** `/orders/17?full=1` becomes `/orders/:id`. */
function withoutIds(url: string): string {
  return (url.split('?', 1)[0] ?? url)
    .split('/')
    .map((part) => (ID.test(part) ? ':id' : part))
    .join('/');
}
