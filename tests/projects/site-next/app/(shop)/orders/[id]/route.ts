import { track } from '../../../lib';

export const DELETE = withAuth(async (request: Request) => {
  track(request.url);
  return new Response(null, { status: 204 });
});

function withAuth(handler: (request: Request) => Promise<Response>) {
  return (request: Request) => handler(request);
}
