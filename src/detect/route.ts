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
  const { method, route, baseUrl = '', originalUrl, url } = request as Routed;
  const path = route?.path;
  const own =
    typeof path === 'string' ? `${withoutIds(baseUrl)}${path === '/' && baseUrl !== '' ? '' : path}` : undefined;
  return nameOf(method, pattern ?? own, originalUrl ?? url);
}

/** @param pattern - of the route, if it is known */
export function nameOf(method = 'GET', pattern: string | undefined, url = '/'): string {
  return `${method} ${pattern ?? withoutIds(url)}`;
}

/** `/orders/17?full=1` becomes `/orders/:id`. */
function withoutIds(url: string): string {
  return (url.split('?', 1)[0] ?? url)
    .split('/')
    .map((part) => (ID.test(part) ? ':id' : part))
    .join('/');
}
